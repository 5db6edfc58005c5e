import type { ReadItem } from './read-item.ts';
import type { FeatureSink } from './vectors.ts';

/**
 * Features of one clause, in the blocks of an item's: its words and cues, who speaks, and what the clauses beside it are
 * about. They say whether people would quote the clause.
 */
export function addClauseFeatures(item: ReadItem, at: number, sink: FeatureSink): void {
  const clause = item.clauses[at];
  if (clause === undefined) return;
  const side = item.speakers[clause.message]?.side ?? 'unknown';
  sink.begin(item.table);
  sink.addWords(['word'], clause);
  if (clause.scoped.length > 0) {
    sink.addCueRuns(clause);
    sink.addCues('cue', '', clause);
    sink.addCues('speaker', side, clause);
    sink.addCuePairs(clause);
  }
  const before = item.clauses[at - 1];
  const after = item.clauses[at + 1];
  if (before !== undefined) sink.addCues('near', 'before', before);
  if (after !== undefined) sink.addCues('near', 'after', after);
  sink.addValue('part', clause.kind);
  sink.addValue('side', side);
  sink.addValue('message', Math.min(2, clause.message));
  sink.addValue('kind', item.input.kind);
  sink.addValue('length', Math.min(5, Math.round(Math.log2(1 + clause.tokens.length))));
  sink.addValue('place', at === 0 ? 'first' : Math.min(3, Math.floor((4 * at) / item.clauses.length)));
  sink.addValue('clauses', Math.min(4, Math.floor(Math.log2(1 + item.clauses.length))));
  sink.addValue('authority', clause.authority);
  sink.addValue(
    'question',
    clause.words.some(({ asks }) => asks),
  );
}
