import type { CueHit } from './cue-lexicon.ts';
import { eachOnce, type ReadClause } from './read-clause.ts';
import type { ReadItem } from './read-item.ts';
import { AUTHORITY } from './surroundings.ts';

/** Length in UTF-16 units from which a clause is cut into pieces. */
const LONG = 70;
/** Tokens of a piece, at least. */
const FEWEST = 3;
/** What may stand between two pieces. */
const BETWEEN = /[,;:]\s|[()|]|\s[-–/]\s/;

/**
 * An item whose long clauses are cut at commas, brackets and conjunctions, for quotes that hold no more than they must. Each
 * piece keeps the cues that lie in it, with the scopes they have in the clause.
 */
export function inPieces(item: ReadItem): Pieces {
  const byClause = item.clauses.map((clause) => piecesOf(clause, textOf(item, clause)));
  return {
    item: { ...item, clauses: byClause.flat() },
    cutFrom: byClause.flatMap((pieces, clause) => pieces.map(() => clause)),
  };
}

/** An item with pieces in place of its clauses, and by piece the number of the clause it was cut from. */
export interface Pieces {
  item: ReadItem;
  cutFrom: number[];
}

/** The text in which a clause has its offsets. */
export function textOf({ input }: ReadItem, { where }: Pick<ReadClause, 'where'>): string {
  return where === 'body' ? input.body : input.headers.subject;
}

function piecesOf(clause: ReadClause, text: string): ReadClause[] {
  const { tokens, words, start, end, kind } = clause;
  if (end - start < LONG || tokens.length < 2 * FEWEST || kind === 'signature') return [clause];
  const breaks = [0];
  const denied = deniedLists(clause);
  for (let at = FEWEST; at + FEWEST <= tokens.length; at += 1) {
    if (at - breaks.at(-1)! < FEWEST) continue;
    const gap = text.slice(start + tokens[at - 1]!.end, start + tokens[at]!.start);
    const parts = gap !== ' ' && !denied.has(at) && BETWEEN.test(gap);
    if (parts || words[at]!.begins) breaks.push(at);
  }
  if (breaks.length === 1) return [clause];
  const pieces: ReadClause[] = [];
  let next = 0;
  for (const [at, from] of breaks.entries()) {
    const to = breaks[at + 1] ?? tokens.length;
    while (next < clause.cues.length && clause.cues[next]!.from < from) next += 1;
    pieces.push(pieceOf(clause, from, to, next));
  }
  return pieces;
}

/** Tokens at which a denial before them is still open, with an "or" to come: in "no arrests, DUI, or warrants" the commas part nothing. */
function deniedLists({ tokens, words, cues }: ReadClause): ReadonlySet<number> {
  if (!cues.some(({ name }) => name === 'neg')) return NONE;
  const denied = new Set<number>();
  const lastOr = tokens.findLastIndex(({ text }) => text === 'or' || text === 'nor');
  for (const { name, to } of cues) {
    if (name !== 'neg') continue;
    for (let at = to; at < lastOr && !words[at]!.begins && !denied.has(at); at += 1) denied.add(at);
  }
  return denied;
}
const NONE: ReadonlySet<number> = new Set();

/** The piece of the tokens `[from, to)`; `next` is the first cue that does not begin before it. */
function pieceOf(clause: ReadClause, from: number, to: number, next: number): ReadClause {
  const cues: CueHit[] = [];
  const scopes: number[] = [];
  for (let at = next; at < clause.cues.length && clause.cues[at]!.from < to; at += 1) {
    const { cue, name, from: begins, to: ends, hint } = clause.cues[at]!;
    if (ends > to) continue;
    cues.push({ cue, name, from: begins - from, to: ends - from, hint });
    scopes.push(clause.scopes[at]!);
  }
  const first = clause.tokens[from]!.start;
  return {
    ...clause,
    start: from === 0 ? clause.start : clause.start + first,
    end: to === clause.tokens.length ? clause.end : clause.start + clause.tokens[to - 1]!.end,
    tokens: clause.tokens
      .slice(from, to)
      .map(({ text, start, end }) => ({ text, start: start - first, end: end - first })),
    words: clause.words.slice(from, to),
    stems: clause.stems.slice(from, to),
    classed: clause.classed.slice(from, to),
    cues,
    scopes,
    scoped: eachOnce(scopes),
    authority: cues.some(({ name }) => AUTHORITY.has(name)),
  };
}
