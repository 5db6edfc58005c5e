import {
  type Conduct,
  DIRECTIONS,
  NATURES,
  type Purpose,
  type Relevance,
  type Verdict,
  verdictOf,
} from './coding.ts';
import type { Labels } from './labelled.ts';

/** A cell of the codebook: one combination of the three answers, and so one verdict. */
export interface Cell {
  name: string;
  relevance: Relevance;
  purpose: Purpose | null;
  conduct: Conduct | null;
  verdict: Verdict;
}

function cell(name: string, relevance: Relevance, purpose: Purpose | null, conduct: Conduct | null): Cell {
  return { name, relevance, purpose, conduct, verdict: verdictOf(relevance, purpose, conduct) };
}

/**
 * The combinations that occur. Finer than the verdicts, because what makes `mention` is not what makes `none`; the
 * probability of a verdict is the sum over its cells.
 */
export const CELLS: readonly Cell[] = [
  cell('none', 'none', null, null),
  cell('mention', 'mention', null, null),
  cell('criminal', 'contact', 'criminal', 'alleged-crime'),
  cell('unclear', 'contact', 'unclear', 'unstated'),
  cell('victim-services', 'contact', 'victim-services', 'none'),
  cell('administrative', 'contact', 'administrative', 'unstated'),
  cell('civil, crime alleged', 'contact', 'civil-immigration', 'alleged-crime'),
  cell('civil, infraction', 'contact', 'civil-immigration', 'infraction'),
  cell('civil, no allegation', 'contact', 'civil-immigration', 'none'),
  cell('civil, nothing said', 'contact', 'civil-immigration', 'unstated'),
];

/** Index of the cell a coded item falls into. */
export function cellOf(labels: Labels): number {
  const found = CELLS.findIndex(
    (entry) =>
      entry.relevance === labels.relevance &&
      (labels.relevance !== 'contact' ||
        (entry.purpose === labels.purpose &&
          (labels.purpose !== 'civil-immigration' || entry.conduct === labels.conduct))),
  );
  if (found === -1)
    throw new TypeError(`no cell for ${labels.relevance}, ${labels.purpose}, ${labels.conduct}`);
  return found;
}

/** Numbers of persons that are told apart; `null` is "cannot be told". */
export const PERSON_COUNTS = ['0', '1', '2', '3', '4', '5', '6', 'null'] as const;

/** What the second set of weights answers, for contacts only: one output each. */
export const FIELDS: readonly string[] = [
  ...DIRECTIONS.map((code) => `direction=${code}`),
  ...NATURES.map((code) => `nature=${code}`),
  ...PERSON_COUNTS.map((count) => `persons=${count}`),
  'minors',
];

/** 1 for each field that holds of the labels and 0 for each that does not. */
export function fieldsHeld(labels: Labels): number[] {
  const holds = new Set<string>([
    `direction=${labels.direction}`,
    ...labels.nature.map((code) => `nature=${code}`),
    `persons=${labels.persons === null ? 'null' : Math.min(6, labels.persons)}`,
  ]);
  if (labels.minors) holds.add('minors');
  return FIELDS.map((field) => (holds.has(field) ? 1 : 0));
}
