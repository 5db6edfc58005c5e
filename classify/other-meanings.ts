/** Short names of immigration authorities that stand for many other things as well. */
const NAMES = 'ice|ero|hsi|cbp|dhs|ins|dro';
const NAMED = new RegExp(String.raw`(?<![\p{L}\p{N}@.&-])(?:${NAMES})(?![\p{L}\p{N}&]|[.-]\p{L})`, 'giu');
/** In names and addresses of people, where a short name may be joined to others: "ERO-all". */
const ANYWHERE = new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${NAMES})(?![\p{L}\p{N}])`, 'giu');

/** The authorities' own full names, and what is said of them. */
const OF_AUTHORITIES = /immigra|customs|enforce|removal|homeland|border|naturali|deport/i;

/** What opens an explanation after a short name; behind a weak one only words with capitals are taken for one. */
const OPENS = /^\s*(?:(?<strong>\(|=|stands for|means|(?:is )?short for)|:|[-–—]|is|are)\s*(?:the\s)?["“']?/i;

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

/**
 * The short names of authorities that a text explains as something else, in lower case: "ERO (Employee Relations Office)",
 * "Health & Safety Institute (HSI)", "ICE = in case of emergency". An explanation stands beside its short name and has its
 * letters (Schwartz and Hearst, "A Simple Algorithm for Identifying Abbreviation Definitions in Biomedical Text", 2003).
 */
export function otherMeanings(text: string): ReadonlySet<string> {
  const found = new Set<string>();
  for (const match of text.matchAll(NAMED)) {
    const name = match[0].toLowerCase();
    if (found.has(name)) continue;
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
    if (words !== null && !OF_AUTHORITIES.test(words.join(' '))) found.add(name);
  }
  return found;
}

/** What a token is read as that is no name of an authority here. */
export const OTHER_MEANING = 'othermeaning';

/** The text of a person's name and address without the short names that mean something else. */
export function withoutNames(text: string, others: ReadonlySet<string>): string {
  return others.size === 0
    ? text
    : text.replace(ANYWHERE, (name) => (others.has(name.toLowerCase()) ? OTHER_MEANING : name));
}
