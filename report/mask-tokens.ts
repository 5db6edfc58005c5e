/** A run of letters or of digits. `fold` is without accents and in small letters. */
export interface Token {
  text: string;
  fold: string;
  start: number;
  end: number;
  /** Begins with a capital letter. */
  capital: boolean;
  /** Two letters or more, all of them capitals. */
  upper: boolean;
  digits: boolean;
}

// "McDonald" is two runs and "812Fell" two more, so that file names and misread spaces are read like any other text.
const RUN = /\p{N}+|\p{Lu}\p{M}*(?:\p{Ll}\p{M}*)+|(?:\p{L}\p{M}*)+?(?=\p{Lu}\p{M}*\p{Ll})|(?:\p{L}\p{M}*)+/gu;

/** Letters outside of English; dashes, quotation marks and blocks are none. */
const FOREIGN = /[ªµº\u00c0-\u1fff\u2c00-\ud7ff\uf900-\ufdff\uff00-\uffdc]/;
/** Anything but ASCII, spaces, punctuation, signs of money, arrows, lines and blocks. */
const NOT_PLAIN =
  /[^\0-\u00a9\u00ab-\u00b4\u00b6-\u00b9\u00bb-\u00bf\u2000-\u206f\u20a0-\u20bf\u2190-\u2bff]/;

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
    readPlainRuns(mended, (word, start, letters) => tokens.push(plainToken(word, start, letters)));
    return tokens;
  }
  for (const { 0: word, index } of mended.matchAll(RUN)) {
    const digits = /^\p{N}/u.test(word);
    tokens.push({
      text: word,
      fold: foldName(word),
      start: index,
      end: index + word.length,
      capital: /^\p{Lu}/u.test(word),
      upper: !digits && word.length > 1 && word === word.toUpperCase() && word !== word.toLowerCase(),
      digits,
    });
  }
  return tokens;
}

/**
 * The first `count` runs from `start` on, where a run begins, of a text in which a `PhraseSieve` has found it: there are only
 * letters of English in it, and none that is misread.
 */
export function tokensFrom(text: string, start: number, count: number): Token[] {
  const tokens: Token[] = [];
  readPlainRuns(text, (word, at, letters) => tokens.push(plainToken(word, at, letters)) < count, start);
  return tokens;
}

/** Every word that begins with a small letter, folded. */
export function eachSmallWord(text: string, take: (fold: string) => void): void {
  if (NOT_PLAIN.test(text)) {
    for (const { fold, digits, capital } of tokenize(text)) if (!digits && !capital) take(fold);
    return;
  }
  readPlainRuns(mendLetters(text, true), (word, _start, letters) => {
    if (letters === 'small') take(word);
    else if (letters === 'mIxEd' && word > '[') take(word.toLowerCase());
  });
}

/** What a run of plain letters is made of. */
type Letters = 'digits' | 'small' | 'Capital' | 'CAPITALS' | 'mIxEd';

/** Takes a run; false where no more are wanted. */
type TakeRun = (word: string, start: number, letters: Letters) => unknown;

function plainToken(word: string, start: number, letters: Letters): Token {
  const capital = letters === 'Capital' || letters === 'CAPITALS' || (letters === 'mIxEd' && word < '[');
  return {
    text: word,
    fold: letters === 'digits' || letters === 'small' ? word : word.toLowerCase(),
    start,
    end: start + word.length,
    capital,
    upper: letters === 'CAPITALS' && word.length > 1,
    digits: letters === 'digits',
  };
}

/** Classes of characters. `NO_WORD` is neither a letter nor a digit, `NOT_ENGLISH` may be either. */
export const NO_WORD = 0;
export const DIGIT = 1;
export const CAPITAL = 2;
export const SMALL = 3;
export const NOT_ENGLISH = 4;
/** The class of each character by its code. From 0x2c00 on there is none that a plain text has. */
const CLASSES = new Uint8Array(0x10000).fill(NOT_ENGLISH);
for (let code = 0; code < 0x2c00; code++) {
  const sign = String.fromCharCode(code);
  if (/\d/.test(sign)) CLASSES[code] = DIGIT;
  else if (/[A-Z]/.test(sign)) CLASSES[code] = CAPITAL;
  else if (/[a-z]/.test(sign)) CLASSES[code] = SMALL;
  else if (!NOT_PLAIN.test(sign)) CLASSES[code] = NO_WORD;
}

/** The class of a character by its code. */
export function letterClass(code: number): number {
  return CLASSES[code]!;
}

/** What `RUN` finds where every letter is one of English: the same runs, read letter by letter. */
function readPlainRuns(text: string, take: TakeRun, from = 0): void {
  const end = text.length;
  const classOf = (at: number): number => {
    if (at >= end) return NO_WORD;
    const kind = letterClass(text.charCodeAt(at));
    return kind === NOT_ENGLISH ? NO_WORD : kind;
  };
  for (let at = from; at < end; ) {
    const first = classOf(at);
    if (first === NO_WORD) {
      at += 1;
      continue;
    }
    const start = at;
    at += 1;
    let next = classOf(at);
    if (first === DIGIT || (first === CAPITAL && next === SMALL)) {
      const goesOn = first === DIGIT ? DIGIT : SMALL;
      while (next === goesOn) next = classOf(++at);
      if (take(text.slice(start, at), start, first === DIGIT ? 'digits' : 'Capital') === false) return;
      continue;
    }
    let [upper, lower] = [first === CAPITAL, first === SMALL];
    // A capital before a small letter begins a word of its own: the D of "McDonald".
    while (next === SMALL || (next === CAPITAL && classOf(at + 1) !== SMALL)) {
      upper ||= next === CAPITAL;
      lower ||= next === SMALL;
      next = classOf(++at);
    }
    if (take(text.slice(start, at), start, !upper ? 'small' : lower ? 'mIxEd' : 'CAPITALS') === false) return;
  }
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

/** True where the line that holds `at` is written in capitals: capital letters then say nothing. */
export function isShouted(text: string, at: number): boolean {
  const begin = text.lastIndexOf('\n', at - 1) + 1;
  const next = text.indexOf('\n', at);
  const line = text.slice(begin, next < 0 ? text.length : next);
  const capitals = line.match(/\p{Lu}/gu)?.length ?? 0;
  const small = line.match(/\p{Ll}/gu)?.length ?? 0;
  return capitals >= 8 && small <= capitals / 4;
}
