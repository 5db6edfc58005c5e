import { BEHIND_NAME, gapBetween, type Reading, type Scan } from './mask-scan.ts';
import { canBeName, type Unit } from './mask-words.ts';

/** Index of the last word of the family name that begins at `at`; null where no comma and no given name follow. */
function familyEnd(scan: Scan, at: number): number | null {
  const { text, units, senseOf } = scan;
  const [first, second] = [units[at], units[at + 1]];
  // Asked first, since few words have a comma behind them or behind the next one.
  if (first === undefined || (text[first.end] !== ',' && (second === undefined || text[second.end] !== ',')))
    return null;
  const isFamily = (unit: Unit | undefined): boolean =>
    unit !== undefined && canBeName(unit, senseOf) && looksLikeName(scan, unit);
  if (!isFamily(first)) return null;
  if (/^,[ \t]?$/.test(gapBetween(scan, at, at + 1))) return at;
  // "PEREZ LOPEZ, JUAN"
  const two =
    /^[ \t]$/.test(gapBetween(scan, at, at + 1)) && /^,[ \t]?$/.test(gapBetween(scan, at + 1, at + 2));
  return two && isFamily(second) ? at + 1 : null;
}

function looksLikeName({ senseOf }: Scan, unit: Unit): boolean {
  return unit.folds.some((fold) => {
    const { name, unknown } = senseOf(fold);
    return name || unknown;
  });
}

/** Whether a comma stands between a family name and a given name, and not between two things that are counted up. */
function isListed(scan: Scan, family: readonly Unit[], given: Unit): boolean {
  const { text, senseOf } = scan;
  const last = family.flatMap((unit) => unit.folds.map(senseOf));
  const first = given.folds.map(senseOf);
  const named = first.some((part) => part.name) || first.every((part) => part.unknown);
  if (!named || (first.every((part) => part.place) && !first.some((part) => part.name))) return false;
  const upper = family.every((unit) => unit.upper);
  if (!upper && first.every((part) => part.everyday)) return false;
  const behind = text.slice(given.end, given.end + 24);
  if (BEHIND_NAME.test(behind)) return true;
  const letters = family.reduce((sum, unit) => sum + unit.text.length, 0);
  const isName = last.some((part) => part.name);
  // Short words in capitals are abbreviations unless they are names.
  if (upper) return letters > 5 || isName;
  const next = /^,\s(\p{Lu}\p{L}+)/u.exec(behind)?.[1];
  const goesOn = next !== undefined && !senseOf(next.toLowerCase()).place;
  return !goesOn && (isName || first.some((part) => part.name)) && last.some((part) => part.unknown);
}

/** "VANDERMOLEN, Spencer", "PEREZ LOPEZ, JUAN", "Asrat, Dawit   bkg 1302244", "Rasmussen, K." */
export function readListed(scan: Scan, at: number): Reading | null {
  const { units, senseOf, text } = scan;
  const end = familyEnd(scan, at);
  const given = end === null ? undefined : units[end + 1];
  if (end === null || given === undefined) return null;
  const family = units.slice(at, end + 1);
  const words = family.flatMap((unit) => unit.folds);
  const make = (last: number, before: readonly string[]): Reading => ({
    find: {
      start: family[0]!.start,
      end: units[last]!.end,
      words: [...before, ...words],
      family: words.length,
      side: BEHIND_NAME.test(text.slice(given.end, given.end + 24)) ? 'private' : 'unknown',
      role: null,
      single: false,
    },
    next: last + 1,
  });
  if (given.initial) {
    const unknown = words.some((word) => senseOf(word).unknown);
    const closed = /^(?:[.;)]|\s*$)/m.test(text.slice(given.end, given.end + 2));
    return unknown && closed ? make(end + 1, given.folds) : null;
  }
  if (!canBeName(given, senseOf) || !isListed(scan, family, given)) return null;
  const middle = units[end + 2];
  const isMiddle =
    middle !== undefined &&
    /^[ \t]$/.test(gapBetween(scan, end + 1, end + 2)) &&
    (middle.initial || (canBeName(middle, senseOf) && middle.folds.some((word) => senseOf(word).name)));
  return isMiddle ? make(end + 2, [...given.folds, ...middle.folds]) : make(end + 1, given.folds);
}
