import type { MaskKnowledge } from './mask-knowledge.ts';
import { gapBetween, MOST_WORDS, type Reading, type Scan } from './mask-scan.ts';
import { canBeName, foldOf, surroundingsOf } from './mask-words.ts';

/** Titles in small letters are shorter words as well. In letters. */
export const SHORTEST_SMALL_TITLE = 5;

/** Whether a word is a title where it is written with a capital letter, or without. */
export function isTitle(fold: string, capital: boolean, lists: MaskKnowledge['lists']): boolean {
  if (!capital && fold.length < SHORTEST_SMALL_TITLE) return false;
  return lists.titles.has(fold) || lists.civil_titles.has(fold) || lists.press_titles.has(fold);
}

function isTitleAt({ units, knowledge: { lists } }: Scan, at: number): boolean {
  const unit = units[at];
  return unit !== undefined && !unit.digits && isTitle(foldOf(unit), unit.capital, lists);
}

function isHonorific({ units, knowledge: { lists } }: Scan, at: number): boolean {
  const unit = units[at];
  return unit?.capital === true && lists.honorifics.has(foldOf(unit));
}

/** A word that is a name to somebody who reads it behind a title or an honorific. */
function isNameAfterTitle(scan: Scan, at: number): boolean {
  const unit = scan.units[at];
  if (unit === undefined) return false;
  if (isStreetName(scan, at)) return true;
  if (!canBeName(unit, scan.senseOf)) return false;
  const parts = unit.folds.map(scan.senseOf);
  const { shouted } = surroundingsOf(scan.text, unit);
  if (parts.some((part) => part.unknown || (part.name && !part.common))) return true;
  return !shouted && parts.some((part) => part.name || (!part.everyday && !part.place));
}

/** "Ms. Pike", "Ofc. Lane": names that are parts of streets as well, where no street or house follows. */
function isStreetName({ units, senseOf, text }: Scan, at: number): boolean {
  const unit = units[at]!;
  const sense = senseOf(unit.folds[0]!);
  if (!unit.capital || unit.folds.length > 1 || !sense.organisation || !sense.name) return false;
  const next = units[at + 1];
  return next === undefined || !next.capital || !/^[ \t]$/.test(text.slice(unit.end, next.start));
}

/** "Ofc. Nunn", "SA M. Youngquist", "Det. Sgt. Kohlmeyer", "Mr. Perez-López". */
export function readTitled(scan: Scan, at: number): Reading | null {
  const honorific = isHonorific(scan, at);
  if (!honorific && !isTitleAt(scan, at)) return null;
  const { units } = scan;
  let next = at + 1;
  while (next < units.length && isTitleAt(scan, next) && /^[./]?\s?$/.test(gapBetween(scan, next - 1, next)))
    next += 1;
  const begin = next;
  const words: string[] = [];
  while (next < units.length && next - begin < MOST_WORDS) {
    const unit = units[next]!;
    const gap = gapBetween(scan, next - 1, next);
    const stop = next > begin && units[next - 1]!.text.length <= 3;
    if (!(next === begin ? /^[./:]?[ \t]{1,3}$/ : stop ? /^\.?[ \t]$/ : /^[ \t]$/).test(gap)) break;
    if (unit.initial && words.length < 2) words.push(unit.folds[0]!);
    else if (isNameAfterTitle(scan, next)) words.push(...unit.folds);
    else break;
    next += 1;
  }
  const long = words.filter((word) => word.length > 1);
  if (long.length === 0) return null;
  const role = honorific ? null : (units[begin - 1]?.folds.join('') ?? null);
  return {
    find: {
      start: units[begin]!.start,
      end: units[next - 1]!.end,
      words,
      family: 1,
      side: honorific ? 'private' : 'public',
      role,
      single: false,
    },
    next,
  };
}
