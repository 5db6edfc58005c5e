import type { MaskKnowledge } from './mask-knowledge.ts';
import { tokenize } from './mask-tokens.ts';
import { countSmall, foldOf, type SenseOf, senses, type Unit, unitsOf } from './mask-words.ts';

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

/** How a case uses words, each text cut into words once. */
export function readCaseWords(
  texts: readonly string[],
  knowledge: MaskKnowledge,
): { small: Map<string, number>; places: Set<string> } {
  const small = new Map<string, number>();
  const places = new Set<string>();
  // Places are told by what the lists say of a word, however the case uses it.
  const guess = senses(knowledge, { small: new Map(), places: new Set() });
  for (const text of texts) {
    const tokens = tokenize(text);
    countSmall(text, tokens, small);
    for (const word of findPlaceWords(text, unitsOf(text, tokens), guess, knowledge)) places.add(word);
  }
  return { small, places };
}
