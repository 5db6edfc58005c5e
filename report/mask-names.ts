import type { MaskKnowledge } from './mask-knowledge.ts';
import { readListed } from './mask-listed.ts';
import { findNicknames } from './mask-nicknames.ts';
import { readRun } from './mask-runs.ts';
import type { NameFind, Reading, Scan } from './mask-scan.ts';
import { findSmallNames } from './mask-small-names.ts';
import { readTitled, SHORTEST_SMALL_TITLE } from './mask-titled.ts';
import { foldName } from './mask-tokens.ts';
import { type SenseOf, type Unit, unitsOf } from './mask-words.ts';

/** "Pyong-su": the second half of a given name in small letters. */
function withTail(find: NameFind, { text, senseOf }: Scan): NameFind {
  const tail = /^[-‐](\p{Ll}{2,6})(?![\p{L}\p{N}])/u.exec(text.slice(find.end, find.end + 8));
  if (tail === null || senseOf(foldName(tail[1]!)).common) return find;
  const end = find.end + tail[0].length;
  const words = [...find.words, foldName(tail[1]!)];
  // "Ik-hwan Noh": the family name behind it.
  const family = /^ (\p{Lu}\p{L}+)/u.exec(text.slice(end, end + 24))?.[1];
  const sense = family === undefined ? null : senseOf(foldName(family));
  if (family === undefined || sense === null || sense.barred || !(sense.name || sense.unknown)) {
    return { ...find, end, words };
  }
  return {
    ...find,
    end: end + 1 + family.length,
    words: [...words, foldName(family)],
    family: 1,
    single: false,
  };
}

/** The names in a text, as far as their looks and the words around them tell. */
export function findNames(text: string, senseOf: SenseOf, knowledge: MaskKnowledge): NameFind[] {
  const scan: Scan = { text, units: unitsOf(text), senseOf, knowledge };
  const finds: NameFind[] = [];
  for (let at = 0; at < scan.units.length; ) {
    const found = mayBegin(scan.units[at]!) ? readAt(scan, at) : null;
    if (found === null) {
      at += 1;
      continue;
    }
    const find = found.find === null ? null : withTail(found.find, scan);
    if (find !== null) finds.push(find);
    at = found.next;
    while (find !== null && (scan.units[at]?.start ?? find.end) < find.end) at += 1;
  }
  return [...finds, ...findNicknames(text, senseOf), ...findSmallNames(scan)].sort(
    (a, b) => a.start - b.start || b.end - a.end,
  );
}

/** Names and titles begin with a capital, but for long titles: "detective Nunn". */
function mayBegin(unit: Unit): boolean {
  return unit.capital || (!unit.digits && unit.folds[0]!.length >= SHORTEST_SMALL_TITLE);
}

function readAt(scan: Scan, at: number): Reading | null {
  return readTitled(scan, at) ?? readListed(scan, at) ?? readRun(scan, at);
}
