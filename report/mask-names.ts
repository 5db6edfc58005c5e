import type { MaskKnowledge } from './mask-knowledge.ts';
import { readListed } from './mask-listed.ts';
import { findNicknames } from './mask-nicknames.ts';
import { readRun } from './mask-runs.ts';
import type { NameFind, Reading, Scan } from './mask-scan.ts';
import { findSmallNames } from './mask-small-names.ts';
import { isTitle, readTitled, SHORTEST_SMALL_TITLE } from './mask-titled.ts';
import { foldName } from './mask-tokens.ts';
import type { SenseOf, Unit } from './mask-words.ts';
import type { PlainWord } from './plain-words.ts';
import type { WordRow, WordRows } from './word-rows.ts';

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

/** What a word is to whoever looks for names. No name goes over an `OTHER`. */
const OTHER = 0;
const PART = 1;
const BEGINS = 2;

/** Tells of a word by itself whether a name can go over it, or begin. */
function kindOf({ fold, capital, digits, initial }: PlainWord, senseOf: SenseOf, { lists }: MaskKnowledge) {
  if (digits) return OTHER;
  const { name, unknown } = senseOf(fold);
  const title = isTitle(fold, capital, lists) || (capital && lists.honorifics.has(fold));
  if (title || initial || (capital ? name || unknown : name && unknown)) return BEGINS;
  return capital || unknown || lists.particles.has(fold) ? PART : OTHER;
}

/** The stretches of a row in which a name can begin. Behind each a word stands over which none goes, or nothing. */
function stretchesOf(text: string, rows: WordRows, row: WordRow, kinds: Uint8Array): WordRow[] {
  const { ids } = rows;
  const stretches: WordRow[] = [];
  let [from, begins, last] = [-1, false, OTHER];
  for (let at = row.from; at <= row.to; at++) {
    let kind = at === row.to ? OTHER : kinds[ids[at]!]!;
    if (kind === OTHER && last === OTHER) continue;
    // Two words may be one title together, and the second half of a name may be any word.
    if (at < row.to && rows.isTail(text, row, at)) kind = BEGINS;
    if (kind === OTHER) {
      if (begins) stretches.push({ from, to: at });
      [from, begins] = [-1, false];
    } else if (from < 0) from = at;
    if (kind === BEGINS) begins = true;
    last = kind;
  }
  return stretches;
}

/** Words around a stretch by which a name in it is told, in front and behind. */
const AROUND = [2, 4] as const;

/** A function that finds the names in a text by its row, as far as their looks and the words around them tell. */
export function nameFinder(
  rows: WordRows,
  senseOf: SenseOf,
  knowledge: MaskKnowledge,
): (text: string, row: WordRow) => NameFind[] {
  const kinds = Uint8Array.from(rows.words, (word) => kindOf(word, senseOf, knowledge));
  return (text, row) => {
    const finds: NameFind[] = [];
    const small: NameFind[] = [];
    for (const stretch of stretchesOf(text, rows, row, kinds)) {
      const units = rows.unitsIn(text, rows.widen(text, row, stretch, AROUND));
      const [begin, end] = [rows.starts[stretch.from]!, rows.endOf(stretch.to - 1)];
      let from = 0;
      while (units[from]!.end <= begin) from += 1;
      let to = from;
      while (to < units.length && units[to]!.start < end) to += 1;
      const scan: Scan = { text, units, senseOf, knowledge };
      readNames(scan, from, to, finds);
      small.push(...findSmallNames(scan, from, to));
    }
    finds.push(...findNicknames(text, senseOf), ...small);
    return finds.sort((a, b) => a.start - b.start || b.end - a.end);
  };
}

/** Adds the names that begin from the `from`-th unit on and before the `to`-th. */
function readNames(scan: Scan, from: number, to: number, finds: NameFind[]): void {
  for (let at = from; at < to; ) {
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
}

/** Names and titles begin with a capital, but for long titles: "detective Nunn". */
function mayBegin(unit: Unit): boolean {
  return unit.capital || (!unit.digits && unit.folds[0]!.length >= SHORTEST_SMALL_TITLE);
}

function readAt(scan: Scan, at: number): Reading | null {
  return readTitled(scan, at) ?? readListed(scan, at) ?? readRun(scan, at);
}
