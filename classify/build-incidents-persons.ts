import { NOT_IN_NAMES, PERSON_CUES } from './build-incidents-words.ts';

/** A private person whom some record names in full as the one it is about. */
export interface CasePerson {
  given: string;
  family: string;
  /** As written where first found. */
  shown: string;
  /** Month/day/year as digits, where it stands beside the name. */
  born: string | null;
}

const WORD = String.raw`\p{Lu}[\p{Ll}'’]+(?:-\p{Lu}[\p{Ll}'’]+)*`;
const SHOUTED = String.raw`\p{Lu}{2,}(?:['’-]\p{Lu}{2,})*`;
const MIDDLE = String.raw`(?:\s\p{Lu}\.)?(?:\s(?:de|del|de la|la|van|von|bin|al|el))?`;
const FULL_NAME = new RegExp(
  String.raw`(?<![\p{L}\p{N}@.])${WORD}${MIDDLE}(?:\s${WORD}){1,3}(?![\p{L}@])`,
  'gu',
);
const LISTED_NAME = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(${SHOUTED}|${WORD}),\s(${WORD}|${SHOUTED})(?:\s(?:${WORD}|\p{Lu}\.?))?(?![\p{L}@])`,
  'gu',
);
const BORN = String.raw`(\d{1,2})[/-](\d{1,2})[/-]((?:19|20)?\d{2})`;
/** Behind a name: a birth date, with or without DOB, or an age. */
const BIRTH_BEHIND = new RegExp(
  String.raw`^[\s,(:;-]{0,3}(?:\(?(?:D\.?O\.?B\.?|d/o/b|born)[\s:]*)?${BORN}`,
  'iu',
);
const AGE_BEHIND =
  /^(?:(?:,\s|\s\()(?:age\s)?\d{1,2}\b(?:\s?(?:y\/?o|yoa|yrs?(?: old)?))?\s?[),;.]|\s(?:age\s\d{1,2}\b|\d{1,2}\s?(?:y\/?o|yoa|yrs?)\b))/iu;
/** Or the number of a paper. */
const PAPER_BEHIND =
  /^[\s,(]{1,2}(?:SSN?|FBI|A|IL\s?DL|DL|OLN|passport|(?:\p{L}+\s)?passport)[\s#:]{1,3}[\p{Lu}\d-]{5,}/u;
const CUE_BEFORE = new RegExp(
  String.raw`(?<![\p{L}])(?:${PERSON_CUES.join('|')})[\s:,]+(?:(?:is|a|an|one)\s)?$`,
  'iu',
);

const NOT_NAMES = new Set(NOT_IN_NAMES);

/** The persons whom a text shows to be those it is about: named in full, with a birth date, an age or a word such as "driver". */
export function findPersons(text: string): CasePerson[] {
  const listed = [...text.matchAll(LISTED_NAME)].flatMap((found) => {
    const behind = text.slice(found.index + found[0].length, found.index + found[0].length + 30);
    const born = birthBehind(behind);
    return born === null ? [] : personOf(found[2]!, found[1]!, found[0], born);
  });
  const full = [...text.matchAll(FULL_NAME)].flatMap((found) => {
    const words = found[0].split(/\s+/);
    const start = words.findIndex((word) => !NOT_NAMES.has(word.toLowerCase().replace(/\./g, '')));
    const kept = words.slice(Math.max(0, start));
    if (kept.length < 2 || kept.some((word) => NOT_NAMES.has(word.toLowerCase()))) return [];
    const at = found.index + found[0].length - kept.join(' ').length;
    const behind = text.slice(found.index + found[0].length, found.index + found[0].length + 30);
    const born = birthBehind(behind);
    const about =
      born !== null ||
      AGE_BEHIND.test(behind) ||
      PAPER_BEHIND.test(behind) ||
      CUE_BEFORE.test(text.slice(Math.max(0, at - 40), at));
    return about ? personOf(kept[0]!, kept.at(-1)!, kept.join(' '), born) : [];
  });
  return [...listed, ...full];
}

function birthBehind(behind: string): string | null {
  const found = BIRTH_BEHIND.exec(behind);
  if (!found) return null;
  const [, month, day, year = ''] = found;
  return `${Number(month)}/${Number(day)}/${year.slice(-2)}`;
}

function personOf(given: string, family: string, shown: string, born: string | null): CasePerson[] {
  const fold = (word: string) =>
    word
      .normalize('NFKD')
      .replace(/[^\p{L}-]/gu, '')
      .toLowerCase();
  if (NOT_NAMES.has(fold(given)) || NOT_NAMES.has(fold(family))) return [];
  return [{ given: fold(given), family: fold(family), shown, born }];
}
