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
export const CLASSES = new Uint8Array(0x10000).fill(NOT_ENGLISH);
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
  /** `fold` by itself. */
  folds: readonly string[];
  /** Begins with a capital letter. */
  capital: boolean;
  /** Two letters or more, all of them capitals. */
  upper: boolean;
  digits: boolean;
  /** A lone capital letter. */
  initial: boolean;
}

/** A word by its spelling. */
export function makeWord(text: string): PlainWord {
  const digits = letterClass(text.charCodeAt(0)) === DIGIT;
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

/**
 * Gives the runs of a text in which every letter is one of English, in order: where each begins and ends, and a number made of
 * its letters. "McDonald" is two runs and "812Fell" two more. Other signs are taken for spaces.
 */
export function readPlainWords(text: string, take: (start: number, end: number, hash: number) => void): void {
  const classes = CLASSES;
  const { length } = text;
  for (let at = 0; at < length; ) {
    let code = text.charCodeAt(at);
    const first = classes[code]!;
    if (first === NO_WORD || first === NOT_ENGLISH) {
      at += 1;
      continue;
    }
    const start = at;
    let hash = 0;
    let isCapitalized = false;
    let isOneWord = true;
    do {
      hash = (Math.imul(hash, 31) + code) | 0;
      at += 1;
      if (at === length) break;
      code = text.charCodeAt(at);
      const next = classes[code]!;
      if (first === DIGIT) isOneWord = next === DIGIT;
      else if (next === SMALL) isCapitalized ||= first === CAPITAL && at === start + 1;
      else if (next !== CAPITAL || isCapitalized) isOneWord = false;
      // A capital before a small letter begins a word of its own: the D of "McDonald".
      else isOneWord = at + 1 === length || classes[text.charCodeAt(at + 1)] !== SMALL;
    } while (isOneWord);
    take(start, at, hash ^ (hash >>> 15));
  }
}
