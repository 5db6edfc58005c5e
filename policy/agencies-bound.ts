import type { AgencyKind } from './fact.ts';
import { NO, type Truth, unknown, YES } from './truth.ts';
import type { Party } from './writer.ts';

/** What is missing where it is not known whether a rule binds the agency that acted. */
export const AGENCY = 'agency';

/** The kinds of local agency in a contact; null for one whose kind is not shown. The first kind whose words are found counts. */
export function agencyKinds(parties: readonly Party[], kinds: readonly AgencyKind[]): (string | null)[] {
  const local = parties.filter(({ side }) => side === 'police');
  return [
    ...new Set(
      local.map(({ name, address, role }) => {
        const labels = (address.split('@')[1] ?? '').split(/[.-]/).join(' ');
        const words = `${name} | ${role ?? ''}`;
        const fits = (pattern: RegExp, text: string) => text.search(pattern) >= 0;
        return kinds.find((one) => fits(one.domains, labels) || fits(one.words, words))?.kind ?? null;
      }),
    ),
  ];
}

/**
 * Does a rule bind the local agencies of a contact? Where some are bound and others are not, or are not known, the record
 * does not show by itself whose act it was.
 */
export function isBound(
  parties: readonly Party[],
  binds: readonly string[],
  kinds: readonly AgencyKind[],
): Truth {
  if (binds.length === 0) return YES;
  const found = agencyKinds(parties, kinds);
  if (found.length === 0 || found.includes(null)) return unknown(AGENCY);
  const bound = found.filter((kind) => kind !== null && binds.includes(kind));
  if (bound.length === found.length) return YES;
  return bound.length === 0 ? NO : unknown(AGENCY);
}
