import type { CoderInput } from './coding.ts';
import type { ReadClause } from './read-clause.ts';

const TOLD = new Map([
  ['two', 2],
  ['both', 2],
  ['couple', 2],
  ['pair', 2],
  ['three', 3],
  ['four', 4],
  ['five', 5],
  ['six', 6],
  ['seven', 7],
  ['eight', 8],
  ['nine', 9],
  ['ten', 10],
  ['eleven', 11],
  ['twelve', 12],
  ['dozen', 12],
]);
const PERSON =
  /^(?:males?|females?|men|women|man|woman|subjects?|subjs?|persons?|people|individuals?|passengers?|occupants?|guys?|kids?|children|juveniles?|juvs?|brothers?|sisters?|suspects?|defendants?|inmates?|names?|workers?|employees?|adults?|illegals?|aliens?|victims?|girls?|boys?|others?|hispanics?|hm|h\/m|m\/h|wm|roofers?|students?|drivers?|of)$/;
const NUMBERED = /^\s*(?:\(?\d{1,2}[.):]|#\d{1,2}\b|[-*•])\s*\p{Lu}/u;
const BIRTH = /\b(?:dob|d\.o\.b|date of birth)\b/gi;
/** `RUIZ, Ana` or `Ruiz-Lopez, Ana`: a name as records write it. */
const LISTED_NAME = /(?<![\p{L}\d])\p{Lu}[\p{L}'-]{2,}(?:\s\p{Lu}[\p{L}'-]+)?,\s+\p{Lu}[\p{L}'-]+/gu;
/** What has to stand in a text for such a name to be there; looked for first, for it costs little. */
const BEFORE_NAME = /,\s+[^a-z\d\s]/;
/** A line that begins with a name, perhaps behind a number or a place in a jail, and has more behind a gap or a stroke. */
const PERSON_ROW =
  /^\W*(?:[\w.#/-]*\d[\w.#/-]*\s+)?\p{Lu}[\p{L}'’.-]+,?\s+\p{Lu}[^:]*?(?:\s{2}|\t|\||\s[-–/]\s|,\s)/u;
const COLUMN_HEADS = /\b(?:names?|charges?|born|pob|dob|cob)\b/i;

/** The number a token tells, from two on; 0 where it tells none. */
export function numberTold(token: string): number {
  const value = TOLD.get(token) ?? (/^\d{1,2}$/.test(token) ? Number(token) : 0);
  return value < 2 ? 0 : value;
}

/** True for a word for people. */
export function isPersonWord(token: string): boolean {
  return PERSON.test(token);
}

/** What a text's numbers, lists and names say of how many people it concerns; none of them decides alone. */
export interface PersonSigns {
  /** Largest number told before a word for people ("two males", "3 subjects"); 0 where none is. */
  told: number;
  /** Lines that begin with a number or a mark and a capital. */
  numbered: number;
  /** Dates of birth. */
  births: number;
  /** Different names written family name first. */
  names: number;
  /** Rows of a list of people: the longest run of lines that begin with a name; 0 where there is no list. */
  rows: number;
}

function listedRows(body: string): number {
  if (!body.includes('\n')) return 0;
  let most = 0;
  let run = 0;
  for (const line of body.split('\n')) {
    const start = line.slice(0, LONGEST_START);
    if (start.trim() === '' || COLUMN_HEADS.test(start)) continue;
    run = PERSON_ROW.test(start) ? run + 1 : 0;
    most = Math.max(most, run);
  }
  return most > 1 ? most : 0;
}

/** What is looked at of a line, in UTF-16 units. */
const LONGEST_START = 120;

/** Reads the signs from the clauses of an item, signatures left out. */
export function countPersonSigns({ body, headers }: CoderInput, clauses: readonly ReadClause[]): PersonSigns {
  let told = 0;
  let numbered = 0;
  let births = 0;
  const names = new Set<string>();
  const hasBirths = [body, headers.subject].some((text) => text.search(BIRTH) !== -1);
  for (const clause of clauses) {
    if (clause.kind === 'signature') continue;
    const source = clause.where === 'body' ? body : headers.subject;
    const text = source.slice(clause.start, clause.end);
    if (NUMBERED.test(text)) numbered += 1;
    if (hasBirths) births += text.match(BIRTH)?.length ?? 0;
    if (BEFORE_NAME.test(text)) {
      for (const name of text.match(LISTED_NAME) ?? []) names.add(name.toLowerCase());
    }
    const { words } = clause;
    for (let at = 0; at + 1 < words.length; at += 1) {
      const value = words[at]!.told;
      if (value > told && (words[at + 1]!.people || words[at + 2]?.people === true)) told = value;
    }
  }
  return { told, numbered, births, names: names.size, rows: listedRows(body) };
}

/** The signs by name, in order. */
export const PERSON_SIGNS = ['told', 'numbered', 'births', 'names', 'rows'] as const;

/** The signs as features. */
export function personFeatures(signs: PersonSigns): string[] {
  const features: string[] = [];
  for (const name of PERSON_SIGNS) {
    const value = signs[name];
    if (value > 0) features.push(`${name}=${Math.min(7, value)}`);
  }
  const most = Math.max(signs.told, signs.births, signs.names, signs.rows);
  features.push(`people=${Math.min(7, most)}`);
  return features;
}
