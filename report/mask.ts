import type { MaskKnowledge } from './mask-knowledge.ts';
import type { MarksOf } from './mask-marks.ts';
import type { Openings } from './mask-openings.ts';
import type { PhraseIndex } from './mask-phrases.ts';

/** What a masked stretch was. `public` is a public employee, shown by role. */
export const MASK_KINDS = [
  'person',
  'public',
  'phone',
  'address',
  'birth date',
  'age',
  'plate',
  'A-number',
  'id',
  'case number',
  'e-mail',
  'screen name',
  'employer',
  'school',
  'listed',
] as const;
export type MaskKind = (typeof MASK_KINDS)[number];

/** How public employees are shown: by role and agency, or by name. Private persons never depend on it. */
export type PublicEmployees = 'role' | 'name';

/** One line of a `--mask` file. */
export interface MaskListEntry {
  /** `hide`: mask these words wherever they stand. `show`: never mask them. */
  action: 'hide' | 'show';
  kind: MaskKind;
  text: string;
  /** Words that name the same person: `+ person: Rosalba Quintanilla = Rosie Q`. */
  same_as: string[];
  line: number;
}

export interface MaskOptions {
  public_employees: PublicEmployees;
  list: readonly MaskListEntry[];
}

/** A person of the case under one number. `label` stands in running text, `full_label` where a header names the person. */
export interface MaskedPerson {
  kind: 'private' | 'public';
  number: number;
  label: string;
  full_label: string;
  /** Spellings as found, in order of first appearance. Held in memory only: in no public output. */
  spellings: string[];
}

/** What masks one case. Holds private names: it is never written to disk. */
export interface Mask {
  public_employees: PublicEmployees;
  persons: readonly MaskedPerson[];
  phrases: PhraseIndex;
  /** Tells of a text of the case where a phrase can begin. */
  openings: Openings;
  /** Mail addresses in small letters with the person who has them (an index); null for those that are shown. */
  addresses: ReadonlyMap<string, number | null>;
  knowledge: MaskKnowledge;
  marksOf: MarksOf;
}

/** A masked stretch: `[start, end)` in the original, `[from, to)` in the masked text (UTF-16 units). */
export interface MaskSpan {
  start: number;
  end: number;
  from: number;
  to: number;
  kind: MaskKind;
  label: string;
}

export interface MaskedText {
  text: string;
  /** In order, not overlapping. */
  spans: MaskSpan[];
}

export const DEFAULT_MASK_OPTIONS: MaskOptions = { public_employees: 'role', list: [] };
