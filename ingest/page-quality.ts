import { LETTER_PAIRS } from './letter-pairs.ts';

/** What a text looks like, word by word. */
export interface TextQuality {
  /** Words that look like words of a language, and those that look like none. Numbers, addresses and codes are neither. */
  sound: number;
  broken: number;
  /** Commas, stops and colons with a space before them, and all of them. */
  loose: number;
  marks: number;
}

/** Fewer words than this say nothing about a page. */
const ENOUGH_WORDS = 12;
/** Share of broken words from which on a text layer is not trusted. Clean pages stay under 0.05, see docs/ocr.md. */
const BROKEN = 0.2;
/** Share of loose marks from which on a layer comes from a poor recogniser, and the least number of them. */
const LOOSE = 0.07;
const ENOUGH_LOOSE = 2;

/** Addresses, links, paths, times, amounts and reference numbers have rules of their own. */
const NEITHER = /@|:\/\/|\\|\/|www\.|\d[\d.,:/-]*\d|^[\p{Lu}\d&.'-]{1,6}$|\p{L}\.\p{L}|_{2,}|\.{3,}|█/u;
/** What surrounds a word: brackets, quotation marks, punctuation, dashes, bullets. */
const EDGES = /^[^\p{L}\p{N}\uFFFD\p{Co}]+|[^\p{L}\p{N}\uFFFD\p{Co}]+$/gu;
const UNMAPPED = /[\uFFFD\p{Co}\p{Cn}]/u;
/** A word in one case, or capitalised, or with one capital inside: McNeil. Parts may be joined. */
const CASED = /^(?:\p{Lu}?\p{Ll}+(?:\p{Lu}\p{Ll}+)?|\p{Lu}+s?|\p{Lo}+)$/u;
/** Single letters that are words in some language, and initials. */
const SINGLE = /^(?:[aeiouyAEIOUY]|\p{Lu})$/u;

function isPlausible(part: string): boolean {
  const bare = part.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  // Other scripts are judged by their case alone.
  if (!/^[a-z]+$/.test(bare)) return true;
  if (bare.length < 4 || part === part.toUpperCase()) return true;
  if (!/[aeiouy]/.test(bare)) return false;
  if (/(.)\1\1/.test(bare)) return false;
  for (let i = 0; i + 1 < bare.length; i += 1) {
    if (!LETTER_PAIRS[bare[i] ?? '']?.includes(bare[i + 1] ?? '')) return false;
  }
  return true;
}

/** True for a word of a language, false for what only looks like one, null for what is neither. */
function judgeWord(token: string): boolean | null {
  if (UNMAPPED.test(token)) return false;
  const word = token.replace(EDGES, '').replace(/['’]s$/u, '');
  if (!/\p{L}/u.test(word)) return /[\p{L}\p{N}]/u.test(token) || token.length < 3 ? null : soup(token);
  if (NEITHER.test(word) && !SINGLE.test(word)) return null;
  if ([...word].length === 1) return SINGLE.test(word) ? null : false;
  return word.split(/['’\-–—]/u).every((part) => part === '' || (CASED.test(part) && isPlausible(part)));
}

/** Signs without a letter: a row of one of them is a rule, several in disorder are soup. */
function soup(token: string): boolean | null {
  return new Set(token).size > 2 ? false : null;
}

/** Judges a text without knowing its language. */
export function judgeText(text: string): TextQuality {
  const quality: TextQuality = { sound: 0, broken: 0, loose: 0, marks: 0 };
  for (const token of text.split(/\s+/)) {
    const judged = judgeWord(token);
    if (judged === true) quality.sound += 1;
    if (judged === false) quality.broken += 1;
  }
  quality.marks = text.match(/[\p{L}\p{N}] ?[,.:;](?=\s|$)/gu)?.length ?? 0;
  quality.loose = text.match(/[\p{L}\p{N}] [,.:;](?=\s|$)/gu)?.length ?? 0;
  return quality;
}

/** Share of what is wrong in a text, 0 to 1: broken words and loose marks among all. */
export function faultShare({ sound, broken, loose, marks }: TextQuality): number {
  const all = sound + broken + marks;
  return all === 0 ? 1 : (broken + loose) / all;
}

/** A reading with fewer sound words than this share of the other's has not read the whole page. */
const COMPLETE = 0.8;

/** True where the second text of a page has fewer faults than the first and leaves out none of it. */
export function isBetterText(before: string, after: string): boolean {
  const [old, fresh] = [judgeText(before), judgeText(after)];
  return faultShare(fresh) < faultShare(old) && fresh.sound >= COMPLETE * old.sound;
}

/** True where a text layer is glyph soup, wrongly encoded, or the work of a poor recogniser. */
export function isPoorLayer(text: string): boolean {
  const { sound, broken, loose, marks } = judgeText(text);
  if (loose >= ENOUGH_LOOSE && loose >= LOOSE * marks) return true;
  return sound + broken >= ENOUGH_WORDS && broken >= BROKEN * (sound + broken);
}
