import { findCues, indexCues, parseCues } from '../../classify/cue-lexicon.ts';
import { scopeOf } from '../../classify/cue-scope.ts';
import { type Token, tokenize } from '../../classify/tokenize.ts';
import { WordTable } from '../../classify/word-table.ts';

const LEXICON = indexCues({
  warrant: ['warrant*', 'felony warrant*'],
  drug: ['cocaine', 'meth'],
  license: ['revoked'],
  detainer: ['detainer*'],
  'off.any': [
    'dui',
    'robbery',
    'assault*',
    'homicide',
    'murder',
    'stabbing',
    'burglary',
    'guns',
    'drug use',
    'dealing',
  ],
  'off.drug': ['drugs', 'contraband', 'possession'],
  'warrant.criminal': ['murder warrant'],
  status: ['deported', 'order of removal', 'visa', 'entered', 'papers'],
  'crime.word': ['convictions', 'victim'],
  'call.made': ['notified'],
});

const TABLE = new WordTable(LEXICON);
const lookUp = (tokens: Token[]) => tokens.map(({ text }) => TABLE.look(text));

/** `cue: scope` of every cue in the text. */
function scopes(text: string): string[] {
  const tokens = tokenize(text);
  return findCues(tokens, lookUp(tokens), LEXICON).map((hit) => `${hit.name}: ${scopeOf(text, tokens, hit)}`);
}

describe('scopeOf', () => {
  test.each([
    ['he has a warrant', ['warrant: told']],
    ['no warrants', ['warrant: denied']],
    ['there are no active warrants', ['warrant: denied']],
    ['warrants neg', ['warrant: denied']],
    ['no warrants, revoked license', ['warrant: denied', 'license: told']],
    ['no warrants but his license is revoked', ['warrant: denied', 'license: told']],
    ['not on paper; cocaine in the console', ['drug: told']],
    ['no wants or warrants, DUI arrest', ['warrant: denied', 'off.any: told']],
    ['without cocaine or meth', ['drug: denied', 'drug: denied']],
    ['does he have a warrant?', ['warrant: asked']],
    ['convicted of cocaine in 1998', ['drug: past']],
    ['an old warrant', ['warrant: past']],
    ['detainer was lodged this morning', ['detainer: told']],
    ['never mind the noise. he sold meth', ['drug: told']],
    ['[REDACTED] cocaine', ['drug: told']],
  ])('%s', (text, expected) => {
    expect(scopes(text)).toEqual(expected);
  });
});

/** The scopes alone, in the order of the cues. */
const scopesOnly = (text: string) => scopes(text).map((scope) => scope.split(': ')[1]);

describe('a charge that came to nothing', () => {
  test.each([
    'DUI charge was dismissed',
    'Assault charges were all dropped',
    'Robbery, dismissed',
    'robbery and the judge dismissed the case',
    'DUI was dismissed the same day',
    'Robbery (dismissed)',
    'DUI - dismissed',
    'DUI 2009 dismissed',
    'Arrested for robbery but DA declined',
    'DA declined the robbery',
    'Declined to prosecute the robbery',
    'robbery: no-billed',
    'robbery nolle prossed',
    'DUI, nol pros',
    'the judge tossed the DUI',
    'Acquitted of the robbery',
    'cleared of robbery',
    'expunged the robbery',
    'She recanted the assault',
    'Unrelated to the homicide',
    'Arrested for DUI, unarrested',
    'DUI reduced to a ticket',
    'DUI was amended to a traffic citation',
    'DUI, pled down to a ticket',
    'DUI, pled guilty to a violation',
  ])('%s: denied', (text) => {
    expect(scopesOnly(text)).toEqual(['denied']);
  });

  test.each([
    'Motion to dismiss the DUI denied',
    'Called ERO about the burglary and they declined',
    'Arrested DUI, dropped at the county jail',
    'he fled the burglary and dropped his phone',
    "DUI charges weren't dropped",
    'the DUI will not be dropped',
    'DUI not dismissed',
    'They have not dropped the DUI',
    'not acquitted of the robbery',
    'DUI, dropped off at the jail',
    'booked for DUI and dropped him at county',
    'DUI, declined the breath test',
    'Arrested for robbery but declined an interview',
    'robbery, complainant declined medical',
    'burglary cleared by arrest',
    'tossed the guns in the river',
    'DUI reduced to reckless',
    'DUI, pled to reckless driving',
    'robbery; other matter dismissed',
    'nolle 2/2 | robbery',
    'convicted of robbery and the prosecutor dismissed the larceny count',
    'robbery, complainant declined by phone',
    'that count was dismissed the day of the robbery',
  ])('%s: told', (text) => {
    expect(scopesOnly(text)).toEqual(['told']);
  });

  test('takes away the last charge alone', () => {
    expect(scopesOnly('DUI guilty, robbery dismissed')).toEqual(['told', 'denied']);
    expect(scopesOnly('Robbery dismissed, DUI convicted')).toEqual(['denied', 'told']);
  });

  test('says nothing of a call or a status', () => {
    expect(scopesOnly('ICE notified, declined')).toEqual(['told']);
    expect(scopesOnly('the State entered a nolle')).toEqual(['told']);
    expect(scopesOnly('the order of removal was vacated')).toEqual(['denied']);
    expect(scopesOnly('they dropped the detainer')).toEqual(['denied']);
    expect(scopesOnly('ICE dropped a detainer')).toEqual(['told']);
  });
});

describe('a denial of something else', () => {
  test.each([
    'No license and DUI',
    'No valid license and DUI',
    'No bond on the murder',
    'Denied bond on the murder',
    'No injuries in the DUI crash',
    'No doubt he is dealing',
    'No remorse for the assault',
    'He denied the assault',
    'denies any drug use',
    'robbery denied',
    'never denied the robbery',
    'no bond due to the detainer',
  ])('%s: told', (text) => {
    expect(scopesOnly(text)).toEqual(['told']);
  });

  test.each([
    'No license or DUI',
    'no signs of assault',
    'no ID robbery',
    'would not ID the robbery',
    'no DUI',
    'not a robbery',
    'denied being deported',
    'detainer denied',
  ])('%s: denied', (text) => {
    expect(scopesOnly(text)).toEqual(['denied']);
  });

  test('leaves both readings of a warrant for an offence told', () => {
    expect(scopesOnly('No bond on the murder warrant')).toEqual(['told', 'told', 'told']);
    expect(scopesOnly('No insurance and possession of meth')).toEqual(['told', 'told']);
  });

  test('goes over a list that ends in "or"', () => {
    expect(scopesOnly('No drugs, guns or contraband')).toEqual(['denied', 'denied', 'denied']);
    expect(scopesOnly('no drugs, guns, or contraband found')).toEqual(['denied', 'denied', 'denied']);
    expect(scopesOnly('No drugs, guns and contraband')).toEqual(['denied', 'told', 'told']);
    expect(scopesOnly('No answer at the door, assault or robbery')).toEqual(['told', 'told']);
    expect(scopesOnly('without papers, drugs or not')).toEqual(['denied', 'told']);
    expect(scopesOnly('no drugs, he had guns or contraband')).toEqual(['denied', 'told', 'told']);
  });
});

describe('what is long past', () => {
  test.each([
    '34 year old male arrested for DUI',
    'A 19 yr old was booked for DUI',
    '22 years old, burglary suspect',
    'DUI on Old Mill Rd',
    'DUI at OLD MILL RD',
    'robbery near Old Town',
    'Prior to the stabbing',
    'the victim is 8 years old',
    '34 year old burglary arrest',
  ])('%s: told', (text) => {
    expect(scopesOnly(text)).toEqual(['told']);
  });

  test.each([
    'an old DUI',
    'DUI prior',
    'Old DUI',
    'prior DUI',
    'DUI 10 years ago',
    'previous robbery',
    'DUI in 2009',
  ])('%s: past', (text) => {
    expect(scopesOnly(text)).toEqual(['past']);
  });
});

describe('what is asked', () => {
  test.each([
    'Booked DUI 2nd, can you run him?',
    'Got a guy with a DUI - do you want him?',
    'Arrested for robbery, any chance he is yours?',
  ])('%s: told', (text) => {
    expect(scopesOnly(text)).toEqual(['told']);
  });

  test.each([
    'Does he have a DUI, is he wanted?',
    'any DUI, can you check?',
    'Hi John, does he have a DUI, or is he clear?',
    'Can you run him, any DUI?',
    'If he has a DUI, would you take him?',
    'DUI?',
    '4) If he has a DUI, would you hold?',
    'And where is your victim, does she know?',
    "What's she got for a visa, do you know?",
    'is it you? if he has a visa, can you look?',
    'Tell me: has he a visa, is he here?',
  ])('%s: asked', (text) => {
    expect(scopesOnly(text)).toEqual(['asked']);
  });
});

describe('findCues', () => {
  test('takes the longest phrase of a cue that begins at a word, and whole words only', () => {
    const tokens = tokenize('felony warrant for a warranty');
    expect(findCues(tokens, lookUp(tokens), LEXICON).map(({ from, to }) => [from, to])).toEqual([
      [0, 2],
      [1, 2],
      [4, 5],
    ]);
  });

  test('refuses a wildcard behind fewer than three letters', () => {
    expect(() => indexCues({ bad: ['ic*'] })).toThrow(/three letters/);
  });

  test('tells the phrases that are ordinary words as well', () => {
    const lexicon = indexCues({ status: ['national', 'foreign national'] }, { status: ['national'] });
    const table = new WordTable(lexicon);
    const tokens = tokenize('a foreign national at National Airport');
    const hits = findCues(
      tokens,
      tokens.map(({ text }) => table.look(text)),
      lexicon,
    );
    expect(hits.map(({ from, hint }) => [from, hint])).toEqual([
      [1, false],
      [2, true],
      [4, true],
    ]);
  });
});

describe('parseCues', () => {
  test('refuses a hint that is no phrase of its cue', () => {
    const cues = { status: ['national'] };
    expect(parseCues({ cues, hints: { status: ['national'] } })).toEqual({
      cues,
      hints: { status: ['national'] },
    });
    expect(() => parseCues({ cues, hints: { status: ['state'] } })).toThrow(
      'cues.hints.status: "state" is no phrase of the cue',
    );
    expect(() => parseCues({ cues, hints: { form: ['national'] } })).toThrow('cues.hints.form');
  });
});
