import { agencyKinds } from '../../policy/agencies-bound.ts';
import type { Party } from '../../policy/writer.ts';
import { BOOK } from './books.ts';

const party = (name: string, address = '', role: string | null = null, side = 'police'): Party => ({
  name,
  address,
  role,
  side,
});

describe('the kind of a local agency', () => {
  test.each<[string, Party, string | null]>([
    ['a police domain', party('Tina Loftus', 'tloftus@springfieldpd.example'), 'police'],
    ['a police domain with a state', party('A B', 'ab@police.springfield.il.example'), 'police'],
    ['a sheriff’s domain', party('A B', 'ab@acso.ashbycounty.example'), 'sheriff'],
    ['a sheriff in words', party("Ashby County Sheriff's Office"), 'sheriff'],
    ['a role', party('A B', '', 'jail'), 'jail'],
    ['a jail before the sheriff who runs it', party('Jail Records', 'jail@acso.example'), 'jail'],
    ['probation in words', party('Adult Probation'), 'probation'],
    ['a detective', party('A B', '', 'detective'), 'police'],
    ['a name that ends like a domain', party('Vincent Russo'), null],
    ['a surname that is a word', party('Ida Court'), null],
    ['a state that ends like a district attorney', party('A B', 'ab@city.florida.example'), null],
    ['nothing', party('A B'), null],
  ])('%s', (_case, one, kind) => {
    expect(agencyKinds([one], BOOK.agency_kinds)).toEqual([kind]);
  });

  test('is asked of local people only', () => {
    expect(agencyKinds([party('D P', 'dp@ice.example', null, 'immigration')], BOOK.agency_kinds)).toEqual([]);
  });
});
