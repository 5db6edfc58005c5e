import { indexAbbreviations, parseAbbreviations, stem, wordOf } from '../../classify/stem.ts';
import { committedLexicons } from './labelled-samples.ts';

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

describe('short forms', () => {
  const SHORT = indexAbbreviations(parseAbbreviations({ words: { fentanyl: ['fent'], vehicles: ['vehs'] } }));

  test('count as the words they stand for', () => {
    expect(wordOf('fent', SHORT)).toBe(stem('fentanyl'));
    expect(wordOf('vehs', SHORT)).toBe(wordOf('vehicle', SHORT));
    expect(wordOf('fent')).toBe('fent');
  });

  test.each([
    [{ words: { a: ['x'], b: ['x'] } }, /"x" stands for another word/],
    [{ words: { a: 'x' } }, /expected a list/],
    [{}, /expected an object/],
  ])('refuses %j', (value, message) => {
    expect(() => parseAbbreviations(value)).toThrow(message);
  });

  test('of the project stand for words that are spelled out', () => {
    const { abbreviations } = committedLexicons();
    const words = Object.keys(abbreviations);
    const forms = new Set(Object.values(abbreviations).flat());
    expect(forms.size).toBeGreaterThan(300);
    expect(words.filter((word) => forms.has(word))).toEqual([]);
  });
});
