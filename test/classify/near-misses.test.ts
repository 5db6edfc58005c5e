import { prepareLexicons } from '../../classify/lexicons.ts';
import { readItem } from '../../classify/read-item.ts';
import { AUTHORITY } from '../../classify/surroundings.ts';
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
  'He drove in from New Mexico.',
  'The German shepherd bit him twice.',
  'Indiana State Police have the car, it went on to Georgia.',
  'He has a scar on his chin.',
  'Sgt. Marshall and Karen from records gave out the turkeys.',
  'I perused the Jordan file in italics.',
])('no people: %s', (body) => {
  expect(cuesOf(body)).not.toContain('nationality');
});

test.each([
  'I forgot to attach it, forgive me.',
  'Beatriz works the north beat.',
  'He was on oxygen for two kilometers.',
  'The new guidelines go to the distribution list.',
  'Please distribute to your officers.',
  'Det. Burnett bought a burner in Burnsville.',
  'The charger is in the racketball bag.',
  'A pimple and a pimpernel.',
])('no offence: %s', (body) => {
  expect(cuesOf(body).filter((name) => /^(?:off\.|crime)/.test(name))).toEqual([]);
});

test.each([
  ['He forged the title.', 'off.fraud'],
  ['He beat his wife.', 'off.assault'],
  ['Two kilos of it.', 'off.drug'],
  ['Indicted for distribution of methamphetamine.', 'off.drug'],
  ['He guided them over the ridge.', 'off.traffick'],
  ['He burned the shed.', 'off.other'],
  ['Charged with theft.', 'crime.word'],
])('an offence: %s', (body, cue) => {
  expect(cuesOf(body)).toContain(cue);
});

test.each([
  ['The committee meets at noon.', 'custody'],
  ['Call his cell phone.', 'custody'],
  ['Her cell is 555-1234.', 'custody'],
  ['Sgt. Burman and Ofc. Serbin took it.', 'nationality'],
  ['Det. Gangemi called.', 'off.gang'],
  ['ICE declined it.', 'dropped'],
  ['She lives in Puerto Rico.', 'nationality'],
  ['She wants child custody.', 'custody'],
  ['The press release is out.', 'release'],
  ['I swear under penalty of perjury.', 'off.other'],
  ['He is 5-9, 150 lbs.', 'off.drug'],
  ['The car battery was dead.', 'off.assault'],
  ['She lives in Puerto Rico.', 'off.gang'],
  ['Send it by COB.', 'status'],
  ['His mug shot is attached.', 'off.homicide'],
  ['A 34 year old man.', 'minor'],
  ['ICE declined to come.', 'dropped'],
  ['Up the chain of command.', 'transfer'],
  ['The LPR camera is down.', 'status'],
])('%s has no %s', (body, cue) => {
  expect(cuesOf(body)).not.toContain(cue);
});

test.each([
  ['He sat in a cell.', 'custody'],
  ['150 lbs of meth.', 'off.drug'],
  ['A 7 year old passenger.', 'minor'],
  ['The DA declined it.', 'dropped'],
  ['He is an LPR.', 'status'],
  ['He was shot.', 'off.homicide'],
  ['Roll call at 6.', 'admin.train'],
  ['Entered the US in 2014.', 'status'],
  ['Theft of a car battery.', 'off.theft'],
  ['ICE sent a press release on Beck.', 'ice'],
])('%s has %s', (body, cue) => {
  expect(cuesOf(body)).toContain(cue);
});

test.each([
  'He is Chinese.',
  'Born in Turkey, came in 2019.',
  'An Indian national, 34.',
  'A Marshallese interpreter is needed.',
  'Belgian passport in the glove box.',
  'He came from Mexico in May.',
])('a people: %s', (body) => {
  expect(cuesOf(body)).toContain('nationality');
});

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
