import { prepareLexicons } from '../../classify/lexicons.ts';
import { AUTHORITY, readItem } from '../../classify/read-item.ts';
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
])('no authority: %s', (body) => {
  expect(namesAuthority(body)).toBe(false);
});
