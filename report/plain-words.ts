/** Anything but ASCII, spaces, punctuation, signs of money, arrows, lines and blocks. */
export const NOT_PLAIN =
  /[^\0-\u00a9\u00ab-\u00b4\u00b6-\u00b9\u00bb-\u00bf\u2000-\u206f\u20a0-\u20bf\u2190-\u2bff]/;

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

/** A run of letters of English or of digits, wherever it stands. */
export interface PlainWord {
  text: string;
  /** In small letters. */
  fold: string;
  /** `fold` by itself, shared by all places where the word stands. */
  folds: readonly string[];
  /** Begins with a capital letter. */
  capital: boolean;
  /** Two letters or more, all of them capitals. */
  upper: boolean;
  digits: boolean;
  /** A lone capital letter. */
  initial: boolean;
}

/** Longer words are made anew each time: a cut of a text would hold on to all of it. In UTF-16 units. */
const LONGEST_KEPT = 12;
const KEPT = 1 << 15;
/** Words that were met, by a number made of their letters: most words of a text have been, and need not be copied out of it. */
const kept: (PlainWord | undefined)[] = new Array<PlainWord | undefined>(KEPT).fill(undefined);

function stands(word: string, text: string, start: number): boolean {
  for (let at = 0; at < word.length; at++) {
    if (word.charCodeAt(at) !== text.charCodeAt(start + at)) return false;
  }
  return true;
}

function makeWord(text: string, digits: boolean): PlainWord {
  const capital = /^[A-Z]/.test(text);
  const fold = digits ? text : text.toLowerCase();
  return {
    text,
    fold,
    folds: [fold],
    capital,
    upper: capital && text.length > 1 && text === text.toUpperCase(),
    digits,
    initial: capital && text.length === 1,
  };
}

/** The word between two places of a text, whose letters make the number `hash`. */
function wordAt(text: string, start: number, end: number, hash: number, digits: boolean): PlainWord {
  if (end - start > LONGEST_KEPT) return makeWord(text.slice(start, end), digits);
  const place = hash & (KEPT - 1);
  const known = kept[place];
  if (known !== undefined && known.text.length === end - start && stands(known.text, text, start))
    return known;
  const word = makeWord(text.slice(start, end), digits);
  kept[place] = word;
  return word;
}

/**
 * Gives the runs of a text in which every letter is one of English, from `from` on, in order, until `take` returns false.
 * "McDonald" is two runs and "812Fell" two more. Other signs are taken for spaces.
 */
export function readPlainWords(
  text: string,
  take: (word: PlainWord, start: number) => unknown,
  from = 0,
): void {
  const end = text.length;
  for (let at = from; at < end; ) {
    let code = text.charCodeAt(at);
    const first = letterClass(code);
    if (first === NO_WORD || first === NOT_ENGLISH) {
      at += 1;
      continue;
    }
    const start = at;
    let hash = 0;
    // A capital before a small letter begins a word of its own: the D of "McDonald".
    let isOneWord = false;
    do {
      hash = (Math.imul(hash, 31) + code) | 0;
      at += 1;
      code = at < end ? text.charCodeAt(at) : 0;
      const next = letterClass(code);
      if (first === DIGIT) isOneWord = next === DIGIT;
      else if (next === SMALL) isOneWord = true;
      else if (next !== CAPITAL || (first === CAPITAL && isCapitalized(text, start, at))) isOneWord = false;
      else isOneWord = at + 1 >= end || letterClass(text.charCodeAt(at + 1)) !== SMALL;
    } while (isOneWord);
    if (take(wordAt(text, start, at, hash ^ (hash >>> 15), first === DIGIT), start) === false) return;
  }
}

/** A capital and small letters. */
function isCapitalized(text: string, start: number, end: number): boolean {
  return end > start + 1 && letterClass(text.charCodeAt(start + 1)) === SMALL;
}
