import type { MaskKnowledge } from './mask-knowledge.ts';
import { foldOf, type SenseOf, senses, type Unit } from './mask-words.ts';
import { CAPITAL, letterClass, type PlainWord } from './plain-words.ts';
import { type WordRow, WordRows } from './word-rows.ts';

const STATE =
  /^,?\s\(?(?:A[LKZR]|C[AOT]|D[CE]|FL|GA|HI|I[DLNA]|K[SY]|LA|M[EDAINSOT]|N[EVHJMYCD]|O[HKR]|PA|RI|S[CD]|T[NX]|UT|V[TA]|W[AVIY])(?![\p{L}\p{N}])/u;

/** Words before an organisation's noun that are looked at: "Linden Grove Police", "Law Enforcement Support Center". */
const MOST_BEFORE = 3;

/** An organisation's noun that names places even in small letters: "Weld county". */
const SMALL_NOUNS: ReadonlySet<string> = new Set(['county', 'township', 'university']);

/** True where one space at most stands between two words. */
function isNext(text: string, left: Unit, right: Unit): boolean {
  return /^[ \t]$|^\r?\n[>| ]*$|^\s?[&/]\s?$/.test(text.slice(left.end, right.start));
}

/**
 * Words that a text uses for places and organisations: before "Police", "County", "Office", after "City of", before a
 * state, after "in" where no list of names has the word. Towns in names of agencies have to stay readable.
 */
function findPlaceWords(
  text: string,
  units: readonly Unit[],
  senseOf: SenseOf,
  { lists }: MaskKnowledge,
): string[] {
  const found: string[] = [];
  for (let at = 0; at < units.length; at++) {
    const unit = units[at]!;
    const fold = foldOf(unit);
    const organisation = lists.organisation_words.has(fold);
    if (organisation && (unit.capital || SMALL_NOUNS.has(fold))) {
      for (let back = 1; back <= MOST_BEFORE; back++) {
        const before = units[at - back];
        const next = units[at - back + 1];
        if (before === undefined || next === undefined || !isNext(text, before, next)) break;
        if (!before.capital || before.digits || lists.titles.has(before.folds[0] ?? '')) break;
        if (lists.honorifics.has(before.folds[0] ?? '')) break;
        found.push(...before.folds);
      }
    }
    if (!unit.capital || unit.digits) continue;
    if (STATE.test(text.slice(unit.end, unit.end + 5)) && !senseOf(unit.folds[0] ?? '').barred) {
      found.push(...unit.folds);
    }
    const previous = units[at - 1];
    if (previous === undefined || !isNext(text, previous, unit)) continue;
    const before = foldOf(previous);
    const twice = at < 2 ? undefined : foldOf(units[at - 2]!);
    if (before === 'of' && twice !== undefined && lists.organisation_starts.has(twice))
      found.push(...unit.folds);
    if (lists.organisation_starts.has(before) && previous.capital && !senseOf(fold).name)
      found.push(...unit.folds);
    if (lists.locatives.has(before) && !previous.capital && unit.folds.every((word) => !senseOf(word).name)) {
      found.push(...unit.folds);
    }
  }
  return found;
}

/** What a word is to whoever looks for places, as bits. */
const NAME = 1;
const ORGANISATION = 2;
/** "of", "City", "in": a place may follow. */
const BEFORE = 4;

function bitsOf({ fold, capital, digits }: PlainWord, { lists }: MaskKnowledge): number {
  if (digits) return 0;
  const organisation = lists.organisation_words.has(fold) && (capital || SMALL_NOUNS.has(fold));
  const before = fold === 'of' || lists.organisation_starts.has(fold) || lists.locatives.has(fold);
  return (capital ? NAME : 0) | (organisation ? ORGANISATION : 0) | (before ? BEFORE : 0);
}

/** True where what stands behind a word may be a state: ", IL", " (TX". */
function mayBeState(text: string, end: number): boolean {
  const space = text[end] === ',' ? end + 1 : end;
  const at = text[space + 1] === '(' ? space + 2 : space + 1;
  return (
    letterClass(text.charCodeAt(at)) === CAPITAL &&
    letterClass(text.charCodeAt(at + 1)) === CAPITAL &&
    /\s/.test(text[space]!)
  );
}

/** Words that are looked at around one that may be told by them. */
const AROUND = [MOST_BEFORE + 1, 1] as const;

/** The words of a row among which a place may be told, with those around them. */
function findRanges(text: string, rows: WordRows, row: WordRow, bits: Uint8Array): WordRow[] {
  const { ids } = rows;
  const ranges: WordRow[] = [];
  let last = 0;
  for (let at = row.from; at < row.to; at++) {
    const own = bits[ids[at]!]!;
    const isName = (own & NAME) !== 0;
    const told =
      ((last & NAME) !== 0 && ((own & ORGANISATION) !== 0 || rows.isTail(text, row, at))) ||
      (isName && ((last & BEFORE) !== 0 || mayBeState(text, rows.endOf(at))));
    last = own;
    if (!told) continue;
    const range = rows.widen(text, row, { from: at, to: at + 1 }, AROUND);
    const before = ranges.at(-1);
    if (before !== undefined && range.from <= before.to) before.to = range.to;
    else ranges.push(range);
  }
  return ranges;
}

/** A mail address, in which names are written small. */
const ADDRESS = /(?<![\w.+'-])[\w.+'-]{1,64}@[\w.-]{1,253}/g;

/** Adds `times` for each word of a text, but for those of its mail addresses. */
function countWords(text: string, times: number, rows: WordRows, row: WordRow, counts: Uint32Array): void {
  const addresses = text.includes('@') ? [...text.matchAll(ADDRESS)] : [];
  let next = 0;
  for (let at = row.from; at < row.to; at++) {
    const start = rows.starts[at]!;
    while (next < addresses.length && addresses[next]!.index + addresses[next]![0].length <= start) next += 1;
    if (next === addresses.length || start < addresses[next]!.index) counts[rows.ids[at]!]! += times;
  }
}

/** How a case uses words. */
export interface CaseReading {
  /** How often each word stands in small letters, but for those of mail addresses. */
  small: Map<string, number>;
  places: Set<string>;
  rows: WordRows;
}

/** Reads texts, each with the number of times that it stands in the case. */
export function readCaseWords(times: ReadonlyMap<string, number>, knowledge: MaskKnowledge): CaseReading {
  const rows = new WordRows();
  for (const text of times.keys()) rows.add(text);
  const small = new Map<string, number>();
  const add = ({ fold, capital, digits }: PlainWord, times: number): void => {
    if (!capital && !digits && times > 0) small.set(fold, (small.get(fold) ?? 0) + times);
  };
  const places = new Set<string>();
  // Places are told by what the lists say of a word, however the case uses it.
  const guess = senses(knowledge, { small: new Map(), places: new Set() });
  const bits = Uint8Array.from(rows.words, (word) => bitsOf(word, knowledge));
  const counts = new Uint32Array(rows.words.length);
  for (const [text, row] of rows.texts()) {
    countWords(text, times.get(text)!, rows, row, counts);
    for (const range of findRanges(text, rows, row, bits)) {
      for (const word of findPlaceWords(text, rows.unitsIn(text, range), guess, knowledge)) places.add(word);
    }
  }
  for (const [id, word] of rows.words.entries()) add(word, counts[id]!);
  return { small, places, rows };
}
