import type { NameFind, Scan } from './mask-scan.ts';
import type { Unit } from './mask-words.ts';

/** Shorter words in small letters are abbreviations and misspellings more often than names. */
const FEWEST_LETTERS = 4;

/**
 * Names in small letters, as transcripts and chats have them: words of the list of names that no dictionary has, with the
 * unknown words beside them ("gabriela montejo ixcoy"). They begin from the `from`-th unit on and before the `to`-th.
 */
export function findSmallNames({ text, units, senseOf }: Scan, from: number, to: number): NameFind[] {
  const isName = (unit: Unit | undefined): boolean => {
    if (unit === undefined || unit.capital || unit.digits || unit.text.length < FEWEST_LETTERS) return false;
    const sense = senseOf(unit.folds[0]!);
    return sense.name && sense.unknown && !sense.place;
  };
  const isUnknown = (unit: Unit | undefined): boolean =>
    unit !== undefined &&
    !unit.capital &&
    !unit.digits &&
    unit.text.length >= FEWEST_LETTERS &&
    senseOf(unit.folds[0]!).unknown;
  const finds: NameFind[] = [];
  for (let at = from; at < to; at++) {
    if (!isName(units[at])) continue;
    const first = at;
    while (isUnknown(units[at + 1]) && /^[ \t]$/.test(text.slice(units[at]!.end, units[at + 1]!.start)))
      at += 1;
    const members = units.slice(first, at + 1);
    finds.push({
      start: members[0]!.start,
      end: members.at(-1)!.end,
      words: members.flatMap((unit) => unit.folds),
      family: members.length > 1 ? 1 : 0,
      side: 'unknown',
      role: null,
      single: members.length === 1,
    });
  }
  return finds;
}
