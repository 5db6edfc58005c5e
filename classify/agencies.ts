import type { Component } from './coding.ts';
import { COMPONENTS } from './coding.ts';
import { readArray, readRecord, readString, readStrings } from './read-json.ts';

export type Side = 'immigration' | 'police' | 'other' | 'unknown';

/** One agency or kind of agency: how its mail domains look and how it is named in words. */
export interface AgencyPattern {
  name: string;
  side: Side;
  component: Component | null;
  domains: string[];
  words: string[];
}

/**
 * A title in a name or signature. `needs_agency`: it counts only where an immigration authority is named as well;
 * `names_agency`: nobody else has it, so that who has it is of that side, whatever else is named.
 */
export interface TitlePattern {
  words: string[];
  side: Side;
  component: Component | null;
  role: string;
  needs_agency: boolean;
  names_agency: boolean;
}

export interface Agencies {
  agencies: AgencyPattern[];
  titles: TitlePattern[];
}

export interface Correspondent {
  name: string;
  address: string;
  /** Text of the signature block, empty where there is none. */
  signatureText: string;
}

export interface ResolvedAgency {
  side: Side;
  component: Component | null;
  /** `deportation officer`, `special agent`, `detective`…; null where no title is recognised. */
  role: string | null;
  /** The pattern and the words that decided, for people to read. */
  why: string;
}

/**
 * Reads a file of agencies: `classify/lexicon/agencies.json` and what `--agency <file>` names have the same form.
 *
 * ```json
 * { "agencies": [ { "name": "Springfield Police", "side": "police", "component": null,
 *                   "domains": ["springfieldpd.gov", "*.springfield-pd.*"], "words": ["SPD", "Springfield Police"] } ],
 *   "titles":   [ { "words": ["records tech"], "side": "police", "component": null, "role": "records" } ] }
 * ```
 * `side` is `immigration`, `police`, `other` or `unknown`; `component` one of the codebook's or null. In a domain `*`
 * stands for any letters of one or more labels and `?` for one letter; a pattern also matches below a subdomain.
 * `titles` may be left out. Throws `TypeError` with the place of the first fault.
 */
export function parseAgencies(value: unknown, where = 'agencies'): Agencies {
  const file = readRecord(value, where);
  return {
    agencies: readArray(file.agencies, `${where}.agencies`).map((entry, at) => {
      const place = `${where}.agencies[${at}]`;
      const record = readRecord(entry, place);
      return {
        name: readString(record.name, `${place}.name`),
        side: readSide(record.side, `${place}.side`),
        component: readComponent(record.component, `${place}.component`),
        domains: readStrings(record.domains ?? [], `${place}.domains`),
        words: readStrings(record.words ?? [], `${place}.words`),
      };
    }),
    titles: readArray(file.titles ?? [], `${where}.titles`).map((entry, at) => {
      const place = `${where}.titles[${at}]`;
      const record = readRecord(entry, place);
      return {
        words: readStrings(record.words, `${place}.words`),
        side: readSide(record.side, `${place}.side`),
        component: readComponent(record.component, `${place}.component`),
        role: readString(record.role, `${place}.role`),
        needs_agency: record.needs_agency === true,
        names_agency: record.names_agency === true,
      };
    }),
  };
}

/** The user's own agencies before the general ones: the first pattern that matches decides. */
export function mergeAgencies(first: Agencies, second: Agencies): Agencies {
  return {
    agencies: [...first.agencies, ...second.agencies],
    titles: [...first.titles, ...second.titles],
  };
}

function readSide(value: unknown, where: string): Side {
  if (value === 'immigration' || value === 'police' || value === 'other' || value === 'unknown') return value;
  throw new TypeError(`${where}: expected immigration, police, other or unknown`);
}

function readComponent(value: unknown, where: string): Component | null {
  if (value === null || value === undefined) return null;
  const found = COMPONENTS.find((component) => component === value);
  if (found === undefined) throw new TypeError(`${where}: expected one of ${COMPONENTS.join(', ')} or null`);
  return found;
}

const expressions = new Map<string, RegExp>();

function remember(key: string, make: () => RegExp): RegExp {
  let expression = expressions.get(key);
  if (expression === undefined) {
    expression = make();
    expressions.set(key, expression);
  }
  return expression;
}

/** True where `domain` or a parent of it fits `pattern`. */
export function domainMatches(domain: string, pattern: string): boolean {
  const expression = remember(`d ${pattern}`, () => {
    const body = pattern
      .toLowerCase()
      .replace(/[.+^${}()|[\]\\]/g, '\\$&')
      .replace(/\?/g, '[a-z0-9]')
      .replace(/\*/g, '.*');
    return new RegExp(`^(?:.*\\.)?${body}$`);
  });
  return expression.test(domain.toLowerCase());
}

function isShortName(words: string): boolean {
  return words.length <= 4 && words === words.toUpperCase();
}

/** True where `words` stand in `text` as whole words; short names in capitals must be in capitals ("so", "ice" are words). */
export function namesAgency(text: string, words: string): boolean {
  const expression = remember(`w ${words}`, () => {
    const body = words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s+');
    const flags = isShortName(words) ? 'u' : 'iu';
    return new RegExp(`(?<![\\p{L}\\p{N}])${body}(?![\\p{L}\\p{N}])`, flags);
  });
  return expression.test(text);
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
  /** The agency of each domain that was asked for; null for none. */
  domains: Map<string, AgencyPattern | null>;
}

/** Domains remembered; beyond it the memory is emptied. */
const DOMAINS = 10_000;

/** The first agency with a pattern that the domain fits. */
function agencyOfDomain(domain: string, agencies: Agencies): AgencyPattern | undefined {
  const { domains } = nameIndex(agencies);
  let found = domains.get(domain);
  if (found === undefined) {
    const fits = (pattern: string) => domainMatches(domain, pattern);
    found = agencies.agencies.find((entry) => entry.domains.some(fits)) ?? null;
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
  index = { agencies: by(agencies.agencies), titles: by(agencies.titles), domains: new Map() };
  indexes.set(agencies, index);
  return index;
}

/** Agencies and titles that `text` names, in the order of the file. */
function findNames(text: string, agencies: Agencies): { named: AgencyPattern[]; titled: TitlePattern[] } {
  const index = nameIndex(agencies);
  const written = new Set(wordsIn(text));
  const present = new Set([...written].map((word) => word.toLowerCase()));
  const agencyNames: NamePhrase<AgencyPattern>[] = [];
  const titles = new Set<TitlePattern>();
  const stands = ({ phrase, words }: NamePhrase<unknown>): boolean => {
    if (words.some((word) => !present.has(word))) return false;
    // A single word needs no search: that it stands there is known.
    if (words.length !== 1 || phrase.length !== words[0]!.length) return namesAgency(text, phrase);
    return isShortName(phrase) ? written.has(phrase) : true;
  };
  for (const word of present) {
    for (const name of index.agencies.get(word) ?? []) if (stands(name)) agencyNames.push(name);
    for (const name of index.titles.get(word) ?? []) if (stands(name)) titles.add(name.entry);
  }
  const found = new Set(
    agencyNames
      .filter((name) => !agencyNames.some((other) => other.entry !== name.entry && holdsName(other, name)))
      .map(({ entry }) => entry),
  );
  return {
    named: found.size === 0 ? [] : agencies.agencies.filter((entry) => found.has(entry)),
    titled: titles.size === 0 ? [] : agencies.titles.filter((entry) => titles.has(entry)),
  };
}

/** True where the shorter name is a part of the longer one: "BP" in "BP Refinery" is not the Border Patrol. */
function holdsName(longer: NamePhrase<AgencyPattern>, shorter: NamePhrase<AgencyPattern>): boolean {
  if (longer.words.length <= shorter.words.length) return false;
  return longer.words.some((_, at) => shorter.words.every((word, next) => longer.words[at + next] === word));
}

/**
 * Who a correspondent is: by address first, then by the words of the name, then of the signature: an authority's, a title
 * that only an authority has, any other agency. The title adds the role and, for an authority whose part is not known
 * (`@ice.dhs.gov`), the part. Nothing recognised: side `unknown`.
 */
export function resolveAgency(person: Correspondent, agencies: Agencies): ResolvedAgency {
  const domain = person.address.split('@')[1] ?? '';
  const byDomain = domain === '' ? undefined : agencyOfDomain(domain, agencies);
  const text = `${person.name}\n${person.signatureText}`;
  const { named, titled } = findNames(text, agencies);
  const authority = named.find((entry) => entry.side === 'immigration');
  const byTitle =
    byDomain === undefined && authority === undefined
      ? ownTitles(person.name, titled, agencies).find(({ names_agency }) => names_agency)
      : undefined;
  const immigration = byDomain?.side === 'immigration' || (byDomain === undefined && authority !== undefined);
  const titles = titled.filter((title) => {
    if (title.needs_agency && !immigration) return false;
    // A title of the other side in somebody's signature ("cc: Det. Ruiz") does not move them.
    return byDomain === undefined || byDomain.side === title.side;
  });
  const title = byTitle ?? titles.find((entry) => entry.side === 'immigration') ?? titles[0];
  const agency = byDomain ?? authority ?? named[0];
  if (agency === undefined || byTitle !== undefined) {
    if (title === undefined)
      return { side: 'unknown', component: null, role: null, why: 'nothing recognised' };
    return { side: title.side, component: title.component, role: title.role, why: `title: ${title.role}` };
  }
  const component = agency.side === 'immigration' ? pickComponent(agency, named, title) : null;
  const source = byDomain === undefined ? 'named' : `domain ${domain}`;
  const suffix = title === undefined ? '' : `, ${title.role}`;
  return {
    side: agency.side,
    component,
    role: title?.role ?? null,
    why: `${agency.name} (${source}${suffix})`,
  };
}

/** Titles of the name, if that says anything, for a signature may name others ("cc: Deportation Officer Poe"). */
function ownTitles(name: string, titled: TitlePattern[], agencies: Agencies): TitlePattern[] {
  const own = findNames(name, agencies);
  return own.named.length + own.titled.length > 0 ? own.titled : titled;
}

function pickComponent(
  agency: AgencyPattern,
  named: AgencyPattern[],
  title: TitlePattern | undefined,
): Component | null {
  const general = agency.component === 'ICE-unspecified' || agency.component === 'DHS-unspecified';
  if (!general) return agency.component;
  const exact = named.find(
    (entry) =>
      entry.side === 'immigration' &&
      entry.component !== 'ICE-unspecified' &&
      entry.component !== 'DHS-unspecified',
  );
  return exact?.component ?? title?.component ?? agency.component;
}
