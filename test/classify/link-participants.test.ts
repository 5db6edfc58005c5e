import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAgencies } from '../../classify/agencies.ts';
import { participantsOf } from '../../classify/index.ts';
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
    const known = [{ name: 'Sissel, Raymond', address: 'raymond.sissel@ice.dhs.gov' }];
    const [, alone] = participantsOf([asked], agencies);
    const [, found] = participantsOf([asked], agencies, known);
    expect(alone).toMatchObject({ side: 'unknown', address: '' });
    expect(found).toMatchObject({ side: 'immigration', address: 'raymond.sissel@ice.dhs.gov' });
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
