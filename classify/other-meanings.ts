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

/** Short names, in lower case, that are no authority's in a text. */
export interface OtherMeanings {
  names: ReadonlySet<string>;
  /**
   * True where one of them is likely and not certain: what explains it stands somewhere else in the text, or names no firm, office or programme
   * ("CBP (called by phone)" spells it as well), or it is DHS, which states have beside the federal one.
   */
  doubtful: boolean;
}

/**
 * The short names of authorities that a text explains as something else, in lower case: "ERO (Employee Relations Office)",
 * "Health & Safety Institute (HSI)", "ICE = in case of emergency". An explanation has the letters of its short name (Schwartz
 * and Hearst, "A Simple Algorithm for Identifying Abbreviation Definitions in Biomedical Text", 2003) and stands beside it;
 * or anywhere, as a name in brackets or as that of a firm or office, in a record that speaks of no authority otherwise.
 */
export function otherMeanings(text: string): OtherMeanings {
  const found = new Set<string>();
  const open = new Set<string>();
  let doubtful = false;
  for (const match of text.matchAll(NAMED)) {
    const name = match[0].toLowerCase();
    if (found.has(name)) continue;
    open.add(name);
    const end = match.index + name.length;
    const behind = text.slice(end, end + REACH);
    const before = text.slice(Math.max(0, match.index - REACH), match.index).trimEnd();
    const opening = OPENS.exec(behind);
    const after =
      opening && explanation(wordsOf(behind.slice(opening[0].length).split(/[)\n;:]/, 1)[0]!), name, false);
    const words =
      after && (opening?.groups?.strong !== undefined || after.every(hasCapital))
        ? after
        : before.endsWith('(')
          ? explanation(wordsOf(before.slice(0, -1)), name, true)
          : null;
    if (words !== null && !OF_AUTHORITIES.test(words.join(' '))) {
      found.add(name);
      open.delete(name);
      const equal = words === after && EQUALS.test(opening![0]);
      doubtful ||= name === 'dhs' || !(equal || OF_BODIES.test(words.join(' ')));
    }
  }
  const apart = spelledApart(text, open);
  for (const name of apart) found.add(name);
  return { names: found, doubtful: doubtful || apart.length > 0 };
}

/** What a token is read as that is no name of an authority here. */
export const OTHER_MEANING = 'othermeaning';

/** The text of a person's name and address without the short names that mean something else. */
export function withoutNames(text: string, others: ReadonlySet<string>): string {
  return others.size === 0
    ? text
    : text.replace(ANYWHERE, (name) => (others.has(name.toLowerCase()) ? OTHER_MEANING : name));
}
