import { BEHIND_NAME, isCued, MOST_WORDS, type NameFind, type Reading, type Scan } from './mask-scan.ts';
import { isSingleName, nameLike } from './mask-single.ts';
import { foldName } from './mask-tokens.ts';
import { canBeName, foldOf, placeOf, surroundingsOf, type Unit } from './mask-words.ts';

/** Words with a capital that follow one another: "Bui Van Thanh", "Juan de la Cruz", "Kyle B.", "Wierzba". */
export function readRun(scan: Scan, at: number): Reading | null {
  const { units, senseOf, text, knowledge } = scan;
  const first = units[at];
  if (first === undefined || !(canBeName(first, senseOf) || first.initial)) return null;
  // "305 S. Mercer" is a house.
  if (first.initial && units[at - 1]?.digits === true) return null;
  let next = at + 1;
  while (next < units.length && next - at < MOST_WORDS + 3) {
    const unit = units[next]!;
    const previous = units[next - 1]!;
    if (!isSpace(text, previous.end, unit.start)) {
      const gap = text.slice(previous.end, unit.start);
      const saint = knowledge.lists.particles.has(foldOf(previous));
      if (!(previous.initial ? /^\.?[ \t]?$/.test(gap) : saint && /^\.?[ \t]$/.test(gap))) break;
    }
    const isPart = () =>
      (knowledge.lists.particles.has(foldOf(unit)) && next + 1 < units.length) ||
      isFamilyStreet(scan, at, next);
    if (!canBeName(unit, senseOf) && !unit.initial && !isPart()) break;
    next += 1;
  }
  // A particle is no end of a name: "Oksana de" → "Oksana".
  const isEnd = (unit: Unit) => canBeName(unit, senseOf) || unit.initial;
  while (next > at + 1 && !isEnd(units[next - 1]!) && !isFamilyStreet(scan, at, next - 1)) next -= 1;
  const followed = units[next];
  const organisation =
    followed?.capital === true && /^[ \t]$|^\s&\s$/.test(text.slice(units[next - 1]!.end, followed.start))
      ? followed.folds.some((word) => senseOf(word).organisation)
      : false;
  // A firm may carry a private name ("Marchlik Construction"): it is masked where the person is found elsewhere.
  const find = organisation ? null : nameOfRun({ scan, from: at, to: next });
  return { find, next };
}

/** True where one space or tab stands between two places. */
function isSpace(text: string, from: number, to: number): boolean {
  return to - from === 1 && (text[from] === ' ' || text[from] === '\t');
}

/** "Peter Lane", "Maria Hill": a family name that is a word of streets, right behind a given name that is no place. */
function isFamilyStreet({ text, units, senseOf, knowledge }: Scan, first: number, at: number): boolean {
  const [given, unit, next] = [units[first], units[at], units[at + 1]];
  if (given === undefined || unit === undefined || at !== first + 1 || !unit.capital) return false;
  const [name, street] = [senseOf(given.folds[0]!), senseOf(unit.folds[0]!)];
  if (!street.organisation || !street.name || unit.text.length < 4 || unit.upper !== given.upper)
    return false;
  const isGiven =
    name.name && !name.place && (!name.common || knowledge.lists.given_words.has(given.folds[0]!));
  const goesOn = next?.capital === true && /^[ \t]$/.test(text.slice(unit.end, next.start));
  return isGiven && !goesOn && !/\d\s$/.test(text.slice(Math.max(0, given.start - 2), given.start));
}

interface Run {
  scan: Scan;
  from: number;
  to: number;
}

function nameOfRun({ scan, from, to }: Run): NameFind | null {
  const { units, senseOf, text } = scan;
  let [first, last] = [from, to - 1];
  const isCuedRun = () =>
    to - from === 1 && BEHIND_NAME.test(text.slice(units[from]!.end, units[from]!.end + 24));
  const fits = (unit: Unit) =>
    unit.initial ||
    isFamilyStreet(scan, from, placeOf(units, unit)) ||
    nameLike(unit, senseOf) ||
    (unit.folds.some((word) => senseOf(word).unknown) && isCuedRun());
  while (first <= last && !fits(units[first]!)) first += 1;
  // "Marta Ixcoy Tum": behind a given and a family name a word that is one is a name as well.
  const full =
    last - first === 2 && units.slice(first, last).every((unit) => !unit.initial && nameLike(unit, senseOf));
  const keep = full && !surroundingsOf(text, units[first]!).shouted;
  while (last > first && !keep && !fits(units[last]!)) last -= 1;
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
  // "El Paso": a particle by itself is nobody.
  if (first === last && scan.knowledge.lists.particles.has(units[first]!.folds.join(''))) return null;
  const members = units.slice(first, last + 1);
  const words = members.flatMap((unit) => unit.folds);
  const long = members.filter((unit) => !unit.initial);
  if (long.length === 0) return null;
  const behind = text.slice(members.at(-1)!.end, members.at(-1)!.end + 24);
  const before = text.slice(Math.max(0, members[0]!.start - 40), members[0]!.start);
  const cued = BEHIND_NAME.test(behind) || isCued(before, scan.knowledge);
  const make = (single: boolean): NameFind => {
    const role = cued ? null : titleBehind(members.at(-1)!.end, scan);
    return {
      start: members[0]!.start,
      end: members.at(-1)!.end,
      words,
      family: single ? 0 : members.at(-1)!.initial ? 0 : members.at(-1)!.folds.length,
      side: role !== null ? 'public' : cued ? 'private' : 'unknown',
      role,
      single,
    };
  };
  // "CASE:" is a field of a form.
  const isField =
    members.length === 1 &&
    members[0]!.upper &&
    /^\s?:/.test(behind) &&
    !members[0]!.folds.some((word) => senseOf(word).name);
  if (isField) return null;
  if (members.length === 1) return isSingleName(members[0]!, cued, scan) ? make(true) : null;
  const isParticle = (unit: Unit) => scan.knowledge.lists.particles.has(unit.folds.join(''));
  const telling = long.filter(
    (unit, i) =>
      !isParticle(unit) &&
      !isFamilyStreet(scan, from, placeOf(units, unit)) &&
      !(keep && i === long.length - 1),
  );
  const judged = telling.map((unit) => unit.folds.map(senseOf));
  if (!judged.every((parts) => parts.some((part) => part.name || part.unknown))) return null;
  if (long.length === 1)
    return isSingleName(long[0]!, cued || senseOf(long[0]!.folds[0]!).name, scan) ? make(false) : null;
  const shouted = surroundingsOf(text, members[0]!).shouted;
  const everyday = judged.filter((parts) => parts.every((part) => part.everyday)).length;
  const named = judged.filter((parts) => parts.some((part) => part.name)).length;
  const isPlace = (unit: Unit) =>
    unit.folds.every((word) => senseOf(word).place || scan.knowledge.lists.particles.has(word));
  const places = telling.filter(isPlace).length;
  if (places === judged.length && !cued) return null;
  if (everyday === judged.length && !(cued && !shouted)) return null;
  if (shouted && !cued && everyday > 0) return null;
  return named > 0 || cued || judged.every((parts) => parts.some((part) => part.unknown))
    ? make(false)
    : null;
}

/** Words of a line under a name, or behind it, that can be an office: longer lines are prose. */
const OFFICE = /^(?:,[ \t]?|[ \t]?[-–|/][ \t]?|\r?\n[ \t]*)([^\n.,;]{2,48})/u;

/** The title under or behind a name: "Melinda Youngquist / Special Agent", "Ruben Ybarra-Quinn, Investigator". */
function titleBehind(end: number, { text, knowledge: { lists } }: Scan): string | null {
  const line = OFFICE.exec(text.slice(end, end + 60))?.[1] ?? '';
  const words = line.split(/[^\p{L}]+/u).filter(Boolean);
  if (words.length === 0 || words.length > 6 || !/^\p{Lu}/u.test(words[0]!)) return null;
  const title = words.slice(0, 3).find((word) => {
    const fold = foldName(word);
    const known = lists.titles.has(fold) || lists.civil_titles.has(fold);
    return known && /^\p{Lu}/u.test(word) && (fold.length > 3 || word === word.toUpperCase());
  });
  return title === undefined ? null : foldName(title);
}

/** "Mark Sadvakasov", and not "Did Sadvakasov": a given name that is a word, before a name that is none. */
function startsLikeName({ units, senseOf, knowledge }: Scan, first: number, last: number): boolean {
  const opening = senseOf(units[first]!.folds[0]!);
  if (opening.everyday && !knowledge.lists.given_words.has(units[first]!.folds[0]!)) return false;
  return opening.name && last === first + 1 && units[last]!.folds.some((word) => !senseOf(word).common);
}
