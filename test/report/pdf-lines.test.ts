import type { PdfFile } from '../../report/pdf-file.ts';
import { breakLines, lineWidth } from '../../report/pdf-lines.ts';
import { cleanText, openWords, type Span } from '../../report/pdf-words.ts';

/** A font in which every sign is half as wide as it is high, with Latin letters in its faces, and Greek and Hebrew ones in the fallback. */
const FILE = {
  hasGlyph: (face, codePoint) =>
    face === 'fallback'
      ? codePoint < 0x600 || codePoint === 0x25a1
      : codePoint < 0x250 || (codePoint > 0x2000 && codePoint < 0x2070),
  measure: (_face, text) => [...text].length / 2,
} as PdfFile;

const WORDS = openWords(FILE);
const SIZE = 10;

/** Lines of `signs` signs each, as text; the spans of a line between bars where their style differs. */
function set(spans: readonly Span[] | string, signs: number): string[] {
  const list = typeof spans === 'string' ? [{ text: spans }] : spans;
  return breakLines(WORDS, list, SIZE, signs * 5).map((line) => line.map(({ text }) => text).join('|'));
}

describe('lines', () => {
  test.each([
    ['break at spaces, which are kept for who copies them', 'one two three', 7, ['one two ', 'three']],
    ['take any white space for one space', ' one \t two\u00a0 ', 20, ['one two']],
    ['end at a newline', 'one\ntwo', 20, ['one ', 'two']],
    ['keep an empty line between two', 'one\n\ntwo', 20, ['one ', ' ', 'two']],
    ['do not begin with newlines', '\n\none', 20, [' ', 'one']],
    ['are none where there is nothing to set', ' \n ', 20, []],
    ['break a word that is too long anywhere', 'abcdefgh', 3, ['abc', 'def', 'gh']],
    ['break an address behind its signs', 'https://ab.cd/efgh', 9, ['https://', 'ab.cd/', 'efgh']],
    ['begin a long word on a line of its own', 'ab abcdefgh', 5, ['ab ', 'abcde', 'fgh']],
  ])('%s', (_name, text, signs, lines) => {
    const found = set(text, signs).map((line) => (line === '' ? ' ' : line));
    expect(found).toEqual(lines);
  });

  test('keep a word whole that two spans share', () => {
    expect(set([{ text: 'see “words', face: 'bold' }, { text: '”, there' }], 8)).toEqual([
      'see ',
      '“words|”, ',
      'there',
    ]);
  });

  test('are never wider than they may be', () => {
    const text = 'Lorem ipsum dolor-sit amet/consectetur adipiscingelitseddoeiusmod tempor 移民局 αβγ';
    for (let signs = 1; signs < 40; signs += 1) {
      for (const line of breakLines(WORDS, [{ text }], SIZE, signs * 5)) {
        expect(lineWidth(line)).toBeLessThanOrEqual(signs * 5 + 0.01);
      }
    }
  });

  test('turn to the fallback for the signs that a face lacks, and to boxes for those that both lack', () => {
    const [line = []] = breakLines(WORDS, [{ text: 'aβ移民c' }], SIZE, 500);
    expect(line.map(({ text, face, actual }) => [text, face, actual])).toEqual([
      ['a', 'regular', null],
      ['β', 'fallback', null],
      ['□□', 'fallback', '移民'],
      ['c', 'regular', null],
    ]);
  });

  test('order the words of a script that runs from right to left among one another', () => {
    expect(set('see אבג דהו now', 40).join('')).toBe('see |דהו אבג |now');
  });
});

describe('clean text', () => {
  test.each([
    ['a\u0000b\u001bc', 'abc'],
    ['a\u202eb\u2066c\ufeff', 'abc'],
    ['half \ud800 pair', 'half \ufffd pair'],
    ['whole \ud83d\ude00 pair', 'whole \ud83d\ude00 pair'],
    ['a\r\nb\rc\td', 'a\nb\nc d'],
    ['soft\u00adhyphen', 'softhyphen'],
  ])('%j is set as %j', (text, cleaned) => {
    expect(cleanText(text)).toBe(cleaned);
  });
});
