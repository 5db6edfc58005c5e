import { CELLS } from '../../classify/answers.ts';
import { atBaseRate, leastOf, showingOf, showsImmigration } from '../../classify/base-rate.ts';
import { prepareLexicons } from '../../classify/lexicons.ts';
import { readItem } from '../../classify/read-item.ts';
import { committedLexicons } from './labelled-samples.ts';

const LEXICONS = prepareLexicons(committedLexicons());
const read = (body: string, from = '', subject = '') =>
  readItem({ id: 'x', kind: 'email', headers: { from, to: '', cc: '', date: '', subject }, body }, LEXICONS);

describe('whether immigration shows', () => {
  test.each([
    ['the agency by its initials', 'Called ICE, they will respond.', true],
    ['the agency by its name', 'Border Patrol took two from the stop.', true],
    ['a paper', 'Fax of the I-247 attached.', true],
    ['status alone', 'He says he is undocumented.', true],
    ['nothing', 'The budget meeting moves to Thursday.', false],
    ['a test mail', 'Hi', false],
    ['a search reason', 'reason: stolen plate', false],
    ["a number that begins like a form's", 'cameraCount: 2479', false],
    ['the number of a form', 'Put a 247 on him.', true],
    ['nothing in an empty body', '', false],
    ['initials that mean something else', 'The ERO (Employee Relations Office) is closed. ERO: cake!', false],
    ['a box that is not ticked', 'AGENCY  [ ] ICE  [x] PAROLE', false],
    ['a box that is ticked', 'AGENCY  [x] ICE  [ ] PAROLE', true],
  ])('%s', (_, body, expected) => {
    expect(showsImmigration(read(body))).toBe(expected);
  });

  test('an address of the authority is enough', () => {
    expect(showsImmigration(read('ok', 'Trask, Kevin <kevin.trask@ice.dhs.gov>'))).toBe(true);
  });

  test('a form without headers is to whom its own heading says', () => {
    const form = (to: string) => `From: Det. J. Wain\nTo: ${to}\nDate: 1/13/03\n\nNeed: photo`;
    expect(showsImmigration(read(form('U.S. INS, Laguna')))).toBe(true);
    expect(showsImmigration(read(form('State Archive, Laguna')))).toBe(false);
    expect(read(form('U.S. INS, Laguna')).speakers).toMatchObject([{ side: 'police', role: 'detective' }]);
    expect(read(form('U.S. INS, Laguna'), 'Trask <a@ice.dhs.gov>').speakers).toMatchObject([
      { side: 'immigration' },
    ]);
  });
});

describe('the base rate', () => {
  const even = CELLS.map(() => 1 / CELLS.length);

  test('leaves what shows immigration as the model sees it', () => {
    expect(atBaseRate(even, 'immigration', false)).toEqual(even);
  });

  test('makes a contact rarer where nothing shows, and keeps the sum', () => {
    const weighed = atBaseRate(even, 'nothing', false);
    const sum = (cells: number[], contact: boolean) =>
      cells.reduce(
        (total, cell, at) => total + ((CELLS[at]?.verdict !== 'not-contact') === contact ? cell : 0),
        0,
      );
    expect(sum(weighed, true)).toBeLessThan(sum(even, true) / 3);
    expect(sum(weighed, true) + sum(weighed, false)).toBeCloseTo(1);
    const hidden = atBaseRate(even, 'nothing', true);
    expect(sum(hidden, true)).toBeGreaterThan(2 * sum(weighed, true));
  });

  test('makes a contact rarer where only a hold is told of, unless words are blacked out', () => {
    expect(showingOf(read('Hold for Iron Mesa Co., bond $5,000'))).toBe('hold');
    expect(showingOf(read('Hold for ICE, bond $5,000'))).toBe('immigration');
    const contact = (cells: number[]) =>
      cells.reduce((total, cell, at) => total + (CELLS[at]?.relevance === 'contact' ? cell : 0), 0);
    expect(contact(atBaseRate(even, 'hold', false))).toBeLessThan(contact(even) / 1.5);
    expect(contact(atBaseRate(even, 'hold', false))).toBeGreaterThan(
      contact(atBaseRate(even, 'nothing', false)),
    );
    expect(atBaseRate(even, 'hold', true)).toEqual(even);
  });

  test('makes a contact rarer where ordinary words hint at it and none are blacked out, less than where nothing shows', () => {
    const [none = 0] = atBaseRate(even, 'hint', false);
    expect(none).toBeGreaterThan(even[0]!);
    expect(none).toBeLessThan(atBaseRate(even, 'nothing', false)[0]!);
    expect(atBaseRate(even, 'hint', true)).toEqual(even);
  });
});

describe('ordinary words that speak of immigration beside others', () => {
  test.each([
    ['a call', 'Talked to Deb, she will fax it over.', 'hint'],
    ['a status', 'Any change in status?', 'hint'],
    ['a nation', 'The national winner rides on the float.', 'hint'],
    ['a mark of an exemption', 'RELEASE IN PART B1, B-2', 'hint'],
    ['an interstate', 'Rollover on I-94 at the I-205 ramp.', 'hint'],
    ['a sector', 'All of the sector is short two cars.', 'hint'],
    ['agents of another agency', 'Special Agent Cole of the FBI spoke with the feds.', 'hint'],
    ['a filling station', 'Robbery at the BP station.', 'hint'],
    ['a citation', 'Issued a notice to appear for the dog.', 'hint'],
    ['a call to the authority', 'Talked to ICE, they will fax it over.', 'immigration'],
    ['the status of somebody', 'His immigration status is not known.', 'immigration'],
    ['a paper beside the ordinary word', 'The I-213 has his status.', 'immigration'],
    ['a clause of many hints', 'Mexican national, crossed the border, removed in 2009.', 'immigration'],
    ['who is said to be here illegally', 'All of them are here illegally.', 'immigration'],
  ])('%s', (_, body, expected) => {
    expect(showingOf(read(body))).toBe(expected);
  });

  test('they count for more than a hold beside them', () => {
    expect(showingOf(read('Talked to county, they have a hold.'))).toBe('hint');
  });
});

describe('the probability from which a verdict stands', () => {
  const thresholds = { mixed: 0.98, 'not-contact': 0.97, administrative: 0.6 };

  test.each([
    ['is the threshold where immigration shows', 'Called ICE.', 'not-contact', 0.97],
    ['is lower where nothing shows', 'The budget meeting moves to Thursday.', 'not-contact', 0.95],
    ['is lower where only a hint does', 'The national winner rides on the float.', 'not-contact', 0.95],
    ['is never raised', 'The budget meeting moves to Thursday.', 'administrative', 0.6],
    ['is that of a contact for a hint', 'The national winner rides on the float.', 'mixed', 0.98],
    ['is one where the verdict has no threshold', 'Called ICE.', 'undetermined', 1],
  ] as const)('%s', (_, body, verdict, expected) => {
    expect(leastOf(showingOf(read(body)), verdict, thresholds)).toBe(expected);
  });
});
