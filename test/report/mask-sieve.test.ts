import { findPhrase, indexPhrases } from '../../report/mask-phrases.ts';
import { PhraseSieve } from '../../report/mask-sieve.ts';
import { tokenize } from '../../report/mask-tokens.ts';
import { phraseOf } from './mask-sample.ts';

const PHRASES = ['Wierzba', 'Tomasz Wierzba', '620 Quarry', '309 555 0188', 'Mc Donald', 'Núñez'];
const index = indexPhrases([...PHRASES.map((text) => phraseOf(text)), phraseOf('Main St', { sure: false })]);
const sieve = new PhraseSieve(index, ({ sure }) => sure);
const isClean = (text: string) => sieve.isClean(text, 0, text.length);

test.each([
  'WIERZBA, and wierzba',
  'tomasz-wierzba',
  '620 rows, 620 Quarry Rd',
  '(309) 555.0188',
  'McDonald',
  'JWierzba',
])('of "%s" a word may begin a phrase', (text) => {
  expect(isClean(text)).toBe(false);
});

test.each(['T06:00:00Z', 'A0 and 1b', '2015-02-11T10:11:00Z'])(
  'a letter and a digit beside one another are no misread word: "%s"',
  (text) => {
    expect(isClean(text)).toBe(true);
  },
);

test.each(['', 'nothing at all', '620', 'Tomasz', 'Main St', 'Wierzbaa', 'it is 3.09 555', '“Tom”—Wierz'])(
  'of "%s" no word may begin a phrase',
  (text) => {
    expect(isClean(text)).toBe(true);
  },
);

test.each([
  'Nuñez',
  'Wi3rzba0la',
  'W1ERZBA',
  '1abc0',
  'T0AB',
  '10abc 0Z',
  'WlERZBA',
  'WIERZBAl',
  'lWERZBA',
  'aBC',
  '0kafor',
  'Łódź',
])('"%s" has to be cut into words whole', (text) => {
  expect(isClean(text)).toBe(false);
});

test('only what stands between the two offsets counts', () => {
  const text = 'Wierzba 620 Quarry Wierzba';
  expect(sieve.isClean(text, 8, 18)).toBe(false);
  expect(sieve.isClean(text, 8, 14)).toBe(true);
});

test('a phrase is seen over a gap between two readings that belong together', () => {
  const text = 'the 620 <b>Quarry';
  expect(sieve.isClean(text, 0, 8)).toBe(true);
  expect(sieve.isClean(text, 11, 17, true)).toBe(false);
  expect(sieve.isClean(text, 11, 17)).toBe(true);
});

test('no phrase is passed over, whatever letters stand beside it', () => {
  const signs = ['', ' ', '-', '0', '1', '7', 'l', 'L', 'x', 'X', 'é', '½', '—', '\n', '_', 'll', 'LL', 'xX'];
  const words = ['Wierzba', 'WIERZBA', 'wierzba', '620 Quarry', '309-555-0188', 'mcdonald', 'McDonald'];
  for (const word of words) {
    for (const before of signs) {
      for (const behind of signs) {
        const text = `${before}${word}${behind}`;
        const tokens = tokenize(text);
        const begins = tokens.some(
          (_token, at) => findPhrase(index, text, tokens, at, () => true) !== undefined,
        );
        expect([text, begins && isClean(text)]).toEqual([text, false]);
      }
    }
  }
});
