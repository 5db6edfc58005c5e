import { stem } from '../../classify/stem.ts';

test.each([
  ['detained', 'detain', 'an ending is taken off'],
  ['ice', 'ice', 'a short word stays'],
  ['i-247', 'i-247', 'what is no plain word stays'],
  ['interconnectednesses', 'interconnected', 'a long word is a word'],
])('the stem of %j is %j: %s', (word, expected) => {
  expect(stem(word)).toBe(expected);
});

test('a file of megabytes that is one word comes back as it is', () => {
  const word = 'a'.repeat(30_000_000);
  expect(stem(word) === word).toBe(true);
});
