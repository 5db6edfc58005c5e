import { createCoder } from '../../classify/coder.ts';
import { prepareLexicons } from '../../classify/lexicons.ts';
import { newestOf } from '../../classify/newest.ts';
import { readItem } from '../../classify/read-item.ts';
import { committedKnowledge, committedLexicons } from './labelled-samples.ts';

const LEXICONS = prepareLexicons(committedLexicons());
const inputOf = (body: string) => ({
  id: 'x',
  kind: 'thread',
  headers: {
    from: 'Det. Ana Ruiz <aruiz@oakpd.gov>',
    to: 'Poe, Jan, Deportation Officer <jan.poe@ice.dhs.gov>',
    cc: '',
    date: '',
    subject: 'RE: Ott',
  },
  body,
});
const newestIn = (body: string) => newestOf(readItem(inputOf(body), LEXICONS));
const words = (count: number) => `${Array.from({ length: count - 1 }, () => 'word').join(' ')} end.`;
const OLDER =
  '\n\nFrom: Poe, Jan\nSent: Monday, May 4, 2015 9:01 AM\nSubject: Ott\n\nHe has an order of removal. Is he in?\n';

describe('newestOf', () => {
  test('leaves the newest message with its subject and its writer', () => {
    const newest = newestIn(`He was charged with theft.${OLDER}`);
    expect(newest?.item.clauses.map(({ where, message }) => [where, message])).toEqual([
      ['subject', 0],
      ['body', 0],
    ]);
    expect(newest?.item.speakers.map(({ side }) => side)).toEqual(['police']);
    expect(newest?.item.recipients.map(({ side }) => side)).toEqual(['immigration']);
  });

  test.each([
    [5, 0.0294],
    [80, 0.25],
    [320, 0.4],
  ])('gives one of %d words a share of %d', (count, share) => {
    expect(newestIn(`${words(count)}${OLDER}`)?.share).toBeCloseTo(share, 4);
  });

  test.each([
    ['an item of one message', 'He was charged with theft.'],
    ['a message that only forwards another', OLDER.trimStart()],
    ['an empty item', ''],
  ])('finds none in %s', (_, body) => {
    expect(newestIn(body)).toBeNull();
  });
});

test('the coder says what share the newest message has', () => {
  const coder = createCoder(committedKnowledge());
  expect(coder.explain(inputOf(`${words(80)}${OLDER}`)).newest).toBe(0.25);
  expect(coder.explain(inputOf('He was charged with theft.')).newest).toBeNull();
});

test('what the newest message says counts for more than the same in an older one', () => {
  const coder = createCoder(committedKnowledge());
  const civil =
    'He has no charge here and no record. He overstayed his visa, will you come and pick him up for removal?';
  const crime = 'He sold heroin and cocaine from the car, the grand jury indicted him for trafficking.';
  const chain = (newer: string, older: string) =>
    coder.code(
      inputOf(
        `${newer}\n\nFrom: Ruiz, Ana\nSent: Monday, May 4, 2015 9:01 AM\nTo: Poe, Jan\nSubject: Ott\n\n${older}\n`,
      ),
    ).probabilities;
  expect(chain(civil, crime)['status-only']).toBeGreaterThan(chain(crime, civil)['status-only']);
});
