import type { Misreading, WordIndex } from './misread-words.ts';
import type { Token } from './tokenize.ts';

/** Marks as which a scan reads a letter within a word, and the letter; a space may stand where none was. */
const MARKS: Readonly<Record<string, readonly string[]>> = {
  ' ': [''],
  ';': ['i'],
  '!': ['i', 'l'],
  '|': ['l', 'i'],
  '+': ['t'],
};
/** Letters of the shortest word that is put together again. */
const SHORTEST = 5;

/**
 * Puts together, in place, the words that a scan has torn by a space or by a mark for a letter: "dep orted", "arr!ved", "|ist". What they
 * come to must be a frequent word, and one of two with a space between none. `text` is that of the clause.
 */
export function joinTorn(tokens: Token[], text: string, { known, ranks }: WordIndex): void {
  const wordOf = (start: string, marks: string, end: string): string | undefined =>
    MARKS[marks]
      ?.map((letter) => start + letter + end)
      .find((word) => word.length >= SHORTEST && ranks.has(word));
  for (let at = 0; at < tokens.length; at += 1) {
    const first = tokens[at]!;
    const second = tokens[at + 1];
    if (second !== undefined) {
      // Where the mark is an exclamation it is a token by itself.
      const isMark = second.text === '!';
      const last = isMark ? tokens[at + 2] : second;
      const gap = last === undefined ? '' : text.slice(first.end, last.start);
      if (last !== undefined && !(gap === ' ' && known.has(first.text) && known.has(last.text))) {
        const word = wordOf(first.text, gap, last.text);
        if (word !== undefined) {
          tokens.splice(at, isMark ? 3 : 2, { text: word, start: first.start, end: last.end });
          continue;
        }
      }
    }
    if (known.has(first.text)) continue;
    const before = text[first.start - 1] ?? '';
    const word = before === ' ' ? undefined : wordOf('', before, first.text);
    if (word !== undefined) first.text = word;
  }
}

/** Words before or behind another from which a scan may lose the space. */
const SMALL = new Set(
  'and are at be but by for from had has he her him his in is it my of on our she that the them they this to was we were will with you your'.split(
    ' ',
  ),
);
/** Letters of the longest two words behind one another. */
const LONGEST = 30;

/** Parts, in place, two words that begin with a small letter, between which a scan has lost the space: "thursdayfor", "theroad". */
export function partJoined(tokens: Token[], text: string, { known, ranks }: WordIndex): void {
  for (let at = 0; at < tokens.length; at += 1) {
    const { text: word, start, end } = tokens[at]!;
    if (word.length > LONGEST || end - start !== word.length || known.has(word) || !isSmall(text, start))
      continue;
    for (let cut = word.length - 2; cut > 1; cut -= 1) {
      const [first, second] = [word.slice(0, cut), word.slice(cut)];
      const isTwo = SMALL.has(first)
        ? SMALL.has(second) || isLong(second, ranks)
        : SMALL.has(second) && isLong(first, ranks);
      if (!isTwo) continue;
      const middle = start + cut;
      tokens.splice(at, 1, { text: first, start, end: middle }, { text: second, start: middle, end });
      at += 1;
      break;
    }
  }
}

const isLong = (word: string, ranks: ReadonlyMap<string, number>): boolean =>
  word.length > 3 && ranks.has(word);
const isSmall = (text: string, at: number): boolean => /[a-z]/.test(text[at] ?? '');

/** Letters of the shortest word that shows a poor scan, or is put back in one though it is in capitals: shorter ones are short forms. */
const SHORTEST_SHOWN = 5;
/** Letters of the shortest word that is put back where the scan is good: shorter ones may be of another language. */
const SHORTEST_MISSPELLED = 6;
/** The same for a word that lacks a letter or has any other, and that may be a name. */
const SHORTEST_LACKING = 8;

/** What no scan and no hand has misspelled: addresses, names of users, marks of topics. */
const MADE_UP = /[@#_]|:\/\/|www\.|\.(?:com|org|net|gov|edu|us)\b/i;
/** How far they are looked at on each side of a word. */
const AROUND = 60;

function isMadeUp(text: string, { start, end }: Token): boolean {
  const before = /\S*$/.exec(text.slice(Math.max(0, start - AROUND), start))![0];
  const behind = /^\S*/.exec(text.slice(end, end + AROUND))![0];
  return MADE_UP.test(before + text.slice(start, end) + behind);
}

/** True where a misread word is a sign of a poor scan, which the errors of a hand, names and words of another language seldom are. */
export function showsScan({ by }: Misreading, token: Token, text: string): boolean {
  return by === 'shape' && token.text.length >= SHORTEST_SHOWN && !isMadeUp(text, token);
}

/**
 * True where a misread word is put back: of a poor scan any in small letters, and what looks like a longer one in capitals; of a good scan
 * longer ones in small letters or with figures.
 */
export function isMended({ by }: Misreading, token: Token, text: string, poor: boolean): boolean {
  const { length } = token.text;
  const small = isSmall(text, token.start);
  if (isMadeUp(text, token)) return false;
  if (poor && small) return true;
  if (length < (by === 'loss' ? SHORTEST_LACKING : poor ? SHORTEST_SHOWN : SHORTEST_MISSPELLED)) return false;
  return poor ? by !== 'spelling' : small || /\d/.test(text.slice(token.start, token.end));
}

/** Different misread words of a text from which it is taken for that of a poor scan, and their share of its words. */
const FEWEST = 2;
const SHARE = 0.015;

/** True where so many of a text's words are misread that those with capitals, which may be names, are put back as well. */
export function isPoorScan(misread: number, words: number): boolean {
  return misread >= FEWEST && misread >= SHARE * words;
}
