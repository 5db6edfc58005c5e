import { BEHIND_NAME, gapBetween, type Reading, type Scan } from './mask-scan.ts';
import { canBeName } from './mask-words.ts';

/** "VANDERMOLEN, Spencer", "Asrat, Dawit   bkg 1302244". */
export function readListed(scan: Scan, at: number): Reading | null {
  const { units, senseOf, text } = scan;
  const unit = units[at];
  const given = units[at + 1];
  if (unit === undefined || given === undefined || !canBeName(unit, senseOf)) return null;
  if (!/^,[ \t]?$/.test(gapBetween(scan, at, at + 1))) return null;
  if (given.initial) return readListedInitial(scan, at);
  if (!canBeName(given, senseOf)) return null;
  const family = unit.folds.map(senseOf);
  const first = given.folds.map(senseOf);
  const named = first.some((part) => part.name) || first.every((part) => part.unknown);
  const familyLike = family.some((part) => part.name || part.unknown);
  const behind = text.slice(given.end, given.end + 24);
  const isShort = unit.upper && unit.text.length <= 5 && !family.some((part) => part.name);
  const shout = unit.upper && (unit.text.length > 5 || family.some((part) => part.name));
  const shown = shout || BEHIND_NAME.test(behind);
  const listGoesOn = /^,\s\p{Lu}/u.test(behind) && !shown;
  const plain =
    !isShort &&
    named &&
    first.some((part) => part.name) &&
    family.some((part) => part.unknown) &&
    !listGoesOn;
  if (!familyLike || !named || !(shown || plain)) return null;
  if (
    first.every((part) => part.place && !part.name) ||
    (!unit.upper && first.every((part) => part.everyday))
  )
    return null;
  let last = at + 1;
  const words = [...given.folds];
  const middle = units[at + 2];
  const gap = gapBetween(scan, at + 1, at + 2);
  if (
    middle !== undefined &&
    /^[ \t]$/.test(gap) &&
    (middle.initial || (canBeName(middle, senseOf) && middle.folds.some((word) => senseOf(word).name)))
  ) {
    words.push(...middle.folds);
    last = at + 2;
  }
  return {
    find: {
      start: unit.start,
      end: units[last]!.end,
      words: [...words, ...unit.folds],
      family: unit.folds.length,
      side: BEHIND_NAME.test(behind) ? 'private' : 'unknown',
      role: null,
      single: false,
    },
    next: last + 1,
  };
}

/** "Rasmussen, K." */
function readListedInitial({ units, senseOf, text }: Scan, at: number): Reading | null {
  const [unit, given] = [units[at]!, units[at + 1]!];
  if (
    !unit.folds.some((word) => senseOf(word).unknown) ||
    !/^(?:[.;)]|\s*$)/m.test(text.slice(given.end, given.end + 2))
  ) {
    return null;
  }
  return {
    find: {
      start: unit.start,
      end: given.end,
      words: [...given.folds, ...unit.folds],
      family: unit.folds.length,
      side: 'unknown',
      role: null,
      single: false,
    },
    next: at + 2,
  };
}
