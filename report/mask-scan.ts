import { DATE } from './mask-forms.ts';
import type { MaskKnowledge } from './mask-knowledge.ts';
import type { SenseOf, Unit } from './mask-words.ts';

/** A name where it stands. `words` are folded, given name first where the order shows. */
export interface NameFind {
  start: number;
  end: number;
  words: string[];
  /** Which of `words` is the family name, from the end; 0 where only a given name or one word is there. */
  family: number;
  /** `public`: behind a title. `private`: by honorific, birth date or what is said. `unknown`: only by its look. */
  side: 'public' | 'private' | 'unknown';
  role: string | null;
  /** True where the words only count as a name if they are written like one. */
  single: boolean;
}

/** A name of more words than this is a heading. */
export const MOST_WORDS = 4;

/** One text while names are looked for in it. */
export interface Scan {
  text: string;
  units: Unit[];
  senseOf: SenseOf;
  knowledge: MaskKnowledge;
}

/** What stands at a place, and where to read on. */
export interface Reading {
  find: NameFind | null;
  next: number;
}

/** What stands between two words; two line ends where one of them is missing. */
export function gapBetween({ text, units }: Scan, left: number, right: number): string {
  const [a, b] = [units[left], units[right]];
  return a === undefined || b === undefined ? '\n\n' : text.slice(a.end, b.start);
}

/** What stands behind the name of somebody who is written about: a birth date, an age, sex, the number of a paper. */
export const BEHIND_NAME = new RegExp(
  String.raw`^[\s,(:;-]{0,4}(?:(?:\(?(?:d\.?o\.?b\.?|d/o/b|born|b\.)[\s:/]*(?:maybe |approx )?)?${DATE}|(?:[MF]|[WBHAUI]/[MF]|[wbhaui]/[mf])\b|A[\s#-]{0,2}[\d█]{2,}|(?:bkg|booking|sid|fbi|oln|ssn|passport|ppt)\b|age\s?\d|\d{1,2}\s?(?:y/?o|yoa|yrs?)\b|\(?\d{1,2}\)?[,)])`,
  'iu',
);

/** Whether the words before a name say that a person is meant: "driver", "his wife", "a subject named". */
export function isCued(before: string, { lists }: MaskKnowledge): boolean {
  const found =
    /(?<![\p{L}])(\p{L}+)(?:['’]s)?[\s:,(]{1,3}(?:(?:is|was|a|an|one|named?|called)\s)?["“]?$/u.exec(before);
  const word = found?.[1]?.toLowerCase();
  return word !== undefined && (lists.person_cues.has(word) || lists.kin.has(word));
}
