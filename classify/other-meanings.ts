import type { Stretch } from './unticked.ts';

/** Short names of immigration authorities that stand for many other things as well. */
const NAMES = 'ice|ero|hsi|cbp|dhs|ins|dro';
const NAMED = new RegExp(String.raw`(?<![\p{L}\p{N}@.&-])(?:${NAMES})(?![\p{L}\p{N}&]|[.-]\p{L})`, 'giu');
const WHOLE = new RegExp(`^(?:${NAMES})$`, 'i');
/** In names and addresses of people, where a short name may be joined to others: "ERO-all". */
const ANYWHERE = new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${NAMES})(?![\p{L}\p{N}])`, 'giu');

/** The authorities' own full names, also from a poor scan, and what is said of them. */
const OF_AUTHORITIES =
  /[il1]mm[il1]gra|custom|enf[o0]rce|rem[o0]va|h[o0]me[il1]and|b[o0]rder|natura[il1]|dep[o0]rt/i;

/** What opens an explanation after a short name; behind a weak one only words with capitals are taken for one. */
const OPENS = /^\s*(?:(?<strong>\(|=|stands for|means|(?:is )?short for)|:|[-–—]|is|are)\s*(?:the\s)?["“']?/i;

/** What leaves no doubt that an explanation follows. */
const EQUALS = /=|stands|means|short/i;

/** Little words that may be left out of a short name. */
const LITTLE = new Set(['of', 'and', 'the', 'for', 'in', 'on', 'to', 'a', '&']);

/** Characters in which an explanation has to stand. */
const REACH = 90;

/** True where the words' first letters are those of the short name. */
function spells(words: readonly string[], name: string): boolean {
  if (words.length === 0) return name === '';
  const [first = '', ...rest] = words;
  if (name !== '' && first[0]?.toLowerCase() === name[0] && spells(rest, name.slice(1))) return true;
  return LITTLE.has(first.toLowerCase()) && spells(rest, name);
}

/** The words, as many as `name` takes, from the beginning (or up to the end) that spell it; null where none do. */
function explanation(words: readonly string[], name: string, ends: boolean): readonly string[] | null {
  for (let length = 2; length <= Math.min(words.length, name.length + 3); length += 1) {
    const own = ends ? words.slice(-length) : words.slice(0, length);
    if (spells(own, name)) return own;
  }
  return null;
}

function wordsOf(text: string): string[] {
  return text.match(/\p{L}[\p{L}'’.]*|&/gu) ?? [];
}

const hasCapital = (word: string): boolean => LITTLE.has(word.toLowerCase()) || /^\p{Lu}\p{Ll}/u.test(word);

/** What stands in brackets, or alone between marks, and may be a full name. */
const APART = /\(["“']?([^()\n]{5,60})\)|(?<=^|[,:;|–—]|\s-)[^,:;|–—()\n]{5,60}?(?=$|[,:;|–—]|\s-\s)/gmu;
/** Words with capitals behind one another in a sentence; a full stop stands only in what is short for a word of a name. */
const WITH_CAPITALS =
  /(?:[Dd]ept\. of )?\p{Lu}\p{Ll}[\p{L}'’]{0,30}(?: (?:&|and|of|\p{Lu}\p{Ll}[\p{L}'’]{0,30})){1,6}(?:(?<=\b(?:Inc|Inst|Intl|Co|Corp|Svcs?|Sys))\.)?/gu;
/** Words of names of firms, offices and programmes: what has none of them may be a person's name. */
const OF_BODIES =
  /&|\b(?:inc|intl|co|corp|llc|services?|systems|office|institute|exchange|program|policing|insurance|team|unit|center|centre|society|association|board|emergency)\b/iu;
/** Where one of these stands in a record, its short names are those of the authorities unless they are explained on the spot. */
const SPEAKS_OF_AUTHORITIES =
  /[il1]mm[il1]gra|b[o0]rder patr|customs|dep[o0]rt|rem[o0]val|detainer|alien|h[o0]me[il1]and|undocumented|federal agent|287\s?\(?g|i-?247|dhs\.|@(?:ice|hsi|cbp)\b/i;

/** The same, without what has other meanings too: forms, dogs' toys and trees know removals, aliens, customs and detainers. */
const SURELY_OF_AUTHORITIES =
  /[il1]mm[il1]gra|b[o0]rder patr|undocumented|removal (?:proceeding|order)|order of removal|287\s?\(g|i-?247|dhs\.gov|@(?:ice|cbp)\./i;

/** The short names among `open` that are spelled out somewhere else in the text. */
function spelledApart(text: string, open: ReadonlySet<string>): string[] {
  if (open.size === 0 || SPEAKS_OF_AUTHORITIES.test(text)) return [];
  const found: string[] = [];
  for (const [whole, inBrackets] of text.matchAll(APART)) {
    if (OF_AUTHORITIES.test(whole) || (inBrackets === undefined && !OF_BODIES.test(whole))) continue;
    found.push(...spelledBy(inBrackets ?? whole, open));
    // Behind a person's name in brackets stands a date of birth.
    const named = inBrackets?.split(',', 1)[0];
    if (named !== undefined && OF_BODIES.test(named)) found.push(...spelledBy(named, open));
  }
  for (const [run] of text.matchAll(WITH_CAPITALS))
    if (OF_BODIES.test(run) && !OF_AUTHORITIES.test(run)) found.push(...spelledBy(run, open));
  return found;
}

/** The short names that all words of a full name spell. */
function spelledBy(fullName: string, open: ReadonlySet<string>): string[] {
  const words = wordsOf(fullName);
  if (words.length < 2 || words.length > MOST_WORDS || !words.every(isFullWord)) return [];
  return [...open].filter((name) => spells(words, name));
}

const MOST_WORDS = 6;

/** True for a word of a name, no initial and no short name. */
const isFullWord = (word: string): boolean =>
  hasCapital(word) && (word.length > 2 || LITTLE.has(word.toLowerCase())) && !WHOLE.test(word);

/** What is done with or by an authority, in the words beside its short name. */
const DEEDS_BEHIND =
  /^(?:['’]s)?[ \t\n]{1,3}(?:[a-z]{2,12} )?(?:detainers?|holds?|called|calls|wants?|wanted|picked|picks|pick up|took|takes|lodged|agents?|custody)\b/i;
const DEEDS_BEFORE =
  /\b(?:called|notified|notify|contacted|detainer (?:from|by|with)|hold for|holds?:|picked up by|taken by|(?:turned|turn) over to|released to|custody of)[ \t\n]{1,3}(?:the )?$/i;
/** Characters in which such words stand. */
const NEAR = 40;

/** A place of a text where a short name, in lower case, stands. */
export interface NamePlace extends Stretch {
  name: string;
}

interface Occurrence extends NamePlace {
  /** What is known of its explanation there: null for none. */
  explained: 'certain' | 'likely' | null;
}

/** Short names, in lower case, that are no authority's in a text. */
export interface OtherMeanings {
  /** Those that are none's anywhere in it. */
  names: ReadonlySet<string>;
  /** Where the others are explained, in order: there alone they are no authority's. */
  spots: readonly NamePlace[];
  /**
   * True where one of them is likely and not certain: what explains it stands somewhere else in the text, or names no firm, office or programme
   * ("CBP (called by phone)" spells it as well), or it is DHS, which states have beside the federal one; or where it may be an
   * authority's elsewhere in the text.
   */
  doubtful: boolean;
}

/**
 * The short names of authorities that a text explains as something else, in lower case: "ERO (Employee Relations Office)",
 * "Health & Safety Institute (HSI)", "ICE = in case of emergency". An explanation has the letters of its short name (Schwartz
 * and Hearst, "A Simple Algorithm for Identifying Abbreviation Definitions in Biomedical Text", 2003) and stands beside it;
 * or anywhere, as a name in brackets or as that of a firm or office, in a record that speaks of no authority otherwise. A
 * record that does may use the name in both meanings ("ICE wants a call. Update your ICE (in case of emergency) cards").
 */
export function otherMeanings(text: string): OtherMeanings {
  const occurrences = [...text.matchAll(NAMED)].map((match) => occurrenceOf(text, match));
  const explained = occurrences.filter((one) => one.explained !== null);
  const elsewhere = standElsewhere(text, occurrences);
  const hasBoth = ({ name }: Occurrence): boolean => elsewhere.get(name) === true;
  const names = new Set(explained.filter((one) => !hasBoth(one)).map(({ name }) => name));
  const open = new Set(
    occurrences.filter((one) => !names.has(one.name) && !hasBoth(one)).map(({ name }) => name),
  );
  const apart = spelledApart(text, open);
  for (const name of apart) names.add(name);
  const spots = explained.filter(hasBoth);
  return {
    names,
    spots,
    doubtful:
      apart.length > 0 ||
      spots.length > 0 ||
      explained.some((one) => one.explained === 'likely') ||
      (elsewhere.size > 0 && SPEAKS_OF_AUTHORITIES.test(text)),
  };
}

/**
 * Of the names that a text explains as something else those that stand unexplained in other places of it, and whether they are
 * likely an authority's there.
 */
function standElsewhere(text: string, occurrences: readonly Occurrence[]): ReadonlyMap<string, boolean> {
  const explained = new Set(occurrences.filter((one) => one.explained !== null).map(({ name }) => name));
  const elsewhere = new Map<string, boolean>();
  if (explained.size === 0) return elsewhere;
  const sure = SURELY_OF_AUTHORITIES.test(text);
  for (const one of occurrences) {
    if (one.explained !== null || !explained.has(one.name)) continue;
    elsewhere.set(one.name, sure || elsewhere.get(one.name) === true || hasDeeds(text, one));
  }
  return elsewhere;
}

function hasDeeds(text: string, { start, end }: Stretch): boolean {
  return (
    DEEDS_BEHIND.test(text.slice(end, end + NEAR)) ||
    DEEDS_BEFORE.test(text.slice(Math.max(0, start - NEAR), start))
  );
}

function occurrenceOf(text: string, match: RegExpExecArray): Occurrence {
  const name = match[0].toLowerCase();
  const start = match.index;
  const end = start + name.length;
  const behind = text.slice(end, end + REACH);
  const before = text.slice(Math.max(0, start - REACH), start).trimEnd();
  const opening = OPENS.exec(behind);
  const after =
    opening && explanation(wordsOf(behind.slice(opening[0].length).split(/[)\n;:]/, 1)[0]!), name, false);
  const words =
    after && (opening?.groups?.strong !== undefined || after.every(hasCapital))
      ? after
      : before.endsWith('(')
        ? explanation(wordsOf(before.slice(0, -1)), name, true)
        : null;
  if (words === null || OF_AUTHORITIES.test(words.join(' '))) return { name, start, end, explained: null };
  const equal = words === after && EQUALS.test(opening![0]);
  const certain = name !== 'dhs' && (equal || OF_BODIES.test(words.join(' ')));
  return { name, start, end, explained: certain ? 'certain' : 'likely' };
}

/** What a token is read as that is no name of an authority here. */
export const OTHER_MEANING = 'othermeaning';

/** The same where the name may be an authority's elsewhere in the record: it must not speak against a contact. */
export const EXPLAINED_HERE = 'explainedhere';

/** The text of a person's name and address without the short names that mean something else. */
export function withoutNames(text: string, others: ReadonlySet<string>): string {
  return others.size === 0
    ? text
    : text.replace(ANYWHERE, (name) => (others.has(name.toLowerCase()) ? OTHER_MEANING : name));
}

/** What the short names of a record mean, by where they stand. */
export interface RecordMeanings {
  /** See `OtherMeanings.names`; `inPeople` has those besides that a header explains. */
  others: ReadonlySet<string>;
  inPeople: ReadonlySet<string>;
  /** See `OtherMeanings.spots`. */
  explained: { subject: readonly NamePlace[]; body: readonly NamePlace[] };
  doubtful: boolean;
}

/** `otherMeanings` of a record: a header may explain a name for the body, and the body for a header. */
export function meaningsIn(people: readonly string[], subject: string, body: string): RecordMeanings {
  const headers = people.join('\n');
  const whole = `${headers}\n${subject}\n${body}`;
  const { names, spots, doubtful } = otherMeanings(whole);
  const subjectStart = headers.length + 1;
  const bodyStart = whole.length - body.length;
  return {
    others: names,
    inPeople: new Set([...names, ...namesWithin(spots, 0, subjectStart)]),
    explained: {
      subject: placesWithin(spots, subjectStart, bodyStart),
      body: placesWithin(spots, bodyStart, whole.length),
    },
    doubtful,
  };
}

/** The places within `[start, end)`, counted from its beginning. */
function placesWithin(places: readonly NamePlace[], start: number, end: number): NamePlace[] {
  return places
    .filter((place) => place.start >= start && place.end <= end)
    .map((place) => ({ name: place.name, start: place.start - start, end: place.end - start }));
}

/** The names at the places within `[start, end)`. */
export function namesWithin(places: readonly NamePlace[], start: number, end: number): ReadonlySet<string> {
  return new Set(placesWithin(places, start, end).map(({ name }) => name));
}
