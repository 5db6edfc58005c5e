import type { Exchange, LinkedItem } from '../classify/index.ts';
import type { Page, SourceFile } from '../ingest/index.ts';
import type { ClaimCheck } from '../policy/index.ts';
import type { PolicyInput } from './policy-section.ts';
import type { SampleInput } from './sample-input.ts';
import type { Supplements } from './supplements.ts';

/** One person of an exchange under one spelling. `side` is what `classify` says; words that are not known print as they are. */
export interface Participant {
  name: string;
  address: string;
  side: string;
  component: string | null;
  role: string | null;
}

/** The picture of a page. Size in pixels. Only PNG, JPEG, GIF and WebP are put into the report. */
export interface PageImage {
  file_id: string;
  page: number;
  media_type: string;
  width: number;
  height: number;
  base64: string;
}

/** A table from the model card, printed as it is: a header, rows of the same length, and where the figures come from. */
export interface ErrorRates {
  columns: string[];
  rows: string[][];
  note: string;
}

/** One thing that was handed in, as it was named on the command line. */
export interface InputFile {
  path: string;
  sha256: string;
  bytes: number;
}

/** Versions of everything that can change a number. */
export interface AuditVersions {
  tool: string;
  model: string;
  lexicon: string;
  policy: string;
}

/** All that a report is made of. Nothing else is looked at: no clock, no file, no environment. */
export interface AuditInput {
  title: string;
  files: readonly SourceFile[];
  pages: readonly Page[];
  items: readonly LinkedItem[];
  /** All of them, those that are no contacts included. */
  exchanges: readonly Exchange[];
  /** By `exchange_id`. */
  participants: Readonly<Record<string, readonly Participant[]>>;
  page_images: readonly PageImage[];
  versions: AuditVersions;
  settings: Readonly<Record<string, string>>;
  /** Probability under which the model abstains, by verdict or by name. */
  thresholds?: Readonly<Record<string, number>>;
  error_rates?: ErrorRates;
  /** Samples that were drawn for people to code, with their codes. */
  samples?: readonly SampleInput[];
  inputs: readonly InputFile[];
  /** Rules and findings, where rules were given. */
  policy?: PolicyInput;
  /** Public statements and their answers, where some were given. */
  claims?: readonly ClaimCheck[];
  /** What people add by hand: the request, corrections, the agency's answers. */
  supplements?: Supplements;
}
