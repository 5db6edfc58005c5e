import {
  COMPONENTS,
  CONDUCTS,
  type CoderInput,
  type Component,
  type Conduct,
  DIRECTIONS,
  type Direction,
  NATURES,
  type Nature,
  PURPOSES,
  type Purpose,
  RELEVANCES,
  type Relevance,
  VERDICTS,
  type Verdict,
} from './coding.ts';
import { parseCoderInput } from './parse-input.ts';
import { readNumber, readOneOf, readRecord, readString, readStrings } from './read-json.ts';

/** The answers a person gave for one item. */
export interface Labels {
  relevance: Relevance;
  purpose: Purpose | null;
  conduct: Conduct | null;
  verdict: Verdict;
  direction: Direction | null;
  nature: Nature[];
  component: Component[];
  persons: number | null;
  minors: boolean;
  /** Exact substrings of body or subject. */
  evidence: string[];
}

export interface LabelledItem {
  input: CoderInput;
  labels: Labels;
  /** What is left out together: the file, which is one writer. */
  group: string;
  /** How often the item counts where verdicts and fields are learned; see `parseWorth`. */
  worth: number;
  /** Items with the same pair share a situation and differ in the verdict; null where there is none. */
  pair: string | null;
}

/**
 * One line of a labelled file (`fixtures/labelled/README.md`). `group` is the name of the file. Lists of natures and
 * components keep only the codebook's codes. Throws `TypeError` with the place of a fault.
 */
export function parseLabelled(value: unknown, group: string, worth = 1): LabelledItem {
  const record = readRecord(value, group);
  const id = readString(record.id, `${group}: id`);
  const labels = readRecord(record.labels, `${id}: labels`);
  const optional = <T extends string>(name: string, allowed: readonly T[]): T | null =>
    labels[name] === null || labels[name] === undefined
      ? null
      : readOneOf(labels[name], allowed, `${id}: labels.${name}`);
  const some = <T extends string>(name: string, allowed: readonly T[]): T[] =>
    readStrings(labels[name] ?? [], `${id}: labels.${name}`).filter((entry): entry is T & string =>
      allowed.some((code) => code === entry),
    ) as T[];
  const persons = labels.persons;
  return {
    input: parseCoderInput(value),
    labels: {
      relevance: readOneOf(labels.relevance, RELEVANCES, `${id}: labels.relevance`),
      purpose: optional('purpose', PURPOSES),
      conduct: optional('conduct', CONDUCTS),
      verdict: readOneOf(labels.verdict, VERDICTS, `${id}: labels.verdict`),
      direction: optional('direction', DIRECTIONS),
      nature: some('nature', NATURES),
      component: some('component', COMPONENTS),
      persons: typeof persons === 'number' ? readNumber(persons, `${id}: labels.persons`) : null,
      minors: labels.minors === true,
      evidence: readStrings(labels.evidence ?? [], `${id}: labels.evidence`),
    },
    group,
    worth,
    pair: typeof record.pair === 'string' ? record.pair : null,
  };
}

/**
 * `worth.json` beside labelled files: by name of a file (without `.jsonl`), how often its items count where verdicts and fields
 * are learned and where scores become probabilities; once where it is not named. Files that show what records say are worth
 * more there than files that were written against the coder, to hold what it gets wrong: those make scores mean less than
 * they do on records that nobody wrote against it. Throws `TypeError` where it is malformed.
 */
export function parseWorth(value: unknown): ReadonlyMap<string, number> {
  const record = readRecord(value, 'worth');
  return new Map(
    Object.keys(record).map((group) => {
      const worth = readNumber(record[group], `worth.${group}`);
      if (!(worth > 0 && worth < 1000))
        throw new TypeError(`worth.${group}: expected a number from 0 to 1000`);
      return [group, worth];
    }),
  );
}
