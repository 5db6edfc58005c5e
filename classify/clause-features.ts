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
  const header = [
    `part=${clause.kind}`,
    `side=${side}`,
    `message=${Math.min(2, clause.message)}`,
    `kind=${item.input.kind}`,
    `length=${Math.min(5, Math.round(Math.log2(1 + clause.tokens.length)))}`,
    `place=${at === 0 ? 'first' : Math.min(3, Math.floor((4 * at) / item.clauses.length))}`,
    `clauses=${Math.min(4, Math.floor(Math.log2(1 + item.clauses.length)))}`,
    `authority=${clause.authority}`,
    `question=${clause.tokens.some((token) => token.text.includes('?'))}`,
  ];
  for (const name of header) sink.add('header', name);
}
