import {
  CAPITAL,
  letterClass,
  makeWord,
  NOT_ENGLISH,
  NOT_PLAIN,
  type PlainWord,
  readPlainWords,
  SMALL,
} from './plain-words.ts';

/** A run of letters or of digits where it stands in a text. `fold` is without accents and in small letters. */
export interface Token extends PlainWord {
  start: number;
  end: number;
}

// "McDonald" is two runs and "812Fell" two more, so that file names and misread spaces are read like any other text.
const RUN = /\p{N}+|\p{Lu}\p{M}*(?:\p{Ll}\p{M}*)+|(?:\p{L}\p{M}*)+?(?=\p{Lu}\p{M}*\p{Ll})|(?:\p{L}\p{M}*)+/gu;

/** Letters outside of English; dashes, quotation marks and blocks are none. */
const FOREIGN = /[ªµº\u00c0-\u1fff\u2c00-\ud7ff\uf900-\ufdff\uff00-\uffdc]/;
/** Letters that Unicode does not take apart into a letter and its accent. */
const WHOLE_LETTERS: Record<string, string> = {
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
  þ: 'th',
};

/** Where a recogniser may have taken a letter for a digit or for another letter, and the same for texts without foreign letters. */
const MISREAD = /\p{L}[01]|[01]\p{L}{2}|\p{Lu}[l1]\p{Lu}|\p{Lu}{2}l|l\p{Lu}{2}/u;
const PLAIN_MISREAD = /[A-Za-z][01]|[01][A-Za-z]{2}|[A-Z][1l][A-Z]|[A-Z]{2}l|l[A-Z]{2}/;

/** Small letters without accents: "NUÑO" → "nuno", "Wróbel" → "wrobel". */
export function foldName(word: string): string {
  const plain = /^[\x20-\x7e]*$/.test(word) ? word : word.normalize('NFKD').replace(/\p{M}/gu, '');
  return plain.toLowerCase().replace(/[łøđðßæœıþ]/g, (letter) => WHOLE_LETTERS[letter] ?? letter);
}

/**
 * Letters that a recogniser took for digits and for one another, put right: "0kafor" → "Okafor", "NlGERlA" → "NIGERIA".
 * As long as the text, so that places stay.
 */
export function mendLetters(text: string, isPlain = !NOT_PLAIN.test(text)): string {
  if (!(isPlain ? PLAIN_MISREAD : MISREAD).test(text)) return text;
  return text.replace(/\p{L}*[01][\p{L}01]*|\p{Lu}+l[\p{Lu}l01]*|l\p{Lu}[\p{Lu}l01]*/gu, (word) => {
    const letters = word.match(/\p{L}/gu)?.length ?? 0;
    if (letters < 3 || word.length - letters > letters / 2) return word;
    const capitals = word.match(/\p{Lu}/gu)?.length ?? 0;
    if (capitals >= 2 && /^[\p{Lu}l01]+$/u.test(word)) return word.replace(/[l1]/g, 'I').replace(/0/g, 'O');
    return word.replace(/^0/, 'O').replace(/^1/, 'I').replace(/0/g, 'o').replace(/1/g, 'l');
  });
}

/** The runs of a text, in order. */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  const isPlain = !NOT_PLAIN.test(text);
  const mended = mendLetters(text, isPlain);
  // Most texts are plain English, for which the short way takes a tenth of the time.
  if (isPlain || !FOREIGN.test(mended)) {
    readPlainWords(mended, (start, end) => tokens.push(tokenAt(makeWord(mended.slice(start, end)), start)));
    return tokens;
  }
  for (const { 0: word, index } of mended.matchAll(RUN)) {
    const digits = /^\p{N}/u.test(word);
    const capital = /^\p{Lu}/u.test(word);
    const upper = !digits && word.length > 1 && word === word.toUpperCase() && word !== word.toLowerCase();
    const fold = foldName(word);
    const initial = capital && word.length === 1;
    tokens.push(tokenAt({ text: word, fold, folds: [fold], capital, upper, digits, initial }, index));
  }
  return tokens;
}

/** A word where it stands. */
export function tokenAt(word: PlainWord, start: number): Token {
  const { text, fold, folds, capital, upper, digits, initial } = word;
  return { text, fold, folds, start, end: start + text.length, capital, upper, digits, initial };
}

/** True where a sentence, a line of a list or a header value begins at `at`: a capital there says little. */
export function startsSentence(text: string, at: number): boolean {
  let before = at - 1;
  while (before >= 0 && /[\s>"'“‘(*•\-–—#[]/.test(text[before] ?? '')) {
    if (text[before] === '\n' && isLineEnd(text, before)) return true;
    before -= 1;
  }
  if (before < 0) return true;
  const mark = text[before] ?? '';
  // "Mr. Perez", "Ofc. Nunn": a short word before the stop is an abbreviation.
  if (mark === '.') return !/(?:^|[^\p{L}])\p{L}{1,3}$/u.test(text.slice(Math.max(0, before - 4), before));
  return /[!?:;|\t]/.test(mark);
}

/** Lines shorter than this are not filled, so the next one begins anew. */
const FILLED_LINE = 60;

function isLineEnd(text: string, at: number): boolean {
  const begin = text.lastIndexOf('\n', at - 1) + 1;
  return at - begin < FILLED_LINE || /[.!?:;]\s*$/.test(text.slice(begin, at));
}

/** Fewer capitals than this make no line of capitals. */
const FEWEST_CAPITALS = 8;

/** True where the line that holds `at` is written in capitals: capital letters then say nothing. */
export function isShouted(text: string, at: number): boolean {
  const begin = text.lastIndexOf('\n', at - 1) + 1;
  const next = text.indexOf('\n', at);
  const end = next < 0 ? text.length : next;
  let [capitals, small] = [0, 0];
  for (let i = begin; i < end; i++) {
    const kind = letterClass(text.charCodeAt(i));
    if (kind === CAPITAL) capitals += 1;
    else if (kind === SMALL) small += 1;
    else if (kind === NOT_ENGLISH) return isLineShouted(text.slice(begin, end));
  }
  return capitals >= FEWEST_CAPITALS && small <= capitals / 4;
}

function isLineShouted(line: string): boolean {
  const capitals = line.match(/\p{Lu}/gu)?.length ?? 0;
  const small = line.match(/\p{Ll}/gu)?.length ?? 0;
  return capitals >= FEWEST_CAPITALS && small <= capitals / 4;
}
