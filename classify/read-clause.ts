import { type CueHit, type CueLexicon, findCues, SCOPES } from './cue-lexicon.ts';
import { scopeOf } from './cue-scope.ts';
import { isMended, joinTorn, partJoined, showsScan } from './mend-tokens.ts';
import { EXPLAINED_HERE, OTHER_MEANING } from './other-meanings.ts';
import { AUTHORITY, stemsDenied, TOLD, toldByWords } from './surroundings.ts';
import { type Token, tokenize } from './tokenize.ts';
import { putMark, type Stretch } from './unticked.ts';
import type { Word, WordTable } from './word-table.ts';

/** A clause with what was found in it. `start` and `end` are offsets into the body, or into the subject. */
export interface ReadClause {
  where: 'body' | 'subject';
  start: number;
  end: number;
  kind: 'subject' | 'new' | 'quoted' | 'signature';
  /** Index into `ReadItem.speakers`. */
  message: number;
  tokens: Token[];
  /** What is known of each token. */
  words: Word[];
  /** Number of each token's stem or shape, in the item's table. */
  stems: readonly number[];
  cues: CueHit[];
  /** Those that are read only together, see `findEvents`. */
  events: CueHit[];
  /** Each cue with its scope, in the order of `cues`: a place among `CueLexicon.scoped`. */
  scopes: number[];
  /** The same places, each once, ascending. */
  scoped: number[];
  /** The stems with a number for the cue in place of the words that gave it: "sold", "<off.drug>". */
  classed: readonly number[];
  /** True where the clause itself names an immigration authority or one of its papers. */
  authority: boolean;
  /** What it holds, as a sum of the numbers of TOLD. */
  holds: number;
  /** The stems that a denial reaches. */
  denied: readonly number[];
  /** Words of it that a scan has misread, as it seems. */
  misread: string[];
}

/** See `ReadClause.classed`; where cues overlap the first stands. */
function classWords(
  stems: readonly number[],
  cues: readonly CueHit[],
  classes: Int32Array,
): readonly number[] {
  if (cues.length === 0) return stems;
  const classed = stems.slice();
  let free = 0;
  // Cues come in the order in which they begin.
  for (const { cue, from, to } of cues) {
    for (let at = Math.max(from, free); at < to; at += 1) classed[at] = classes[cue]!;
    if (to > free) free = to;
  }
  return classed;
}

/** What an item does not say, though the words stand there. */
export interface Unsaid {
  others: ReadonlySet<string>;
  /** Where alone a short name means something else. */
  explained: Readonly<Record<ReadClause['where'], readonly Stretch[]>>;
  /** In the body. */
  unticked: readonly Stretch[];
}

/** What the words of a box that is not ticked are read as. */
const UNTICKED = 'unticked';

/** Puts marks for the words of a clause, which begins at `start`, that are not said. */
function leaveOut(
  tokens: readonly Token[],
  start: number,
  where: ReadClause['where'],
  { others, explained, unticked }: Unsaid,
): void {
  if (others.size > 0) {
    for (const token of tokens) if (others.has(token.text)) token.text = OTHER_MEANING;
  }
  putMark(tokens, start, explained[where], EXPLAINED_HERE);
  if (where === 'body') putMark(tokens, start, unticked, UNTICKED);
}

/** Where a clause stands. */
export type ClausePlace = Pick<ReadClause, 'where' | 'start' | 'end' | 'kind' | 'message'>;

/** Reads the clause of `text`; words that a scan has misread are put back, more of them where it is `poor` (`mend-tokens.ts`). */
export function readClause(
  text: string,
  { where, start, end, kind, message }: ClausePlace,
  table: WordTable,
  unsaid: Unsaid,
  poor: boolean,
): ReadClause {
  const own = text.slice(start, end);
  const tokens = tokenize(own);
  if (poor) {
    joinTorn(tokens, own, table.spelling);
    partJoined(tokens, own, table.spelling);
  }
  leaveOut(tokens, start, where, unsaid);
  const words: Word[] = [];
  const stems: number[] = [];
  const misread: string[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at]!;
    let word = table.look(token.text);
    if (word.misreading !== null) {
      if (showsScan(word.misreading, token, own)) misread.push(token.text);
      if (isMended(word.misreading, token, own, poor)) {
        token.text = word.misreading.word;
        word = table.look(token.text);
      }
    }
    words.push(word);
    stems.push(word.stem);
  }
  const found = withoutNearMisses(findCues(tokens, words, table.cues), own, tokens);
  const cues: CueHit[] = [];
  const events: CueHit[] = [];
  let holds = toldByWords(words);
  for (const hit of found) {
    if (table.cues.events[hit.cue] === 1) events.push(hit);
    else {
      cues.push(hit);
      holds |= table.cues.told[hit.cue]!;
    }
  }
  const scopes = scopeCues(own, tokens, cues, table.cues);
  return {
    where,
    start,
    end,
    kind,
    message,
    tokens,
    words,
    stems,
    cues,
    events,
    scopes,
    scoped: eachOnce(scopes),
    classed: classWords(stems, cues, table.cueClasses),
    authority: (holds & TOLD.authority) !== 0,
    holds,
    denied: stemsDenied(stems, words),
    misread,
  };
}

/** Numbers ascending, each once. */
export function eachOnce(numbers: number[]): number[] {
  if (numbers.length < 2) return numbers;
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted.filter((number, at) => number !== sorted[at - 1]);
}

/** What speaks of immigration without naming an authority. */
const OF_STATUS: readonly string[] = ['status', 'ask.status', 'form', 'group287'];

/** What tells of somebody's case. */
const OF_A_CASE =
  /^(?:off\.|crime\.|warrant\.criminal|status|ask\.status|nationality|custody|release|transfer|cleared|dropped|victim|minor|infraction|call\.|joint)/;

/**
 * Phrases in which what names an authority, its papers or a status elsewhere never does ("ice cream", "DUI checkpoint", "I-94
 * exit"), those in which a status is none of immigration ("marital status"), and those of everyday business that tell nothing of a
 * person's case ("penalty of perjury", "press release", "New Mexico"), with the cues that they take away.
 */
const NEAR_MISSES: ReadonlyMap<string, (cue: string) => boolean> = new Map([
  ['near.sure', (cue: string) => AUTHORITY.has(cue) || OF_STATUS.includes(cue)],
  ['near.status', (cue: string) => OF_STATUS.includes(cue)],
  ['near.everyday', (cue: string) => OF_A_CASE.test(cue)],
]);

/** The hits without those that lie within a near-miss. */
function withoutNearMisses(hits: CueHit[], text: string, tokens: readonly Token[]): CueHit[] {
  if (!hits.some(({ name }) => NEAR_MISSES.has(name))) return hits;
  const near = hits.filter(
    ({ name, from, to }) => NEAR_MISSES.has(name) && isUnbroken(text, tokens, from, to),
  );
  return hits.filter(
    ({ name, from, to }) =>
      !near.some((miss) => miss.from <= from && to <= miss.to && NEAR_MISSES.get(miss.name)!(name)),
  );
}

/** False where a comma or the like parts the tokens: "in the car, INS responded" has no "car ins". */
function isUnbroken(text: string, tokens: readonly Token[], from: number, to: number): boolean {
  for (let at = from + 1; at < to; at += 1)
    if (/[,;:]/.test(text.slice(tokens[at - 1]!.end, tokens[at]!.start))) return false;
  return true;
}

/** See `ReadClause.scopes`. */
function scopeCues(
  text: string,
  tokens: Token[],
  cues: readonly CueHit[],
  { turns, scopedAt }: CueLexicon,
): number[] {
  return cues.map((hit) => {
    const scope = turns[hit.cue] === 1 ? SCOPES.indexOf(scopeOf(text, tokens, hit)) : 0;
    return scopedAt[hit.cue * SCOPES.length + scope]!;
  });
}
