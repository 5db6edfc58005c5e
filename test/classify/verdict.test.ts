import { CELLS } from '../../classify/answers.ts';
import { verdictOf } from '../../classify/coding.ts';
import { likeliest, verdictProbabilities } from '../../classify/verdicts.ts';

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

  test('lets the codebook break a tie', () => {
    const even = verdictProbabilities(CELLS.map(() => 0));
    expect(likeliest(even)).toBe('status-only');
  });
});
