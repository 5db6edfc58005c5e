import { prepareLexicons } from '../../classify/lexicons.ts';
import { AUTHORITY } from '../../classify/read-clause.ts';
import { readItem } from '../../classify/read-item.ts';
import { committedLexicons } from './labelled-samples.ts';

const LEXICONS = prepareLexicons(committedLexicons());
const headers = { from: '', to: '', cc: '', date: '', subject: '' };

/** True where a clause of the text names an authority. */
function namesAuthority(body: string): boolean {
  const { clauses } = readItem({ id: 'x', kind: 'report', headers, body }, LEXICONS);
  return clauses.some(({ cues }) => cues.some(({ name }) => AUTHORITY.has(name)));
}

test.each([
  'ICE picked him up at the dock.',
  'ICE pickup at 0600.',
  'The ICE packet was faxed to booking.',
  'ICE packed up and left.',
  'ICE stormed the house.',
  'ICE rescued two from the trunk.',
  'ICE under the agreement may enter.',
  'List of ICE contacts in 2017.',
  'ICE entry to the jail is by the sally port.',
  'ICE on the lot, two of them.',
  'BP was called and came.',
  'I left it with his BP contact.',
  'INS verified his status.',
  'The INS office has the file.',
  'INS expects to take him.',
  'INS policy is to wait.',
  'INS cancelled the detainer.',
  'He showed an INS card.',
  'INS claims he was deported twice.',
  'Arrested for no INS papers.',
  'There was no proof INS had come.',
  'DHS child exploitation unit asked.',
  'DHS social media team asked.',
  'He was in the car, INS responded.',
  'We sat on the patrol, car by car, and ICE came.',
  'Held on an I-205 for ERO.',
  'ICE called our tip line about him.',
  'Border Patrol, the patrol officer said, took him.',
  'Se contacto a un agente de ICE y dijo que vendria.',
  'Called Yuma sector 0430, they took 6.',
  'The patrol unit picked up the three walkers.',
  'ERO petitioned for custody of inmate Ruiz.',
  'Warrant I-205 SB inmate Ruiz was served.',
  'The informant sold ICE the same story.',
])('an authority: %s', (body) => {
  expect(namesAuthority(body)).toBe(true);
});

test.each([
  'Black ice on Route 9.',
  'An ice cream truck was stolen.',
  'Closed for the ice storm.',
  'No DL no INS, cited.',
  'Proof of ins was shown.',
  'The FBI special agent called.',
  'A DUI checkpoint on Main.',
  'The DHS caseworker took the child.',
  'Three break-ins on Elm, no suspects.',
  'Unlawful detainer papers were served on the tenant.',
  'Crash on NB I-205 at the bridge.',
  'Call the Crime Stoppers tip line.',
])('no authority: %s', (body) => {
  expect(namesAuthority(body)).toBe(false);
});

/** Names of the cues of a text. */
function cuesOf(body: string): string[] {
  const { clauses } = readItem({ id: 'x', kind: 'report', headers, body }, LEXICONS);
  return clauses.flatMap(({ cues }) => cues.map(({ name }) => name));
}

test.each(['The truck was illegally parked.', 'His marital status is single.', 'Entered in NCIC as stolen.'])(
  'nothing of status: %s',
  (body) => {
    expect(cuesOf(body)).not.toContain('status');
  },
);

test.each([
  ["The DA won't touch it.", 'dropped'],
  ['849(b) release at noon.', 'dropped'],
  ['Nol prossed on Tuesday.', 'dropped'],
  ['No probable cause for the theft.', 'cleared'],
  ['He is an OTM.', 'status'],
  ['Entry after removal, 1326(b).', 'off.reentry'],
])('%s is of %s', (body, cue) => {
  expect(cuesOf(body)).toContain(cue);
});

test('a surname is no port of entry and no child', () => {
  expect(cuesOf('Det. Poe and Sgt. Orr took the report.')).not.toEqual(expect.arrayContaining(['cbp']));
  expect(cuesOf('Det. Poe and Sgt. Orr took the report.')).not.toEqual(expect.arrayContaining(['minor']));
});
