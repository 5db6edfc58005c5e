/**
 * What people add to a report by hand, beside the records: what was asked for, what was corrected since, and what the agency
 * answers. All of it is printed word for word.
 */

/** One entry of the corrections log. */
export interface Correction {
  /** ISO date of the correction. */
  date: string;
  text: string;
  /** Who pointed it out; empty where nobody is named. */
  raised_by: string;
  /** Contacts that it concerns, by `contact_id`. */
  contact_ids: string[];
}

/** What the agency, or whoever speaks for it, says about one contact. */
export interface AgencyResponse {
  contact_id: string;
  /** Who answers, as they want to be named. */
  by: string;
  /** ISO date of the answer; null where none is given. */
  date: string | null;
  /** True where the agency does not accept how the contact is coded. */
  disputed: boolean;
  text: string;
}

export interface Supplements {
  /** The request for the records, word for word; null where it was not given. */
  request: string | null;
  corrections: readonly Correction[];
  responses: readonly AgencyResponse[];
}

export const NO_SUPPLEMENTS: Supplements = { request: null, corrections: [], responses: [] };
