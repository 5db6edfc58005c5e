import type { Item } from '../ingest/index.ts';
import type { Component, Conduct, Direction, Nature, Purpose, Relevance, Verdict } from './coding.ts';

/** One place where a copy of a message stands. */
export interface Witness {
  item_id: string;
  file_id: string;
  path: string;
  page_start: number | null;
  page_end: number | null;
  part: string | null;
  origin: string;
}

/** An item with what linking found: the message it is a copy of (null: it is the one that counts) and where it stands. */
export interface LinkedItem extends Item {
  exchange_id: string | null;
  duplicate_of: string | null;
  /** On the item that counts: every copy, itself first. Empty on the copies. */
  witnesses: Witness[];
}

/** A quote that carries a code, with the place where it is found again. `start` and `end` are offsets into the item's `body`. */
export interface Evidence {
  item_id: string;
  file_id: string;
  path: string;
  page: number | null;
  quote: string;
  start: number;
  end: number;
}

/**
 * Items that answer one another, coded as one. `contact_id` is null unless relevance is `contact`; `incident_id` joins
 * contacts about the same case.
 */
export interface Exchange {
  /** `x_` and 16 hex digits made from the first message's date, subject and words, so that a larger release keeps it. */
  exchange_id: string;
  contact_id: string | null;
  incident_id: string | null;
  /** Ids of the items, copies left out, in order of date. */
  items: string[];
  first_date: string | null;
  last_date: string | null;
  subject: string;
  relevance: Relevance;
  purpose: Purpose | null;
  conduct: Conduct | null;
  verdict: Verdict;
  probability: number;
  needs_review: boolean;
  direction: Direction | null;
  nature: Nature[];
  component: Component[];
  persons: number | null;
  minors: boolean;
  /** Who coded it: `model <version>`, or people. */
  coder: string;
  evidence: Evidence[];
}
