import { CELLS } from '../../classify/answers.ts';
import { verdictOf } from '../../classify/coding.ts';
import { chooseVerdict, verdictProbabilities } from '../../classify/verdicts.ts';

describe('verdictOf', () => {
  test.each([
    ['mention', null, null, 'not-contact'],
    ['none', null, null, 'not-contact'],
    ['contact', 'criminal', 'alleged-crime', 'criminal-investigation'],
    ['contact', 'criminal', 'none', 'criminal-investigation'],
    ['contact', 'civil-immigration', 'none', 'status-only'],
    ['contact', 'civil-immigration', 'infraction', 'status-only'],
    ['contact', 'civil-immigration', 'unstated', 'status-only'],
    ['contact', 'civil-immigration', 'alleged-crime', 'mixed'],
    ['contact', 'victim-services', 'none', 'administrative'],
    ['contact', 'administrative', 'unstated', 'administrative'],
    ['contact', 'unclear', 'unstated', 'undetermined'],
  ] as const)('%s, %s, %s is %s', (relevance, purpose, conduct, verdict) => {
    expect(verdictOf(relevance, purpose, conduct)).toBe(verdict);
  });
});

describe('verdictProbabilities', () => {
  test('sums the cells of a verdict', () => {
    const cells = CELLS.map(() => 0.1);
    const sums = verdictProbabilities(cells);
    expect(sums['status-only']).toBeCloseTo(0.3);
    expect(sums['not-contact']).toBeCloseTo(0.2);
    expect(Object.values(sums).reduce((a, b) => a + b)).toBeCloseTo(1);
  });
});

describe('chooseVerdict', () => {
  const shares = ([
    status,
    mixed,
    criminal,
    undetermined,
    administrative,
    not,
  ]: readonly number[]): Parameters<typeof chooseVerdict>[0] => ({
    'status-only': status!,
    mixed: mixed!,
    'criminal-investigation': criminal!,
    undetermined: undetermined!,
    administrative: administrative!,
    'not-contact': not!,
  });

  test.each([
    ['the likeliest of the contacts', [0.1, 0.4, 0.1, 0.1, 0.1, 0.2], 'mixed'],
    ['a contact whose share is spread over several verdicts', [0.05, 0.2, 0.15, 0.1, 0.1, 0.4], 'mixed'],
    [
      'a contact where it is as likely as not that there was none',
      [0.1, 0.1, 0.2, 0.06, 0.04, 0.5],
      'criminal-investigation',
    ],
    ['no contact where that is much likelier than not', [0.1, 0.1, 0.1, 0.05, 0.05, 0.6], 'not-contact'],
    ['the first of the codebook where all are even', [0, 0, 0, 0, 0, 0], 'status-only'],
  ] as const)('gives %s', (_, given, verdict) => {
    expect(chooseVerdict(shares(given))).toBe(verdict);
  });
});
