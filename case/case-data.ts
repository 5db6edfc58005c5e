import type { Exchange, LinkedItem } from '../classify/index.ts';
import type { Page, SourceFile } from '../ingest/index.ts';
import type { ErrorRates, MaskOptions, SampleInput, SampleRow, Supplements } from '../report/index.ts';
import type { PolicyData } from './policy-data.ts';

/** One side's or one agency's person in an exchange, under one spelling. */
export interface ParticipantRow {
  exchange_id: string;
  name: string;
  address: string;
  side: string;
  component: string | null;
  role: string | null;
}

/** The picture of a page, kept in the store by the hash of its bytes. */
export interface PageImageRow {
  file_id: string;
  page: number;
  media_type: string;
  width: number;
  height: number;
  /** Pictures on the page: what they show is in no text, so that a public edition cannot show the page. */
  pictures: number;
  /** Where the bytes lie, relative to the store. */
  blob: string;
}

export interface InputRow {
  path: string;
  sha256: string;
  bytes: number;
  /** Where the file lay on this machine; kept in the case for `verify`, never exported. */
  location: string;
}

/** Versions of everything that can change a number. */
export interface Versions {
  tool: string;
  model: string;
  lexicon: string;
  policy: string;
}

/** What is known of the coder's errors on text it has not seen; printed in the report. */
export interface ModelCard {
  /** Probability under which the coder abstains, by verdict. */
  thresholds: Record<string, number>;
  /** Null where no scores were shipped with the model. */
  error_rates: ErrorRates | null;
}

/** All that one run found, and what the exports and the report are made of. Every list is sorted. */
export interface CaseData extends PolicyData {
  title: string;
  /** The user's own agencies as they were given; null where none were. Public employees are told by them. */
  agencies: unknown;
  versions: Versions;
  settings: Record<string, string>;
  model_card: ModelCard;
  /** What a person added to the mask of the public edition and took from it; missing where nothing was said. */
  masking?: MaskOptions;
  /** The request, corrections and answers that people added; missing where there are none. */
  supplements?: Supplements;
  /** Samples that people code, which lie beside the database; missing where they were not read. */
  samples?: readonly SampleInput[];
  /** What they say of the codes of the case, as the tables print it. */
  human_sample?: readonly SampleRow[];
  inputs: InputRow[];
  files: SourceFile[];
  pages: Page[];
  items: LinkedItem[];
  exchanges: Exchange[];
  participants: ParticipantRow[];
  page_images: PageImageRow[];
}
