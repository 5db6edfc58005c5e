import type { Conduct, Purpose, Relevance, Verdict } from '../classify/index.ts';

/** What people can be asked about: an exchange, an item that no exchange holds, a page on which nothing was read. */
export type UnitKind = 'exchange' | 'item' | 'page';

/** One thing that could be drawn, with the stratum that it was in when the sample was drawn. */
export interface FrameUnit {
  /** `exchange_id`, `item_id`, or `file_id` and page as `f_12#3`. */
  unit: string;
  kind: UnitKind;
  /** `status-only.sure`, `not-contact.review` …: see `docs/sampling.md`. */
  stratum: string;
}

/** A sample as it was drawn. Nothing in it changes afterwards. */
export interface SampleDraw {
  /** 1, 2, 3 … in order of drawing. */
  sample: number;
  /** ISO day of the draw. */
  drawn_on: string;
  /** Whatever it was made of: the same seed and frame give the same units. */
  seed: string;
  /** How many people were to code each unit by themselves. */
  coders: number;
  /** The versions whose codes made the strata. */
  model: string;
  lexicon: string;
  /** sha256 over what was handed in and all versions: as long as it is the same, so are the codes. */
  case_sha256: string;
  /** sha256 of the bytes of `frame.csv`. */
  frame_sha256: string;
  strata: { stratum: string; population: number; drawn: number }[];
  /** What was drawn, in the order of the sheets. */
  units: string[];
}

/** What one person answered about one unit. */
export interface SampleCode {
  sample: number;
  unit: string;
  coder: string;
  /** ISO day of the coding. */
  date: string;
  /** True where it decides between coders who differ. */
  settles: boolean;
  relevance: Relevance;
  purpose: Purpose | null;
  conduct: Conduct | null;
  verdict: Verdict;
  note: string;
}

/** A sample with what it was drawn from and what people said, in the order in which it was recorded. */
export interface SampleInput {
  draw: SampleDraw;
  frame: readonly FrameUnit[];
  codes: readonly SampleCode[];
}

/** Units whose error says nothing of the coder's codes: no exchange, no code. */
export const UNREAD_STRATUM = 'page-unread';
export const LONE_STRATUM = 'item-alone';

/** What the coder said of the units of a stratum when it was drawn. */
export function verdictOfStratum(stratum: string): Verdict {
  if (stratum === UNREAD_STRATUM || stratum === LONE_STRATUM) return 'not-contact';
  return stratum.slice(0, stratum.indexOf('.')) as Verdict;
}

export function pageUnit(fileId: string, page: number): string {
  return `${fileId}#${page}`;
}
