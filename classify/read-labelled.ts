import { showsImmigration } from './base-rate.ts';
import { addClauseFeatures } from './clause-features.ts';
import { collectFeatures, type FeatureCounts, type GrowingCounts } from './feature-counts.ts';
import { addItemFeatures } from './features.ts';
import type { LabelledItem } from './labelled.ts';
import { type LexiconData, prepareLexicons } from './lexicons.ts';
import { carriesEvidence } from './match-evidence.ts';
import { inPieces } from './pieces.ts';
import { readWithPart } from './reading.ts';
import { factNames, factsOf } from './record-facts.ts';
import { CELL_BLOCKS, EVIDENCE_BLOCKS } from './training-settings.ts';

/** A labelled item that has been read. */
export interface ReadLabelled {
  item: LabelledItem;
  /**
   * Items in which nothing of immigration shows and that are no contact teach the model only that short and ordinary words
   * mean nothing, which blurs what such words mean beside an authority; they are left to the base rate (`base-rate.ts`).
   */
  instructive: boolean;
  /** See `factsOf`; the scores are put in once there are some. */
  facts: Float32Array;
}

/** A clause that may be quoted: index of its entry, its own index there, and whether people quoted from it. */
export interface ClausePlace {
  entry: number;
  clause: number;
  carries: boolean;
}

/** A part of an item: index of its entry, and its share of the scores. */
export interface PartPlace {
  entry: number;
  share: number;
}

/** Labelled items read once for every fold, with their features and those of the clauses that may be quoted. */
export interface LabelledSet {
  entries: ReadLabelled[];
  items: FeatureCounts;
  /** Of which entry each of the parts in `items` is one, and its share of the scores, see `reading.ts`. */
  parts: PartPlace[];
  /** Pieces of the clauses of contacts (`pieces.ts`); `clauses` has their features in the same order. */
  places: ClausePlace[];
  clauses: FeatureCounts;
  /** Names of the entries' facts. */
  factNames: string[];
}

/** A set that more can be added to. */
export interface GrowingSet extends LabelledSet {
  items: GrowingCounts;
  clauses: GrowingCounts;
}

/**
 * Reads labelled items for training, sorted by group and id, so that the order they come in does not matter. Of what was
 * read only the features are kept: all the tokens would fill memory, and be looked through whenever room is made.
 */
export function readLabelled(items: readonly LabelledItem[], data: LexiconData): LabelledSet {
  return readSorted([...items].sort(compareItems), data);
}

/** The same for items that are in order. */
export function readSorted(items: readonly LabelledItem[], data: LexiconData): GrowingSet {
  const lexicons = prepareLexicons(data);
  const counts = collectFeatures(CELL_BLOCKS);
  const clauses = collectFeatures(EVIDENCE_BLOCKS);
  const entries: ReadLabelled[] = [];
  const places: ClausePlace[] = [];
  const parts: PartPlace[] = [];
  for (const [entry, item] of items.entries()) {
    const { item: read, part } = readWithPart(item.input, lexicons);
    const isContact = item.labels.relevance === 'contact';
    entries.push({
      item,
      instructive: isContact || showsImmigration(read),
      facts: factsOf(read, [], []),
    });
    counts.add((sink) => addItemFeatures(read, sink));
    if (part !== null) {
      parts.push({ entry, share: part.share });
      counts.addPart((sink) => addItemFeatures(part.item, sink));
    }
    if (!isContact) continue;
    const pieces = inPieces(read).item;
    for (const [clause, found] of pieces.clauses.entries()) {
      if (found.kind === 'signature') continue;
      places.push({ entry, clause, carries: carriesEvidence(found, item) });
      clauses.add((sink) => addClauseFeatures(pieces, clause, sink));
    }
  }
  return { entries, items: counts, parts, places, clauses, factNames: factNames(lexicons.words().cues) };
}

export function compareItems(a: LabelledItem, b: LabelledItem): number {
  if (a.group !== b.group) return a.group < b.group ? -1 : 1;
  if (a.input.id === b.input.id) return 0;
  return a.input.id < b.input.id ? -1 : 1;
}
