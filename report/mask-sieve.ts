import type { Phrase, PhraseIndex } from './mask-phrases.ts';
import { CAPITAL, CLASSES, DIGIT, letterClass, NO_WORD, NOT_ENGLISH, SMALL } from './plain-words.ts';

/** Bits of the number of a place in the table of words with which phrases begin. */
const BITS = 18;
/** What a place of the table says of a word: it is a phrase, begins one of two words, of more; and of words: they begin one. */
const ALONE = 1;
const OF_TWO = 2;
const OF_MORE = 4;
const TWO = 8;
const THREE = 16;

/** Words of a phrase by which it is told from other texts: numbers of one digit or two stand everywhere. */
const WORDS = 3;

/** A number for the word that is spelled by adding `code` to a word. The same for capitals and small letters. */
const hashWith = (hash: number, code: number): number => (Math.imul(hash, 31) + (code | 32)) & 0x3fffffff;

function hashOf(word: string): number {
  let hash = 0;
  for (let at = 0; at < word.length; at++) hash = hashWith(hash, word.charCodeAt(at));
  return hash;
}

/** A number for words that follow one another, by that of the words before the last. */
const joinHash = (before: number, last: number): number =>
  (Math.imul(before ^ (before >>> 15), 0x85ebca6b) + last) & 0x3fffffff;
const placeOf = (hash: number): number => Math.imul(hash, 0x9e3779b1) >>> (32 - BITS);

/** The class of the character at `at`; behind the end there is no word. */
const classAt = (text: string, at: number, end: number): number =>
  at < end ? letterClass(text.charCodeAt(at)) : NO_WORD;

/** Fewer letters are no word in which a recogniser may have misread one. */
const FEWEST_LETTERS = 3;

/** True where enough letters stand in one run with digits that are misread for letters, around `at`. */
function isRunOfLetters(text: string, at: number): boolean {
  const isPart = (place: number): boolean => {
    const code = text.charCodeAt(place);
    return letterClass(code) >= CAPITAL || (code & ~1) === 48;
  };
  let start = at;
  while (start > 0 && isPart(start - 1)) start -= 1;
  let letters = 0;
  for (let end = start; end < text.length && letters < FEWEST_LETTERS && isPart(end); end++) {
    if (letterClass(text.charCodeAt(end)) >= CAPITAL) letters += 1;
  }
  return letters >= FEWEST_LETTERS;
}

/** True where what `mendLetters` looks for may stand at the borders of a run of letters or digits. */
function mayBeMisread(text: string, start: number, at: number, first: number, next: number): boolean {
  const before = start === 0 ? NO_WORD : letterClass(text.charCodeAt(start - 1));
  // "0kafor", "NGUYEN1": 48 is "0" and 49 "1".
  if (first === DIGIT) {
    if (next >= CAPITAL && (text.charCodeAt(at - 1) & ~1) === 48 && isRunOfLetters(text, at)) return true;
    return before >= CAPITAL && (text.charCodeAt(start) & ~1) === 48 && isRunOfLetters(text, start);
  }
  // "NlG" and "ABl": a small l, 108, among capitals.
  if (next === CAPITAL && text.charCodeAt(at - 1) === 108) return true;
  return before === CAPITAL && first === CAPITAL && text.charCodeAt(start + 1) === 108;
}

/** Passes texts in which none of some phrases can stand. Reads each letter once, and spells only words that may count. */
export class PhraseSieve {
  /** Most words are passed without being spelled, since their place is empty. */
  readonly #table = new Uint8Array(1 << BITS);
  /** The first words of the phrases, up to `WORDS`, with a space between them. */
  readonly #openings = new Set<string>();
  #isFound = false;
  /** Where the last word begins and ends, and the one before it (2); -1 where there is none. */
  #start1 = -1;
  #end1 = -1;
  #hash1 = 0;
  #flags1 = 0;
  #start2 = -1;
  #end2 = -1;
  #hash2 = 0;
  #flags2 = 0;

  /** For the phrases of an index that are `wanted`. */
  constructor(index: PhraseIndex, wanted: (phrase: Phrase) => boolean) {
    for (const { alone, longer } of index.values()) {
      for (const phrase of [alone, ...longer.values()].flat()) {
        if (!wanted(phrase)) continue;
        const words = phrase.words.slice(0, WORDS);
        this.#openings.add(words.join(' '));
        const [one = 0, two = 0, three = 0] = words.map(hashOf);
        this.#mark(one, words.length === 1 ? ALONE : words.length === 2 ? OF_TWO : OF_MORE);
        if (words.length === 2) this.#mark(joinHash(one, two), TWO);
        if (words.length === 3) this.#mark(joinHash(joinHash(one, two), three), THREE);
      }
    }
  }

  /** True where no phrase can begin between `begin` and `end`. `goesOn`: behind the words that were read last. */
  isClean(text: string, begin: number, end: number, goesOn = false): boolean {
    if (!goesOn) this.#begin();
    return this.#read(text, begin, end) && !this.#isFound;
  }

  #mark(hash: number, flag: number): void {
    this.#table[placeOf(hash)]! |= flag;
  }

  #begin(): void {
    this.#isFound = false;
    this.#flags1 = 0;
    this.#flags2 = 0;
  }

  /** Reads on. False where the words are not to be told letter by letter. */
  #read(text: string, begin: number, end: number): boolean {
    const table = this.#table;
    const classes = CLASSES;
    let start1 = this.#start1;
    let end1 = this.#end1;
    let hash1 = this.#hash1;
    let start2 = this.#start2;
    let end2 = this.#end2;
    let hash2 = this.#hash2;
    let flags1 = this.#flags1;
    let flags2 = this.#flags2;
    for (let at = begin; at < end; ) {
      let code = text.charCodeAt(at);
      const first = classes[code]!;
      if (first === NO_WORD) {
        at += 1;
        continue;
      }
      if (first === NOT_ENGLISH) return false;
      const start = at;
      let hash = 0;
      let goesOn = first;
      let next = first;
      do {
        hash = hashWith(hash, code);
        at += 1;
        if (at === end) {
          next = NO_WORD;
          break;
        }
        code = text.charCodeAt(at);
        next = classes[code]!;
        if (first === CAPITAL) {
          // A capital before a small letter begins a word of its own, the D of "McDonald".
          if (at === start + 1 && next === SMALL) goesOn = SMALL;
          else if (goesOn === CAPITAL && next === CAPITAL && classAt(text, at + 1, end) === SMALL) break;
        }
      } while (next === goesOn);
      if (next >= CAPITAL || first === DIGIT) {
        // What is behind "aBC" is not told here.
        if (next === NOT_ENGLISH || mayBeMisread(text, start, at, first, next)) return false;
        if (first === SMALL && next === CAPITAL && classAt(text, at + 1, end) !== SMALL) return false;
      } else if (first === CAPITAL && mayBeMisread(text, start, at, first, next)) return false;
      if (
        (flags2 & OF_MORE) !== 0 &&
        (table[placeOf(joinHash(joinHash(hash2, hash1), hash))]! & THREE) !== 0
      ) {
        this.#take(text, [start2, end2, start1, end1, start, at]);
      }
      if ((flags1 & OF_TWO) !== 0 && (table[placeOf(joinHash(hash1, hash))]! & TWO) !== 0) {
        this.#take(text, [start1, end1, start, at]);
      }
      const flags = table[placeOf(hash)]!;
      if ((flags & ALONE) !== 0) this.#take(text, [start, at]);
      flags2 = flags1;
      flags1 = flags;
      start2 = start1;
      end2 = end1;
      hash2 = hash1;
      start1 = start;
      end1 = at;
      hash1 = hash;
    }
    this.#start1 = start1;
    this.#end1 = end1;
    this.#hash1 = hash1;
    this.#start2 = start2;
    this.#end2 = end2;
    this.#hash2 = hash2;
    this.#flags1 = flags1;
    this.#flags2 = flags2;
    return true;
  }

  /** Spells the words between each two of `places`, and says whether a phrase begins so. */
  #take(text: string, places: readonly number[]): void {
    let opening = '';
    for (let i = 0; i < places.length; i += 2) {
      opening += `${i === 0 ? '' : ' '}${text.slice(places[i], places[i + 1]).toLowerCase()}`;
    }
    this.#isFound ||= this.#openings.has(opening);
  }
}
