import { ITEM_KINDS } from '../ingest/index.ts';
import { CELLS } from './answers.ts';
import { showsImmigration } from './base-rate.ts';
import { PERSON_SIGNS } from './count-persons.ts';
import type { CueLexicon } from './cue-lexicon.ts';
import type { ReadItem } from './read-item.ts';

const PLAIN = ['length', 'clauses', 'messages', 'authority writes', 'authority reads', 'immigration shows'];

/** Names of what trees may ask of an item: its scores by cell, what kind of record it is, and the clauses that have each cue. */
export function factNames({ scoped }: CueLexicon): string[] {
  return [
    ...CELLS.map(({ name }) => `score:${name}`),
    ...CELLS.map(({ name }) => `part:${name}`),
    ...ITEM_KINDS.map((kind) => `kind:${kind}`),
    ...PLAIN,
    ...PERSON_SIGNS.map((sign) => `persons:${sign}`),
    ...scoped.map((name) => `cue:${name}`),
  ];
}

/**
 * The facts of an item in the order of `factNames`; `length` is in UTF-16 units of the body. `scores` are those of the cells, `part` those of
 * the part that is scored by itself, or of the whole where there is none.
 */
export function factsOf(item: ReadItem, scores: ArrayLike<number>, part: ArrayLike<number>): Float32Array {
  const { input, clauses, speakers, recipients, table } = item;
  const kinds = 2 * CELLS.length;
  const plain = kinds + ITEM_KINDS.length;
  const persons = plain + PLAIN.length;
  const cues = persons + PERSON_SIGNS.length;
  const facts = new Float32Array(cues + table.cues.scoped.length);
  facts.set(scores);
  facts.set(part, CELLS.length);
  for (const [at, kind] of ITEM_KINDS.entries()) if (kind === input.kind) facts[kinds + at] = 1;
  facts[plain] = input.body.length;
  facts[plain + 1] = clauses.length;
  facts[plain + 2] = speakers.length;
  facts[plain + 3] = speakers.some(({ side }) => side === 'immigration') ? 1 : 0;
  facts[plain + 4] = recipients.some(({ side }) => side === 'immigration') ? 1 : 0;
  facts[plain + 5] = showsImmigration(item) ? 1 : 0;
  for (const [at, sign] of PERSON_SIGNS.entries()) facts[persons + at] = item.persons[sign];
  for (const { scoped } of clauses) for (const place of scoped) facts[cues + place]! += 1;
  return facts;
}
