import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAgencies } from '../../classify/agencies.ts';
import { linkItems, participantsOf } from '../../classify/index.ts';
import { makeItem } from './link-samples.ts';

const lexicon = join(__dirname, '..', '..', 'classify', 'lexicon', 'agencies.json');
const agencies = parseAgencies(JSON.parse(readFileSync(lexicon, 'utf8')));

const asked = makeItem({
  from: 'Loftus, Tina <tloftus@lgpd.example>',
  to: 'Sissel, Raymond',
  body: 'Can you look him up?\n\nDet. Tina Loftus\nStreet Crimes Unit\nLinden Grove Police Department',
});
const answered = makeItem({
  from: 'Raymond Sissel <raymond.sissel@ice.dhs.gov>',
  to: 'Tina Loftus <tloftus@lgpd.example>',
  cc: 'TLoftus; LGPD-Patrol',
  body: 'No record.\n\nRaymond Sissel\nDeportation Officer\nICE Enforcement and Removal Operations',
});

describe('who took part', () => {
  test('one person under several spellings is one, in the order in which they appear', () => {
    const people = participantsOf([asked, answered], agencies);
    expect(people.map((person) => person.name)).toEqual(['Tina Loftus', 'Raymond Sissel', 'LGPD-Patrol']);
    expect(people[0]?.address).toBe('tloftus@lgpd.example');
  });

  test('side, part and role come from signature and address', () => {
    const [loftus, sissel] = participantsOf([asked, answered], agencies);
    expect(loftus).toMatchObject({ side: 'police', component: null, role: 'detective' });
    expect(sissel).toMatchObject({ side: 'immigration', component: 'ERO', role: 'deportation officer' });
  });

  test('an address from elsewhere in the release tells the side of a recipient printed without one', () => {
    const known = [{ name: 'Sissel, Raymond', address: 'raymond.sissel@ice.dhs.gov', signature: '' }];
    const [, alone] = participantsOf([asked], agencies);
    const [, found] = participantsOf([asked], agencies, known);
    expect(alone).toMatchObject({ side: 'unknown', address: '' });
    expect(found).toMatchObject({ side: 'immigration', address: 'raymond.sissel@ice.dhs.gov' });
  });

  test('a signature from elsewhere in the release tells the role of somebody who signs with initials', () => {
    const asking = makeItem({
      from: 'Tina Loftus <tloftus@lgpd.example>',
      to: 'Sissel, Raymond',
      body: 'Can you look him up?',
      subject: 'Xitumul',
    });
    const short = makeItem({
      from: 'Raymond Sissel <raymond.sissel@ice.dhs.gov>',
      to: 'Tina Loftus <tloftus@lgpd.example>',
      subject: 'RE: Xitumul',
      date: '2015-03-02T10:55',
      body: 'No record.\n\nRS',
    });
    const elsewhere = makeItem({
      ...answered,
      item_id: 'i_elsewhere',
      subject: 'lunch',
      to: 'Mick Farragut <mf@lgpd.example>',
      cc: '',
    });
    const { exchanges } = linkItems([asking, short, elsewhere]);
    const exchange = exchanges.find((draft) => draft.items.includes(short.item_id));
    expect(participantsOf([asking, short], agencies)[1]?.role).toBeNull();
    expect(participantsOf([asking, short], agencies, exchange?.people)[1]).toMatchObject({
      component: 'ERO',
      role: 'deportation officer',
    });
  });

  test('two people whose names a short spelling fits keep it apart from both', () => {
    const item = makeItem({
      from: 'Tina Loftus <tina.loftus@lgpd.example>',
      to: 'Tom Loftus <tom.loftus@lgpd.example>; TLoftus',
      body: 'Ok.',
    });
    expect(participantsOf([item], agencies).map((person) => person.name)).toEqual([
      'Tina Loftus',
      'Tom Loftus',
      'TLoftus',
    ]);
  });

  test('a blacked-out sender with nothing to know them by is left out', () => {
    const item = makeItem({ from: '[redacted]', to: 'Tina Loftus <tloftus@lgpd.example>', body: 'Ok.' });
    expect(participantsOf([item], agencies).map((person) => person.name)).toEqual(['Tina Loftus']);
  });
});
