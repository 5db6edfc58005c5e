import { Openings } from '../../report/mask-openings.ts';
import { findPhrase, indexPhrases } from '../../report/mask-phrases.ts';
import { tokenize } from '../../report/mask-tokens.ts';
import { WordRows } from '../../report/word-rows.ts';
import { phraseOf } from './mask-sample.ts';

const TEXTS = [
  'Ofc. McDonald met Tovar-Klein at 812Fell, again.',
  '',
  "Núñez y O'Brien, ICE",
  'NlGERlA and 0kafor met Okafor twice: Okafor, okafor',
  'the phone 309-555-0188 of Tomasz Wierzba',
];

function rowsOf(texts: readonly string[]): WordRows {
  const rows = new WordRows();
  for (const text of texts) rows.add(text);
  return rows;
}

test('a row has the words of its text, each where it stands', () => {
  const rows = rowsOf(TEXTS);
  expect([...rows.texts()].map(([text]) => text)).toEqual(TEXTS);
  for (const [text, row] of rows.texts()) expect(rows.tokensIn(row)).toEqual(tokenize(text));
});

test.each([0, 9, 20])('texts behind the first %i words are cut again, with the same words', (most) => {
  const rows = new WordRows(most);
  for (const text of TEXTS) rows.add(text);
  const { length } = rows.words;
  for (const [text, row] of rows.texts()) expect(rows.tokensIn(row)).toEqual(tokenize(text));
  for (const text of TEXTS.toReversed()) expect(rows.tokensIn(rows.rowOf(text)!)).toEqual(tokenize(text));
  expect(rows.words).toHaveLength(length);
});

test('the same spelling has the same number in all texts', () => {
  const rows = rowsOf(TEXTS);
  const spellings = rows.words.map(({ text }) => text);
  expect(new Set(spellings).size).toBe(spellings.length);
  expect(spellings).toEqual(expect.arrayContaining(['Okafor', 'okafor', 'Núñez']));
});

test('more words than there was room for keep their numbers', () => {
  const many = Array.from({ length: 400 }, (_, i) =>
    Array.from(
      { length: 40 },
      (_, k) => `w${String.fromCharCode(97 + (i % 26), 97 + (k % 26))}x ${i * 40 + k}`,
    ).join(' '),
  );
  const rows = rowsOf(many);
  for (const [text, row] of rows.texts()) {
    expect(rows.tokensIn(row).map((token) => token.text)).toEqual(tokenize(text).map((token) => token.text));
  }
});

test.each([
  ['Tovar-Klein', [false, true]],
  ["O'Brien met", [false, true, false]],
  ['McDonald', [false, true]],
  ['Tovar - Klein', [false, false]],
  ['Tovar, Klein', [false, false]],
])('the rests of words in "%s" are told: %j', (text, tails) => {
  const rows = rowsOf(['another', text]);
  const row = rows.rowOf(text)!;
  expect(tails.map((_, i) => rows.isTail(text, row, row.from + i))).toEqual(tails);
});

test('a range is widened by whole words and ends with its row', () => {
  const text = 'with Tovar-Klein and Mc Nunn here';
  const rows = rowsOf(['one two', text, 'three']);
  const row = rows.rowOf(text)!;
  const words = (before: number, behind: number) =>
    rows
      .tokensIn(rows.widen(text, row, { from: row.from + 2, to: row.from + 3 }, [before, behind]))
      .map((token) => token.text);
  expect(words(0, 0)).toEqual(['Tovar', 'Klein']);
  expect(words(1, 2)).toEqual(['with', 'Tovar', 'Klein', 'and', 'Mc']);
  expect(words(9, 9)).toEqual(['with', 'Tovar', 'Klein', 'and', 'Mc', 'Nunn', 'here']);
  expect(rows.unitsIn(text, row).map((unit) => unit.text)).toContain('Tovar-Klein');
});

describe('openings', () => {
  const index = indexPhrases(
    ['Wierzba', 'Tomasz Wierzba', '309 555 0188', 'Núñez', 'Mc Donald'].map((text) => phraseOf(text)),
  );

  test('of a text that was not read nothing is said', () => {
    expect(new Openings(index, rowsOf(TEXTS)).in('Wierzba')).toBeNull();
  });

  test('there are all words at which a phrase begins, with as many as it has', () => {
    const rows = rowsOf(TEXTS);
    const openings = new Openings(index, rows);
    for (const text of TEXTS) {
      const tokens = tokenize(text);
      const begins = tokens.flatMap((token, at) => {
        const found = findPhrase(index, text, tokens, at, () => true);
        return found === undefined ? [] : [[token.start, found.words]];
      });
      const opened = openings.in(text)!.map((few) => {
        const found = findPhrase(index, text, few, 0, () => true);
        return [few[0]!.start, found?.words];
      });
      expect(opened.filter(([, words]) => words !== undefined)).toEqual(begins);
    }
    expect(openings.in('Ofc. McDonald met Tovar-Klein at 812Fell, again.')).toHaveLength(1);
  });
});
