import type { Exchange, LinkedItem, Verdict, Witness } from '../classify/index.ts';
import type { Page, PageMethod, PartKind, SourceFile } from '../ingest/index.ts';
import type { AuditVersions, ErrorRates, InputFile, PageImage, Participant } from './audit-input.ts';
import type { Incident } from './build-incidents.ts';
import type { Correspondence, Route } from './build-replies.ts';
import type { SampleSection } from './build-sample.ts';
import type { BatesLedger } from './list-bates.ts';
import type { ClaimSection, PolicySection } from './policy-section.ts';
import type { Box } from './quote-boxes.ts';
import type { AgencyResponse, Correction } from './supplements.ts';

export type {
  AuditInput,
  AuditVersions,
  ErrorRates,
  InputFile,
  PageImage,
  Participant,
} from './audit-input.ts';

/** A stretch of text. `quotes` are the places of the quotes that begin here; `marked` is true inside a quote. */
export interface Segment {
  text: string;
  marked: boolean;
  quotes: QuotePlace[];
}

/** The `index`-th quote (from 1) of contact `number`. */
export interface QuotePlace {
  number: number;
  index: number;
}

/** A quote that carries a code. `on_page` and `in_message` say where this report found it again. */
export interface Quote {
  index: number;
  quote: string;
  item_id: string;
  file_id: string;
  path: string;
  page: number | null;
  /** Bates number of that page; null where it carries none. */
  bates: string | null;
  on_page: boolean;
  in_message: boolean;
}

/** A stretch of a message's body of one kind, cut into segments. */
export interface MessagePart {
  kind: PartKind;
  segments: Segment[];
  /** Lines of text that are not blank. */
  lines: number;
}

/** One message of an exchange, ready to be read. */
export interface Message {
  item: LinkedItem;
  /** From which side to which it was sent. */
  flows: Route[];
  subject: Segment[];
  parts: MessagePart[];
}

/** One contact with all that its exhibit shows. */
export interface Contact {
  /** 1, 2, 3 … in order of date. For reading this report only: `exchange.contact_id` is what stays. */
  number: number;
  exchange: Exchange;
  /** True where `coder` names people and not the model. */
  decided: boolean;
  participants: readonly Participant[];
  quotes: Quote[];
  messages: Message[];
  /** What the records do not tell, a sentence each. */
  unknowns: string[];
  /** Numbers of the other contacts of the same incident. */
  same_incident: number[];
  /** What the agency says about it, and whether it does not accept the code. */
  responses: AgencyResponse[];
  disputed: boolean;
}

/** How many contacts, and what stands behind the number. */
export interface Tally {
  contacts: number;
  incidents: number;
  /** For each incident the largest number that any of its contacts names, summed. */
  persons: number;
  /** Contacts in which the number of persons cannot be told. */
  persons_unknown: number;
  decided: number;
  suggested: number;
  needs_review: number;
  /** Contacts whose code the agency does not accept, by its answer. */
  disputed: number;
}

/** One reading of the dispute: `low` counts no undetermined contact, `high` counts them all. */
export interface Reading {
  name: 'strict' | 'broad';
  verdicts: Verdict[];
  low: number;
  high: number;
  /** Of all contacts, 0 to 1; null where there is no contact. */
  share_low: number | null;
  share_high: number | null;
  tally: Tally;
}

export interface AuditCounts {
  files: number;
  pages: number;
  /** Items that count, each message once. */
  items: number;
  /** Further copies of those that were found and joined. */
  copies: number;
  exchanges: number;
  not_contact: number;
  not_contact_review: number;
  all: Tally;
}

/** A period's contacts by verdict. `period` is `2015-03` or `2015`; empty for contacts without a date. */
export interface PeriodRow {
  period: string;
  counts: Partial<Record<Verdict, number>>;
  total: number;
}

export interface Timeline {
  /** What one bar stands for. */
  unit: 'month' | 'year';
  /** Every period from the first contact to the last, empty ones included. */
  bars: PeriodRow[];
  /** The months in which there is a contact, then those without a date. */
  months: PeriodRow[];
}

/** How many contacts carry a code. */
export interface KindRow {
  code: string;
  contacts: number;
  strict: number;
  broad: number;
}

/** How many contacts have a direction and an authority; a contact with two authorities is counted under both. */
export interface CrossRow {
  direction: string;
  component: string;
  contacts: number;
}

export interface PageRange {
  first: number;
  last: number;
}

/** Pages of one file that something is true of. */
export interface FilePages {
  file_id: string;
  path: string;
  pages: number;
  ranges: PageRange[];
}

export interface Coverage {
  files: readonly SourceFile[];
  by_status: Record<SourceFile['status'], number>;
  by_method: Record<PageMethod, number>;
  items_expected: number;
  items_emitted: number;
  items_failed: number;
  /** Files that came out of archives: they are among `items_emitted`, and have rows of their own. */
  entries_emitted: number;
  /** Items that were found quoted inside others; they are not among `items_emitted`. */
  items_quoted: number;
  unread: FilePages[];
  /** Pages read by a recogniser that was less sure of them than `LOW_CONFIDENCE`. */
  low_confidence: FilePages[];
  /** Pages on which text was found under a redaction. The text itself is nowhere in this record. */
  failed_redactions: FilePages[];
  first_month: string | null;
  last_month: string | null;
  /** Months between the first and the last dated item in which there is none, joined where they follow on one another. */
  empty_months: { first: string; last: string; months: number }[];
  items_without_date: number;
  items_redacted: number;
  pages_redacted: number;
  redactions: number;
  /** Share of all pages' area that redactions cover, 0 to 1; null without pages. */
  redacted_share: number | null;
  /** Pages of which half or more is covered. */
  mostly_redacted: FilePages[];
  /** How many redactions carry each exemption code, most frequent first. */
  exemptions: { code: string; redactions: number }[];
  /** Pages by what read them, most first; those that nothing read are left out. */
  engines: { engine: string; pages: number }[];
  bates: BatesLedger;
}

/** A marked stretch of a page: the `index`-th quote of contact `number`, in the page's own units. */
export interface QuoteBox extends QuotePlace, Box {}

/** A page's text, once. */
export interface PageText {
  page: Page;
  path: string;
  segments: Segment[];
  image: PageImage | null;
  /** Where quotes stand on the picture; empty where there is none. */
  boxes: QuoteBox[];
  /** Numbers of the contacts whose messages or quotes stand on this page. */
  contacts: number[];
}

/** Where a message stands: on pages, or as a part of a file that has none. */
export type Place = Pick<Witness, 'file_id' | 'path' | 'page_start' | 'page_end' | 'part' | 'origin'>;

/** An exchange that was looked at and set aside, with enough to check that. */
export interface SetAside {
  exchange: Exchange;
  participants: readonly Participant[];
  /** The first item's new text, cut to a length that a reader can judge by. */
  excerpt: string;
  cut: boolean;
  /** Where each of its items stands; not the items, whose texts are long and are not printed. */
  places: Place[];
}

/** All that any edition of the report prints; the renderers add words and marks, never a number. */
export interface AuditReport {
  title: string;
  headline: string;
  counts: AuditCounts;
  verdicts: { verdict: Verdict; tally: Tally }[];
  strict: Reading;
  broad: Reading;
  timeline: Timeline;
  nature: KindRow[];
  direction: KindRow[];
  component: KindRow[];
  crossed: CrossRow[];
  contacts: Contact[];
  /** Contacts that are counted and not printed, since there are too many for one page. */
  contacts_left_out: number;
  incidents: Incident[];
  correspondence: Correspondence;
  set_aside: SetAside[];
  /** Exchanges that were set aside and are not listed, since the list is full. */
  set_aside_left_out: number;
  coverage: Coverage;
  pages: PageText[];
  /** Which pages these are. Pages with a picture are always among them. */
  pages_printed: 'all' | 'of contacts' | 'of quotes';
  /** Pages of the release that are not printed in this report, since it has too many. */
  pages_left_out: number;
  versions: AuditVersions;
  settings: Readonly<Record<string, string>>;
  thresholds: Readonly<Record<string, number>>;
  error_rates: ErrorRates | null;
  /** The error rates that people measured on these very records; null where no sample was drawn. */
  sample: SampleSection | null;
  inputs: readonly InputFile[];
  policy: PolicySection | null;
  claims: ClaimSection | null;
  request: string | null;
  corrections: readonly Correction[];
}
