import type { MaskKnowledge } from './mask-knowledge.ts';
import { isShouted, startsSentence, type Token, tokenize } from './mask-tokens.ts';

/** From this rarity of SCOWL on a capital letter makes a word that is also a name one ("Hale", "Marquis"). */
const RARE_WORD = 35;
/** A word that the release itself writes in small letters this often is a word. */
const OFTEN_SMALL = 3;

/** How words are used in one case: what a dictionary does not know. */
export interface CaseWords {
  /** How often a word stands in small letters. */
  small: ReadonlyMap<string, number>;
  /** Words of organisations and places, as the case names them. */
  places: ReadonlySet<string>;
}

/** What can be said of a word by itself. */
export interface WordSense {
  /** On a list of names. */
  name: boolean;
  /** In a dictionary, or a word by the way in which the case uses it. */
  common: boolean;
  /** Among the words that everybody uses every day. */
  everyday: boolean;
  /** Not a word that is known: a name, a place, a firm or a misspelling. */
  unknown: boolean;
  /** A place of the wide world or of this case. */
  place: boolean;
  /** Never a person: pronouns, months, titles, names of agencies and of parts of streets. */
  barred: boolean;
  organisation: boolean;
}

export type SenseOf = (fold: string) => WordSense;

function isCommon(fold: string, { words, lists, names }: MaskKnowledge): boolean {
  if (words.has(fold) || lists.police_words.has(fold)) return true;
  // "lmmigration": a small l for a capital I.
  if (fold.startsWith('l') && words.has(`i${fold.slice(1)}`)) return true;
  const stem = fold.replace(/(?:'s|s|es|ed|ing|er|or|ers|ors|ly|ion|ions|ment|ness)$/, '');
  if (stem.length >= 4 && stem !== fold && (words.has(stem) || words.has(`${stem}e`))) return true;
  if (names.has(fold)) return false;
  const rest = /^(?:de|re|un|non|pre|anti|inter|sub|co|mis|over|out|under|up|trans)(.{4,})$/.exec(fold)?.[1];
  return (rest !== undefined && words.has(rest)) || isCompound(fold, words);
}

/** "Tabletop", "lockbox": two words that everybody uses, written as one. */
function isCompound(fold: string, words: ReadonlyMap<string, number>): boolean {
  for (let at = 4; at <= fold.length - 3; at++) {
    const parts = [fold.slice(0, at), fold.slice(at)];
    if (parts.every((part) => (words.get(part) ?? RARE_WORD) < RARE_WORD)) return true;
  }
  return false;
}

/** A function that says what a word is, remembering its answers. */
export function senses(knowledge: MaskKnowledge, used: CaseWords): SenseOf {
  const known = new Map<string, WordSense>();
  const { lists, words, names } = knowledge;
  const agencyWords = new Set(
    knowledge.agencies.agencies
      .filter((entry) => entry.side !== 'other')
      .flatMap((entry) => entry.words.flatMap((phrase) => tokenize(phrase).map((token) => token.fold)))
      .filter((word) => !names.has(word)),
  );
  return (fold) => {
    let sense = known.get(fold);
    if (sense !== undefined) return sense;
    const name = names.has(fold);
    const place = lists.places.has(fold) || used.places.has(fold);
    const common = isCommon(fold, knowledge) || (!name && (used.small.get(fold) ?? 0) >= OFTEN_SMALL);
    const organisation = lists.organisation_words.has(fold) || lists.street_types.has(fold);
    const barred =
      lists.never_names.has(fold) ||
      lists.calendar.has(fold) ||
      lists.calendar.has(fold.replace(/s$/, '')) ||
      lists.titles.has(fold) ||
      lists.civil_titles.has(fold) ||
      lists.press_titles.has(fold) ||
      lists.honorifics.has(fold) ||
      lists.person_cues.has(fold) ||
      lists.kin.has(fold) ||
      organisation ||
      agencyWords.has(fold);
    const other = lists.police_words.has(fold) ? 0 : common ? RARE_WORD : Number.POSITIVE_INFINITY;
    const level = words.get(fold) ?? other;
    sense = {
      name,
      common,
      everyday: level < RARE_WORD,
      unknown: !common && (!place || (name && !used.places.has(fold))) && !barred,
      place,
      barred,
      organisation,
    };
    known.set(fold, sense);
    return sense;
  };
}

/** A word of a text, or several joined by hyphens: "Tamez-Ibarra". */
export interface Unit {
  start: number;
  end: number;
  /** Its words in small letters without accents. */
  folds: readonly string[];
  text: string;
  capital: boolean;
  upper: boolean;
  digits: boolean;
  /** "B." and a lone capital letter. */
  initial: boolean;
}

const HYPHEN = /^(?:[-‐’'`´]|’|)$/u;

/** Asks for the mark between them last: most words are in small letters. */
function isJoined(last: Unit, token: Token, text: string): boolean {
  if (!last.capital || last.digits || token.digits) return false;
  return (token.capital || token.start === last.end) && HYPHEN.test(text.slice(last.end, token.start));
}

/** The word without what stands between its parts. */
export function foldOf({ folds }: Unit): string {
  return folds.length === 1 ? folds[0]! : folds.join('');
}

/** Joins runs of letters that are one word to the eye: "Tovar-Klein", "O'Brien", "McDonald", "Nuño". */
export function unitsOf(text: string, tokens: readonly Token[] = tokenize(text)): Unit[] {
  const units: Unit[] = [];
  let last: Unit | undefined;
  for (const token of tokens) {
    if (last === undefined || !isJoined(last, token, text)) {
      last = token;
      units.push(token);
      continue;
    }
    last = {
      start: last.start,
      end: token.end,
      folds: [...last.folds, token.fold],
      text: text.slice(last.start, token.end),
      capital: last.capital,
      upper: last.upper && (token.upper || token.text.length === 1),
      digits: last.digits,
      initial: false,
    };
    units[units.length - 1] = last;
  }
  return units;
}

/** Which of the units of a text one of them is, from 0. They stand in order. */
export function placeOf(units: readonly Unit[], unit: Unit): number {
  let [low, high] = [0, units.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (units[middle]!.start < unit.start) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Whether a unit as written can be part of a person's name. */
export function canBeName(unit: Unit, senseOf: SenseOf): boolean {
  if (unit.digits || !unit.capital || unit.initial) return false;
  // "DOBs": an abbreviation.
  if (unit.text.length < 2 || (unit.text.endsWith('s') && /^\p{Lu}{2,}s$/u.test(unit.text))) return false;
  return unit.folds.every((fold) => {
    const { barred, name } = senseOf(fold);
    return !barred || (name && unit.folds.length > 1);
  });
}

export interface Surroundings {
  sentenceStart: boolean;
  shouted: boolean;
}

export function surroundingsOf(text: string, unit: Unit): Surroundings {
  return { sentenceStart: startsSentence(text, unit.start), shouted: isShouted(text, unit.start) };
}
