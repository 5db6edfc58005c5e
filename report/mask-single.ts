import type { Scan } from './mask-scan.ts';
import { placeOf, type SenseOf, surroundingsOf, type Unit } from './mask-words.ts';

/** Whether a lone word is a name. `cued`: words around it say that a person is meant. */
export function isSingleName(unit: Unit, cued: boolean, scan: Scan): boolean {
  const { text, senseOf, knowledge } = scan;
  // "the 2200 block of Alder" tells a stretch of road.
  if (/(?:block|blk)\s(?:of\s)?$/i.test(text.slice(Math.max(0, unit.start - 10), unit.start))) return false;
  const parts = unit.folds.map(senseOf);
  const { sentenceStart, shouted } = surroundingsOf(text, unit);
  const name = parts.some((part) => part.name);
  const unknown = parts.some((part) => part.unknown);
  if (parts.every((part) => part.place) && !cued) return false;
  // Short words in capitals are abbreviations unless they are names.
  if (unit.upper && !shouted && unit.text.length <= 5) {
    if (!(cued && unknown) && !(name && (cued || (unknown && unit.text.length > 2)))) return false;
  }
  // "ORD-WAW": codes of airports.
  if (!cued && unit.upper && unit.folds.length > 1 && unit.folds.every((word) => word.length <= 3))
    return false;
  if (!cued && unit.folds.every((word) => knowledge.lists.eponyms.has(word))) return false;
  // "SUSP SAID", "CLASS A": in capitals everyday words are words.
  if (shouted && parts.every((part) => part.everyday)) return false;
  if (shouted) return (name && unknown) || (cued && (name || unknown));
  if (unknown) return true;
  if (!name) return false;
  if (parts.every((part) => part.everyday)) return cued || (!sentenceStart && standsAlone(unit, scan));
  return cued || !sentenceStart;
}

/** "the Freed homicide", "him and Grace": a capital that no heading, firm or title explains. */
function standsAlone(unit: Unit, { text, units }: Scan): boolean {
  const at = placeOf(units, unit);
  const [before, behind] = [units[at - 1], units[at + 1]];
  const isSmall = (other: Unit | undefined, gap: string): boolean =>
    other === undefined || /\n/.test(gap) || (!other.capital && !other.digits) || /[.!?,;]/.test(gap);
  if (before === undefined || before.capital || before.digits) return false;
  if (!/^[ \t]$/.test(text.slice(before.end, unit.start))) return false;
  return isSmall(behind, text.slice(unit.end, behind?.start ?? unit.end));
}

/** Whether a word looks like a part of a name, taken by itself. */
export function nameLike(unit: Unit, senseOf: SenseOf): boolean {
  // "USDC WD Mich": short words in capitals are abbreviations unless they are names.
  if (unit.upper && unit.text.length <= 5 && !unit.folds.some((word) => senseOf(word).name)) return false;
  return unit.folds.some((word) => {
    const sense = senseOf(word);
    return sense.name || sense.unknown;
  });
}
