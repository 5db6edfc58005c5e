import type { Agencies, AgencyPattern, TitlePattern } from './agencies.ts';

/** What a domain or a parent of it has to be to fit one of the patterns. */
function domainExpression(patterns: readonly string[]): RegExp {
  const bodies = patterns.map((pattern) =>
    pattern
      .toLowerCase()
      .replace(/[.+^${}()|[\]\\]/g, '\\$&')
      .replace(/\?/g, '[a-z0-9]')
      .replace(/\*/g, '.*'),
  );
  return new RegExp(`^(?:.*\\.)?(?:${bodies.join('|')})$`);
}

/** True where `domain` or a parent of it fits `pattern`. */
export function domainMatches(domain: string, pattern: string): boolean {
  return domainExpression([pattern]).test(domain.toLowerCase());
}

function isShortName(words: string): boolean {
  return words.length <= 4 && words === words.toUpperCase();
}

const nameExpressions = new Map<string, RegExp>();
const ENDS_IN_WORD = /[\p{L}\p{N}]$/u;
const BEGINS_AS_WORD = /^[\p{L}\p{N}]/u;

/**
 * Where `words` stand in `text` as whole words, or -1; short names in capitals must be in capitals ("so", "ice" are words). What
 * stands beside them is looked at by expressions that all names share: to make one of its own for each takes longer than the search.
 */
export function placeOfName(text: string, words: string): number {
  let expression = nameExpressions.get(words);
  if (expression === undefined) {
    const body = words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s+');
    expression = new RegExp(body, isShortName(words) ? 'g' : 'gi');
    nameExpressions.set(words, expression);
  }
  expression.lastIndex = 0;
  for (let found = expression.exec(text); found !== null; found = expression.exec(text)) {
    const start = found.index;
    const end = start + found[0].length;
    const inWord =
      ENDS_IN_WORD.test(text.slice(Math.max(0, start - 2), start)) ||
      BEGINS_AS_WORD.test(text.slice(end, end + 2));
    if (!inWord) return start;
    expression.lastIndex = start + 1;
  }
  return -1;
}

/** A name as it is looked for: its own words, in lower case, must all be there before it is searched for. */
interface NamePhrase<T> {
  entry: T;
  phrase: string;
  words: string[];
}

interface NameIndex {
  agencies: Map<string, NamePhrase<AgencyPattern>[]>;
  titles: Map<string, NamePhrase<TitlePattern>[]>;
  /** What the domains of each agency that has some must fit. */
  byDomain: { entry: AgencyPattern; expression: RegExp }[];
  /** The agency of each domain that was asked for; null for none. */
  domains: Map<string, AgencyPattern | null>;
}

/** Domains remembered; beyond it the memory is emptied. */
const DOMAINS = 50_000;

/** The first agency with a pattern that the domain fits. */
export function agencyOfDomain(domain: string, agencies: Agencies): AgencyPattern | undefined {
  const { domains, byDomain } = nameIndex(agencies);
  let found = domains.get(domain);
  if (found === undefined) {
    const lower = domain.toLowerCase();
    found = byDomain.find(({ expression }) => expression.test(lower))?.entry ?? null;
    if (domains.size >= DOMAINS) domains.clear();
    domains.set(domain, found);
  }
  return found ?? undefined;
}

const indexes = new WeakMap<Agencies, NameIndex>();
const WORD = /[\p{L}\p{N}]+/gu;

function wordsIn(text: string): string[] {
  return text.match(WORD) ?? [];
}

/** Names and titles by their first word, so that a text is only searched for what can be in it. */
function nameIndex(agencies: Agencies): NameIndex {
  let index = indexes.get(agencies);
  if (index !== undefined) return index;
  const by = <T extends { words: string[] }>(entries: readonly T[]): Map<string, NamePhrase<T>[]> => {
    const map = new Map<string, NamePhrase<T>[]>();
    for (const entry of entries) {
      for (const phrase of entry.words) {
        const words = wordsIn(phrase.toLowerCase());
        const key = words[0] ?? '';
        map.set(key, [...(map.get(key) ?? []), { entry, phrase, words }]);
      }
    }
    return map;
  };
  const byDomain = agencies.agencies
    .filter(({ domains }) => domains.length > 0)
    .map((entry) => ({ entry, expression: domainExpression(entry.domains) }));
  index = { agencies: by(agencies.agencies), titles: by(agencies.titles), byDomain, domains: new Map() };
  indexes.set(agencies, index);
  return index;
}

/** What a text names, each in the order of the file. */
export interface Named {
  named: AgencyPattern[];
  titled: TitlePattern[];
  /** Those of `named` that are named by more than words which others use too. */
  firm: ReadonlySet<AgencyPattern>;
}

export function findNames(text: string, agencies: Agencies): Named {
  const index = nameIndex(agencies);
  const written = new Set(wordsIn(text));
  const present = new Set([...written].map((word) => word.toLowerCase()));
  const agencyNames: NamePhrase<AgencyPattern>[] = [];
  const titles = new Set<TitlePattern>();
  const stands = ({ phrase, words }: NamePhrase<unknown>): boolean => {
    if (words.some((word) => !present.has(word))) return false;
    // A single word needs no search: that it stands there is known.
    if (words.length !== 1 || phrase.length !== words[0]!.length) return placeOfName(text, phrase) >= 0;
    return isShortName(phrase) ? written.has(phrase) : true;
  };
  for (const word of present) {
    for (const name of index.agencies.get(word) ?? []) if (stands(name)) agencyNames.push(name);
    for (const name of index.titles.get(word) ?? []) if (stands(name)) titles.add(name.entry);
  }
  const whole = agencyNames.filter(
    (name) => !agencyNames.some((other) => other.entry !== name.entry && holdsName(other, name)),
  );
  const found = new Set(whole.map(({ entry }) => entry));
  const firm = whole.filter(({ entry, phrase }) => !entry.vague_words.includes(phrase));
  return {
    named: found.size === 0 ? [] : agencies.agencies.filter((entry) => found.has(entry)),
    titled: titles.size === 0 ? [] : agencies.titles.filter((entry) => titles.has(entry)),
    firm: new Set(firm.map(({ entry }) => entry)),
  };
}

/** True where the shorter name is a part of the longer one: "BP" in "BP Refinery" is not the Border Patrol. */
function holdsName(longer: NamePhrase<AgencyPattern>, shorter: NamePhrase<AgencyPattern>): boolean {
  if (longer.words.length <= shorter.words.length) return false;
  return longer.words.some((_, at) => shorter.words.every((word, next) => longer.words[at + next] === word));
}
