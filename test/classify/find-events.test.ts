import { findEvents } from '../../classify/find-events.ts';
import { prepareLexicons } from '../../classify/lexicons.ts';
import { readItem } from '../../classify/read-item.ts';
import { committedLexicons } from './labelled-samples.ts';

const LEXICONS = prepareLexicons(committedLexicons());
const POLICE = 'Det. Ana Ruiz <aruiz@oakpd.gov>';
const ERO = 'Poe, Jan, Deportation Officer <jan.poe@ice.dhs.gov>';

function events(body: string, to = POLICE): string[] {
  const headers = { from: POLICE, to, cc: '', date: '', subject: '' };
  return [...findEvents(readItem({ id: 'x', kind: 'email', headers, body }, LEXICONS))];
}

describe('findEvents', () => {
  test.each([
    ['Want me to call ICE on the driver?', 'authority proposed', 'made'],
    ['Should I wake somebody up over a tail light?', 'proposed', 'authority proposed'],
    [
      'Stopped a van. Want me to call ICE?\n\nNo. Write him for the light.',
      'authority proposed, refused',
      'made',
    ],
    ['Nobody ever called Border Patrol about it.', 'authority unmade, not made', 'made'],
    ['No notification was sent to ICE.', 'authority unmade', 'made'],
    ['No DL and no papers on the driver.', 'not made', 'refused'],
    ['Leave it, he goes home.', 'refused', 'proposed'],
    ['Called ERO at 0210 about the passenger.', 'made', 'not made'],
    ['Passenger taken per ICE.', 'made', 'unmade'],
    ['ICE advised they will come at six.', 'made', 'not made'],
    ['The ICE building is on Fourth Street.', 'only named', 'made'],
    ['Two cars collided on the bridge.', 'no authority', 'only named'],
    ['Want me to call ICE? Already called ICE, they took him.', 'proposed, made', 'proposed, not made'],
  ])('reads "%s" as %s and not as %s', (body, there, absent) => {
    const found = events(body);
    expect(found).toContain(`police writes: ${there}`);
    expect(found).not.toContain(`police writes: ${absent}`);
  });

  test('tells the newest message from what it answers', () => {
    const found = events('No. Leave it.\n\nOn May 1, 2020, Ofc. Poe wrote:\n> Can I call ICE on this guy?');
    expect(found).toContain('police writes: refused in the newest message');
    expect(found).toContain('police writes: authority proposed in an older message');
  });

  test('keeps what an authority takes part in apart', () => {
    const found = events('Want me to call Border Patrol too?', ERO);
    expect(found).toContain('authority writes: authority proposed');
    expect(found.every((name) => name.startsWith('authority writes: '))).toBe(true);
  });
});
