import type { CountedTexts } from '../../classify/counted-texts.ts';
import { chooseFeatures, vectorsOf } from '../../classify/feature-counts.ts';
import { type LabelledSet, readLabelled } from '../../classify/read-labelled.ts';
import { readInThreads } from '../../classify/read-threads.ts';
import { CELL_BLOCKS, EVIDENCE_BLOCKS } from '../../classify/training-settings.ts';
import { committedLexicons, labelledItems } from './labelled-samples.ts';

const LEXICONS = committedLexicons();
const ITEMS = ['items-h', 'items-e'].flatMap((group) => labelledItems(group, 12));

const allOf = ({ size }: CountedTexts): number[] => Array.from({ length: size }, (_, at) => at);

/** All that training takes from a set. */
function contents({ entries, parts, places, items, clauses, factNames }: LabelledSet) {
  const choose = (counts: typeof items) => chooseFeatures(counts, allOf(counts.texts), 2, 3);
  const [ofItems, ofClauses] = [choose(items), choose(clauses)];
  return {
    entries,
    parts,
    places,
    factNames,
    names: [ofItems.vocabulary.names, ofClauses.vocabulary.names],
    items: vectorsOf(items.texts, allOf(items.texts), ofItems, CELL_BLOCKS),
    ofParts: vectorsOf(items.parts, allOf(items.parts), ofItems, CELL_BLOCKS),
    clauses: vectorsOf(clauses.texts, allOf(clauses.texts), ofClauses, EVIDENCE_BLOCKS),
  };
}

describe('readInThreads', () => {
  const alone = contents(readLabelled(ITEMS, LEXICONS));

  test('the items have parts that are scored by themselves', () => {
    expect(alone.parts.length).toBeGreaterThan(3);
    expect(alone.ofParts.starts).toHaveLength(alone.parts.length + 1);
  });

  test.each([1, 2, 5, 100])('%i parts come to the same set as one', (threads) => {
    expect(contents(readInThreads(ITEMS, LEXICONS, threads))).toEqual(alone);
  });

  test('nothing is nothing', () => {
    expect(readInThreads([], LEXICONS, 3).entries).toEqual([]);
  });
});
