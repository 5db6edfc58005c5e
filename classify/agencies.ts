import { agencyOfDomain, findNames, type Named } from './agency-names.ts';
import { outweighsDomain, ownText, standsByName, strongestOf, worksWithAuthority } from './agency-signs.ts';
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
  /** Those of `words` that others use too ("Intake"): they tell nothing against a mail domain. */
  vague_words: string[];
  /** True where its domains and words say little, as webmail does: a rank or another agency in words tells more. */
  weak: boolean;
  /** Name of the agency of which it is a part: where both are named, it is the part. Null for none. */
  within: string | null;
}

/**
 * A title in a name or signature. `needs_agency`: it counts only where an immigration authority is named as well;
 * `names_agency`: nobody else has it, so that who has it is of that side, whatever else is named; `needs_name`: its
 * letters mean much else, so that it counts only beside an authority or a person's name; `rank`: a rank of the police,
 * which tells more than an agency that is `weak`.
 */
export interface TitlePattern {
  words: string[];
  side: Side;
  component: Component | null;
  role: string;
  needs_agency: boolean;
  names_agency: boolean;
  needs_name: boolean;
  rank: boolean;
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
 * `titles` may be left out, and so may the marks of `AgencyPattern` and `TitlePattern` that are not shown here (`weak`,
 * `within`, `vague_words`, `rank`…). Of two entries whose domains fit, the first counts. Throws `TypeError` with the place of the first fault.
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
        vague_words: readStrings(record.vague_words ?? [], `${place}.vague_words`),
        weak: record.weak === true,
        within: typeof record.within === 'string' ? record.within : null,
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
        needs_name: record.needs_name === true,
        rank: record.rank === true,
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

/**
 * Who a correspondent is: by address first, unless it tells less than the words; then by the words of the name, then of
 * the signature: an authority's, a title that only an authority has, any other agency. The title adds the role and, for an
 * authority whose part is not known (`@ice.dhs.gov`), the part. Nothing recognised: side `unknown`.
 */
export function resolveAgency(person: Correspondent, agencies: Agencies): ResolvedAgency {
  const domain = person.address.split('@')[1] ?? '';
  const text = ownText(person);
  const found = findNames(text, agencies);
  const byDomain = agencyByDomain(domain, text, found, agencies);
  const authority = byDomain === undefined ? authorityNamed(text, found, person.name) : undefined;
  const isPolice = authority === null;
  const immigration = (byDomain ?? authority)?.side === 'immigration';
  const titled = found.titled.filter((title) => {
    if (isPolice) return title.side !== 'immigration';
    return !title.needs_name || immigration || standsByName(text, title, person.name);
  });
  const byTitle =
    byDomain === undefined && authority === undefined
      ? ownTitles(person.name, titled, agencies).find(({ names_agency }) => names_agency)
      : undefined;
  const titles = titled.filter((title) => {
    if (title.needs_agency && !immigration) return false;
    // A title of the other side in somebody's signature ("Det. Ruiz can be reached at") does not move them.
    return byDomain === undefined || byDomain.side === title.side;
  });
  const title = byTitle ?? titles.find((entry) => entry.side === 'immigration') ?? titles[0];
  const others = found.named.filter(({ side }) => (isPolice ? side === 'police' : side !== 'immigration'));
  const agency = byDomain ?? authority ?? strongestOf(text, { ...found, named: others });
  if (agency === undefined || byTitle !== undefined) {
    if (title === undefined)
      return { side: 'unknown', component: null, role: null, why: 'nothing recognised' };
    return { side: title.side, component: title.component, role: title.role, why: `title: ${title.role}` };
  }
  const component = agency.side === 'immigration' ? pickComponent(agency, found.named, title) : null;
  const source = byDomain === undefined ? 'named' : `domain ${domain}`;
  const suffix = title === undefined ? '' : `, ${title.role}`;
  return {
    side: agency.side,
    component,
    role: title?.role ?? null,
    why: `${agency.name} (${source}${suffix})`,
  };
}

/** The agency of the mail domain, unless the words tell more than it. */
function agencyByDomain(
  domain: string,
  text: string,
  found: Named,
  agencies: Agencies,
): AgencyPattern | undefined {
  const listed = domain === '' ? undefined : agencyOfDomain(domain, agencies);
  if (listed === undefined || !listed.weak) return listed;
  return listed.side === 'unknown' || outweighsDomain(text, found) ? undefined : listed;
}

/** The authority that is named; undefined for none, null where it is only that with which an officer of the police works. */
function authorityNamed(text: string, found: Named, name: string): AgencyPattern | null | undefined {
  const others = found.named.filter(({ side }) => side === 'other');
  const authority = found.named.find(
    (entry) =>
      entry.side === 'immigration' &&
      (found.firm.has(entry) || others.length === 0) &&
      !others.some(({ within }) => within === entry.name),
  );
  if (authority === undefined) return undefined;
  return worksWithAuthority(text, found, name) ? null : authority;
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
