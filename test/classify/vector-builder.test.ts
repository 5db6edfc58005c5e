import { addClauseFeatures } from '../../classify/clause-features.ts';
import { indexCues } from '../../classify/cue-lexicon.ts';
import { chooseFeatures, collectFeatures, vectorsOf } from '../../classify/feature-counts.ts';
import { addItemFeatures } from '../../classify/features.ts';
import { prepareLexicons } from '../../classify/lexicons.ts';
import { inPieces } from '../../classify/pieces.ts';
import { readItem } from '../../classify/read-item.ts';
import { readLabelled } from '../../classify/read-labelled.ts';
import { tokenize } from '../../classify/tokenize.ts';
import { CELL_BLOCKS, EVIDENCE_BLOCKS } from '../../classify/training-settings.ts';
import { createVectorBuilder } from '../../classify/vector-builder.ts';
import {
  restoreVocabulary,
  type Setting,
  type SparseRows,
  type SparseVector,
} from '../../classify/vectors.ts';
import { WordTable } from '../../classify/word-table.ts';
import { committedLexicons, labelledItems } from './labelled-samples.ts';

const ITEMS = ['items-k', 'items-o', 'items-t'].flatMap((group) => labelledItems(group, 60));
const SET = readLabelled(ITEMS, committedLexicons());
const LEXICONS = prepareLexicons(committedLexicons());
const READ = SET.entries.map(({ item }) => readItem(item.input, LEXICONS));
const ALL = SET.entries.map((_, at) => at);

/** Values by feature, so that the order in which features were met does not matter. */
function byFeature({ size, ids, values }: SparseVector): [number, number][] {
  const own = Array.from(ids.subarray(0, size), (id, at): [number, number] => [
    id,
    Number(values[at]!.toFixed(9)),
  ]);
  return own.sort(([a], [b]) => a - b);
}

/** One of the vectors. */
function vectorAt({ starts, ids, values }: SparseRows, at: number): SparseVector {
  const [from, to] = [starts[at], starts[at + 1]];
  return { size: to! - from!, ids: ids.subarray(from, to), values: values.subarray(from, to) };
}

describe('the vector builder', () => {
  test('finds in an item, by numbers, just the features that training counted by their names', () => {
    const chosen = chooseFeatures(SET.items, ALL, 2, 3);
    const builder = createVectorBuilder(chosen.vocabulary, CELL_BLOCKS);
    const expected = vectorsOf(SET.items.texts, ALL, chosen, CELL_BLOCKS);
    for (const [at, read] of READ.entries()) {
      addItemFeatures(read, builder);
      expect(byFeature(builder.take())).toEqual(byFeature(vectorAt(expected, at)));
    }
  });

  test('and so in a clause', () => {
    const places = SET.places.map((_, at) => at);
    const chosen = chooseFeatures(SET.clauses, places, 2, 2);
    const builder = createVectorBuilder(chosen.vocabulary, EVIDENCE_BLOCKS);
    const expected = vectorsOf(SET.clauses.texts, places, chosen, EVIDENCE_BLOCKS);
    for (const [at, { entry, clause }] of SET.places.entries()) {
      addClauseFeatures(inPieces(READ[entry]!).item, clause, builder);
      expect(byFeature(builder.take())).toEqual(byFeature(vectorAt(expected, at)));
    }
  });

  test('knows single words, pairs, runs with cues, words in a setting, pairs of cues and prefixed names, and nothing else', () => {
    const names = [
      'word:sold',
      'word:sold drug',
      'near:drug',
      'speaker:police>immigration:drug',
      'older:sold',
      'beside:denied:drug',
      'cue:off.drug',
      'cue:a+off.drug',
      'cue:newest:off.drug',
      'cue:sold <off.drug>',
      'cue:he sold <off.drug>',
      'story:a',
      'story:a+offence',
      'story:offence',
    ];
    const vocabulary = restoreVocabulary(
      names,
      names.map(() => 1),
      1,
    );
    const table = new WordTable(indexCues({ a: ['seldom'], 'off.drug': ['drug'] }));
    const tokens = tokenize('he sold drug');
    const words = tokens.map(({ text }) => table.look(text));
    const stems = words.map(({ stem }) => stem);
    const classed = [stems[0]!, stems[1]!, table.cueClasses[1]!];
    const cues = (...given: string[]) => given.map((name) => table.cues.scoped.indexOf(name));
    const clause = { tokens, words, stems, classed, scoped: cues('a', 'off.drug') };
    const builder = createVectorBuilder(vocabulary, CELL_BLOCKS);
    expect(() => builder.addWords(['word'], clause)).toThrow('begin');
    builder.begin(table);
    builder.addWords(['word', 'near'], clause);
    const speaker = ['police>immigration', 'police>police'].map(
      (name): Setting => ({ block: 'speaker', name }),
    );
    builder.addWordsIn([...speaker, { block: 'older', name: '' }], stems);
    builder.addWordsIn([{ block: 'beside', name: 'denied' }], stems.slice(2));
    builder.addWordsIn([{ block: 'beside', name: 'status' }], stems);
    builder.addCues('cue', '', clause);
    builder.addCues('cue', 'newest', { ...clause, scoped: cues('off.drug') });
    builder.addCuePairs(clause);
    builder.addCueRuns(clause);
    builder.addWords(['word'], { ...clause, stems: stems.slice(0, 1) });
    builder.addKinds(['a', 'offence'].map((kind) => table.cues.kinds.indexOf(kind)));
    const { size, ids } = builder.take();
    expect([...ids.subarray(0, size)].sort((a, b) => a - b).map((id) => names[id])).toEqual(names);
    expect(builder.take().size).toBe(0);
  });
});

describe('chooseFeatures', () => {
  test('keeps what occurs in enough of the texts that count, in the order of blocks and names', () => {
    const texts = [['b', 'a'], ['a'], ['a', 'c'], ['c', 'c']];
    const counts = collectFeatures({ word: 1 });
    for (const text of texts)
      counts.add((sink) => {
        for (const word of text) sink.add('word', word);
      });
    expect(chooseFeatures(counts, [0, 1, 2, 3], 2, 2).vocabulary.names).toEqual(['word:a', 'word:c']);
    expect(chooseFeatures(counts, [0, 1, 3], 2, 2).vocabulary.names).toEqual(['word:a']);
    const { names, times } = chooseFeatures(counts, [0, 1, 3], 2, 2, [2, 1, 1]).vocabulary;
    expect(names).toEqual(['word:a', 'word:b']);
    expect([...times]).toEqual([2, 1]);
  });
});
