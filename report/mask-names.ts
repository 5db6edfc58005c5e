import type { MaskKnowledge } from './mask-knowledge.ts';
import { findNicknames } from './mask-nicknames.ts';
import { DATE } from './mask-patterns.ts';
import { findSmallNames } from './mask-small-names.ts';
import { foldName } from './mask-tokens.ts';
import { canBeName, type SenseOf, surroundingsOf, type Unit, unitsOf } from './mask-words.ts';

/** A name where it stands. `words` are folded, given name first where the order shows. */
export interface NameFind {
  start: number;
  end: number;
  words: string[];
  /** Which of `words` is the family name, from the end; 0 where only a given name or one word is there. */
  family: number;
  /** `public`: behind a title. `private`: by honorific, birth date or what is said. `unknown`: only by its look. */
  side: 'public' | 'private' | 'unknown';
  role: string | null;
  /** True where the words only count as a name if they are written like one. */
  single: boolean;
}

/** A name of more words than this is a heading. */
const MOST_WORDS = 4;

export interface Scan {
  text: string;
  units: Unit[];
  senseOf: SenseOf;
  knowledge: MaskKnowledge;
}

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

interface Reading {
  find: NameFind | null;
  next: number;
}

function readAt(scan: Scan, at: number): Reading | null {
  return readTitled(scan, at) ?? readListed(scan, at) ?? readRun(scan, at);
}

function gapBetween({ text, units }: Scan, left: number, right: number): string {
  const [a, b] = [units[left], units[right]];
  return a === undefined || b === undefined ? '\n\n' : text.slice(a.end, b.start);
}

function isTitle({ units, knowledge: { lists } }: Scan, at: number): boolean {
  const unit = units[at];
  if (unit === undefined || unit.digits) return false;
  const fold = unit.folds.join('');
  if (!lists.titles.has(fold) && !lists.civil_titles.has(fold) && !lists.press_titles.has(fold)) return false;
  return unit.capital || fold.length >= 5;
}

function isHonorific({ units, knowledge: { lists } }: Scan, at: number): boolean {
  const unit = units[at];
  return unit?.capital === true && lists.honorifics.has(unit.folds.join(''));
}

/** A word that is a name to somebody who reads it behind a title or an honorific. */
function isNameAfterTitle(scan: Scan, at: number): boolean {
  const unit = scan.units[at];
  if (unit === undefined || !canBeName(unit, scan.senseOf)) return false;
  const parts = unit.folds.map(scan.senseOf);
  const { shouted } = surroundingsOf(scan.text, unit);
  if (parts.some((part) => part.unknown || (part.name && !part.common))) return true;
  return !shouted && parts.some((part) => part.name || (!part.everyday && !part.place));
}

/** "Ofc. Nunn", "SA M. Youngquist", "Det. Sgt. Kohlmeyer", "Mr. Perez-López". */
function readTitled(scan: Scan, at: number): Reading | null {
  const honorific = isHonorific(scan, at);
  if (!honorific && !isTitle(scan, at)) return null;
  const { units } = scan;
  let next = at + 1;
  while (next < units.length && isTitle(scan, next) && /^[./]?\s?$/.test(gapBetween(scan, next - 1, next)))
    next += 1;
  const begin = next;
  const words: string[] = [];
  while (next < units.length && next - begin < MOST_WORDS) {
    const unit = units[next]!;
    const gap = gapBetween(scan, next - 1, next);
    const stop = next > begin && units[next - 1]!.text.length <= 3;
    if (!(next === begin ? /^[./]?[ \t]{1,2}$/ : stop ? /^\.?[ \t]$/ : /^[ \t]$/).test(gap)) break;
    if (unit.initial && words.length < 2) words.push(unit.folds[0]!);
    else if (isNameAfterTitle(scan, next)) words.push(...unit.folds);
    else break;
    next += 1;
  }
  const long = words.filter((word) => word.length > 1);
  if (long.length === 0) return null;
  const role = honorific ? null : (units[begin - 1]?.folds.join('') ?? null);
  return {
    find: {
      start: units[begin]!.start,
      end: units[next - 1]!.end,
      words,
      family: 1,
      side: honorific ? 'private' : 'public',
      role,
      single: false,
    },
    next,
  };
}

const BEHIND_NAME = new RegExp(
  String.raw`^[\s,(:;-]{0,4}(?:(?:\(?(?:d\.?o\.?b\.?|d/o/b|born|b\.)[\s:/]*(?:maybe |approx )?)?${DATE}|(?:[MF]|[WBHAUI]/[MF]|[wbhaui]/[mf])\b|A[\s#-]{0,2}[\d█]{2,}|(?:bkg|booking|sid|fbi|oln|ssn|passport|ppt)\b|age\s?\d|\d{1,2}\s?(?:y/?o|yoa|yrs?)\b|\(?\d{1,2}\)?[,)])`,
  'iu',
);

/** "VANDERMOLEN, Spencer", "Asrat, Dawit   bkg 1302244". */
function readListed(scan: Scan, at: number): Reading | null {
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

/** Words with a capital that follow one another: "Bui Van Thanh", "Juan de la Cruz", "Kyle B.", "Wierzba". */
function readRun(scan: Scan, at: number): Reading | null {
  const { units, senseOf, text, knowledge } = scan;
  const first = units[at];
  if (first === undefined || !(canBeName(first, senseOf) || first.initial)) return null;
  // "305 S. Mercer" is a house.
  if (first.initial && units[at - 1]?.digits === true) return null;
  let next = at + 1;
  while (next < units.length && next - at < MOST_WORDS + 3) {
    const unit = units[next]!;
    const gap = gapBetween(scan, next - 1, next);
    const previous = units[next - 1]!;
    if (!(previous.initial ? /^\.?[ \t]?$/ : /^[ \t]$/).test(gap)) break;
    const particle = knowledge.lists.particles.has(unit.folds.join('')) && next + 1 < units.length;
    if (!canBeName(unit, senseOf) && !unit.initial && !particle) break;
    next += 1;
  }
  // A particle is no end of a name: "Oksana de" → "Oksana".
  while (next > at + 1 && !canBeName(units[next - 1]!, senseOf) && !units[next - 1]!.initial) next -= 1;
  const followed = units[next];
  const organisation =
    followed?.capital === true && /^[ \t]$|^\s&\s$/.test(text.slice(units[next - 1]!.end, followed.start))
      ? followed.folds.some((word) => senseOf(word).organisation)
      : false;
  // A firm may carry a private name ("Marchlik Construction"): it is masked where the person is found elsewhere.
  const find = organisation ? null : nameOfRun({ scan, from: at, to: next });
  return { find, next };
}

interface Run {
  scan: Scan;
  from: number;
  to: number;
}

function nameLike(unit: Unit, senseOf: SenseOf): boolean {
  // "USDC WD Mich": short words in capitals are abbreviations unless they are names.
  if (unit.upper && unit.text.length <= 5 && !unit.folds.some((word) => senseOf(word).name)) return false;
  return unit.folds.some((word) => {
    const sense = senseOf(word);
    return sense.name || sense.unknown;
  });
}

function nameOfRun({ scan, from, to }: Run): NameFind | null {
  const { units, senseOf, text } = scan;
  let [first, last] = [from, to - 1];
  const isCuedRun = to - from === 1 && BEHIND_NAME.test(text.slice(units[from]!.end, units[from]!.end + 24));
  const fits = (unit: Unit) =>
    unit.initial ||
    nameLike(unit, senseOf) ||
    (isCuedRun && unit.folds.some((word) => senseOf(word).unknown));
  while (first <= last && !fits(units[first]!)) first += 1;
  while (last > first && !fits(units[last]!)) last -= 1;
  // An everyday word at the beginning of a sentence is one, however many people are called so: "Will Tamez be there".
  const opening = units[first];
  if (
    opening !== undefined &&
    last > first &&
    opening.folds.every((word) => senseOf(word).everyday) &&
    surroundingsOf(text, opening).sentenceStart &&
    !startsLikeName(scan, first, last)
  ) {
    first += 1;
  }
  if (first > last || last - first >= MOST_WORDS) return null;
  const members = units.slice(first, last + 1);
  const words = members.flatMap((unit) => unit.folds);
  const long = members.filter((unit) => !unit.initial);
  if (long.length === 0) return null;
  const behind = text.slice(members.at(-1)!.end, members.at(-1)!.end + 24);
  const before = text.slice(Math.max(0, members[0]!.start - 40), members[0]!.start);
  const cued = BEHIND_NAME.test(behind) || isCued(before, scan.knowledge);
  const make = (single: boolean): NameFind => ({
    start: members[0]!.start,
    end: members.at(-1)!.end,
    words,
    family: single ? 0 : members.at(-1)!.initial ? 0 : members.at(-1)!.folds.length,
    side: cued ? 'private' : 'unknown',
    role: null,
    single,
  });
  // "Requestor:" is a field of a form.
  const isField =
    members.length === 1 && /^\s?:/.test(behind) && !members[0]!.folds.some((word) => senseOf(word).name);
  if (isField) return null;
  if (members.length === 1) return isSingleName(members[0]!, cued, scan) ? make(true) : null;
  const judged = long.map((unit) => unit.folds.map(senseOf));
  if (!judged.every((parts) => parts.some((part) => part.name || part.unknown))) return null;
  if (long.length === 1)
    return isSingleName(long[0]!, cued || senseOf(long[0]!.folds[0]!).name, scan) ? make(false) : null;
  const shouted = surroundingsOf(text, members[0]!).shouted;
  const everyday = judged.filter((parts) => parts.every((part) => part.everyday)).length;
  const named = judged.filter((parts) => parts.some((part) => part.name)).length;
  const isPlace = (unit: Unit) =>
    unit.folds.every((word) => senseOf(word).place || scan.knowledge.lists.particles.has(word));
  const places = long.filter(isPlace).length;
  if (places === judged.length && !cued) return null;
  if (everyday === judged.length && !cued) return null;
  if (shouted && !cued && everyday > 0) return null;
  return named > 0 || cued || judged.every((parts) => parts.some((part) => part.unknown))
    ? make(false)
    : null;
}

/** "Mark Sadvakasov", and not "Did Sadvakasov": a given name that is a word, before a name that is none. */
function startsLikeName({ units, senseOf, knowledge }: Scan, first: number, last: number): boolean {
  const opening = senseOf(units[first]!.folds[0]!);
  if (opening.everyday && !knowledge.lists.given_words.has(units[first]!.folds[0]!)) return false;
  return opening.name && last === first + 1 && units[last]!.folds.some((word) => !senseOf(word).common);
}

function isSingleName(unit: Unit, cued: boolean, scan: Scan): boolean {
  const { text, senseOf, knowledge } = scan;
  const parts = unit.folds.map(senseOf);
  const { sentenceStart, shouted } = surroundingsOf(text, unit);
  const name = parts.some((part) => part.name);
  const unknown = parts.some((part) => part.unknown);
  if (parts.every((part) => part.place) && !cued) return false;
  // Short words in capitals are abbreviations unless they are names.
  if (unit.upper && !shouted && unit.text.length <= 5) {
    if (!(cued && unknown) && !(name && (cued || (unknown && unit.text.length > 2)))) return false;
  }
  if (!cued && unit.folds.every((word) => knowledge.lists.eponyms.has(word))) return false;
  if (shouted) return (name && unknown) || (cued && (name || unknown));
  if (unknown) return true;
  if (!name) return false;
  if (parts.every((part) => part.everyday)) return cued || (!sentenceStart && standsAlone(unit, scan));
  return cued || !sentenceStart;
}

/** "the Freed homicide", "him and Grace": a capital that no heading, firm or title explains. */
function standsAlone(unit: Unit, { text, units }: Scan): boolean {
  const at = units.indexOf(unit);
  const [before, behind] = [units[at - 1], units[at + 1]];
  const isSmall = (other: Unit | undefined, gap: string): boolean =>
    other === undefined || /\n/.test(gap) || (!other.capital && !other.digits) || /[.!?,;]/.test(gap);
  if (before === undefined || before.capital || before.digits) return false;
  if (!/^[ \t]$/.test(text.slice(before.end, unit.start))) return false;
  return isSmall(behind, text.slice(unit.end, behind?.start ?? unit.end));
}

function isCued(before: string, { lists }: MaskKnowledge): boolean {
  const found =
    /(?<![\p{L}])(\p{L}+)(?:['’]s)?[\s:,(]{1,3}(?:(?:is|was|a|an|one|named?|called)\s)?["“]?$/u.exec(before);
  const word = found?.[1]?.toLowerCase();
  return word !== undefined && (lists.person_cues.has(word) || lists.kin.has(word));
}
