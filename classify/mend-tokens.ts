import type { Misreading, WordIndex } from './misread-words.ts';
import type { Token } from './tokenize.ts';

/** Marks as which a scan reads a letter within a word, and the letter. */
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
 * Puts together, in place, the words that a scan has torn by a space or by a mark for a letter: "dep orted", "arr!ved", "|ist". One of
 * the pieces must be no word, and what they come to must be a frequent one. `text` is that of the clause.
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
      const isMark = /^[!?]$/.test(second.text);
      const last = isMark ? tokens[at + 2] : second;
      if (last !== undefined && !(known.has(first.text) && known.has(last.text))) {
        const word = wordOf(first.text, text.slice(first.end, last.start), last.text);
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

/** Parts, in place, two words in small letters between which a scan has lost the space: "thursdayfor", "theroad". */
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
const SHORTEST_LACKING = 8;
/** Letters of the shortest word that is put back where the scan is good: shorter ones may be of another language. */
const SHORTEST_MISSPELLED = 6;

/**
 * True where a misread word is a sign of a poor scan. Names and words of another language seldom look like another word; without a
 * letter they often are one.
 */
export function showsScan({ by }: Misreading, { text, start, end }: Token, whole: string): boolean {
  if (whole[start - 1] === '@' || whole[end] === '@') return false;
  return by === 'loss'
    ? text.length >= SHORTEST_LACKING && isSmall(whole, start)
    : text.length >= SHORTEST_SHOWN;
}

/** True where a misread word is put back: any long one of a poor scan, and short ones in small letters; of a good scan what is no name. */
export function isMended(
  { by }: Misreading,
  { text, start, end }: Token,
  whole: string,
  poor: boolean,
): boolean {
  const small = isSmall(whole, start);
  if (poor) return small || text.length >= SHORTEST_SHOWN;
  if (by === 'loss' || text.length < SHORTEST_MISSPELLED) return false;
  return small || /\d/.test(whole.slice(start, end));
}

/** Different misread words of a text from which it is taken for that of a poor scan, and their share of its words. */
const FEWEST = 2;
const SHARE = 0.015;

/** True where so many of a text's words are misread that those with capitals, which may be names, are put back as well. */
export function isPoorScan(misread: number, words: number): boolean {
  return misread >= FEWEST && misread >= SHARE * words;
}
