import { showsImmigration } from './base-rate.ts';
import { addClauseFeatures } from './clause-features.ts';
import { countFeatures, type FeatureCounts } from './feature-counts.ts';
import { addItemFeatures } from './features.ts';
import type { LabelledItem } from './labelled.ts';
import { type LexiconData, prepareLexicons } from './lexicons.ts';
import { type ReadItem, readItem } from './read-item.ts';
import { CELL_BLOCKS, EVIDENCE_BLOCKS } from './training-settings.ts';

/** A labelled item with what the lexicons find in it. */
export interface ReadLabelled {
  item: LabelledItem;
  read: ReadItem;
  /**
   * Items in which nothing of immigration shows and that are no contact teach the model only that short and ordinary words
   * mean nothing, which blurs what such words mean beside an authority; they are left to the base rate (`base-rate.ts`).
   */
  instructive: boolean;
}

/** Labelled items read once for every fold, with their features and those of the clauses that may be quoted. */
export interface LabelledSet {
  entries: ReadLabelled[];
  items: FeatureCounts;
  /** Clauses of contacts, by index of entry and of clause; `clauses` has their features in the same order. */
  places: { entry: number; clause: number }[];
  clauses: FeatureCounts;
}

/** Reads labelled items for training, sorted by group and id, so that the order they come in does not matter. */
export function readLabelled(items: readonly LabelledItem[], data: LexiconData): LabelledSet {
  const lexicons = prepareLexicons(data);
  const entries = [...items].sort(compareItems).map((item) => {
    const read = readItem(item.input, lexicons);
    return { item, read, instructive: item.labels.relevance === 'contact' || showsImmigration(read) };
  });
  const places = entries.flatMap(({ item, read }, entry) =>
    item.labels.relevance === 'contact'
      ? read.clauses.flatMap(({ kind }, clause) => (kind === 'signature' ? [] : [{ entry, clause }]))
      : [],
  );
  return {
    entries,
    items: countFeatures(entries.length, (at, sink) => addItemFeatures(entries[at]!.read, sink), CELL_BLOCKS),
    places,
    clauses: countFeatures(
      places.length,
      (at, sink) => addClauseFeatures(entries[places[at]!.entry]!.read, places[at]!.clause, sink),
      EVIDENCE_BLOCKS,
    ),
  };
}

function compareItems(a: LabelledItem, b: LabelledItem): number {
  if (a.group !== b.group) return a.group < b.group ? -1 : 1;
  if (a.input.id === b.input.id) return 0;
  return a.input.id < b.input.id ? -1 : 1;
}
