import type { MaskKnowledge } from './mask-knowledge.ts';
import { readListed } from './mask-listed.ts';
import { findNicknames } from './mask-nicknames.ts';
import { readRun } from './mask-runs.ts';
import type { NameFind, Reading, Scan } from './mask-scan.ts';
import { findSmallNames } from './mask-small-names.ts';
import { readTitled } from './mask-titled.ts';
import { foldName } from './mask-tokens.ts';
import { type SenseOf, unitsOf } from './mask-words.ts';

/** "Pyong-su": the second half of a given name in small letters. */
function withTail(find: NameFind, { text, senseOf }: Scan): NameFind {
  const tail = /^[-‐](\p{Ll}{2,6})(?![\p{L}\p{N}])/u.exec(text.slice(find.end, find.end + 8));
  if (tail === null || senseOf(foldName(tail[1]!)).common) return find;
  return { ...find, end: find.end + tail[0].length, words: [...find.words, foldName(tail[1]!)] };
}

/** The names in a text, as far as their looks and the words around them tell. */
export function findNames(text: string, senseOf: SenseOf, knowledge: MaskKnowledge): NameFind[] {
  const scan: Scan = { text, units: unitsOf(text), senseOf, knowledge };
  const finds: NameFind[] = [];
  for (let at = 0; at < scan.units.length; ) {
    const found = readAt(scan, at);
    if (found === null) {
      at += 1;
      continue;
    }
    if (found.find !== null) finds.push(withTail(found.find, scan));
    at = found.next;
  }
  return [...finds, ...findNicknames(text, senseOf), ...findSmallNames(scan)].sort(
    (a, b) => a.start - b.start || b.end - a.end,
  );
}

function readAt(scan: Scan, at: number): Reading | null {
  return readTitled(scan, at) ?? readListed(scan, at) ?? readRun(scan, at);
}
