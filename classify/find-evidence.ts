import type { EvidenceSpan, Verdict } from './coding.ts';
import { EVIDENCE_OUTPUTS } from './model.ts';
import { inPieces, textOf } from './pieces.ts';
import { type PreparedModel, scoreOf } from './prepare-model.ts';
import type { ReadClause } from './read-clause.ts';
import type { ReadItem } from './read-item.ts';

/** A second and third span are given where their scores are no further below the first. */
const MARGIN = 1.5;
const MOST = 3;
/** Pieces that the spans are put together of, at most. */
const MOST_PIECES = 5;

/** A clause and how well it carries the code: the log-odds that people would quote it for the verdict. */
export interface ScoredClause {
  clause: ReadClause;
  index: number;
  score: number;
}

/** Every clause that may be quoted, best first; ties keep the order of the text. Signatures and disclaimers never are,
 * and the subject only where there is nothing else: what a page is searched for is the body. */
export function scoreClauses(item: ReadItem, model: PreparedModel, verdict: Verdict): ScoredClause[] {
  const scored: ScoredClause[] = [];
  const own = EVIDENCE_OUTPUTS.indexOf(verdict);
  for (const [index, clause] of item.clauses.entries()) {
    if (clause.kind === 'signature' || clause.where === 'subject' || clause.tokens.length === 0) continue;
    const vector = model.vectorizeClause(item, index);
    const score = scoreOf(vector, model.evidence, 0) + scoreOf(vector, model.evidence, own);
    scored.push({ clause, index, score });
  }
  return scored.sort((a, b) => b.score - a.score || a.index - b.index);
}

/**
 * One to three spans that carry the code, best first; each is an exact piece of body or subject. Empty only where the
 * item has no text that may be quoted.
 */
export function findEvidence(read: ReadItem, model: PreparedModel, verdict: Verdict): EvidenceSpan[] {
  const pieces = inPieces(read);
  const scored = scoreClauses(pieces.item, model, verdict);
  const best = scored[0];
  if (best === undefined) return wholeText(read);
  const chosen = scored
    .slice(0, MOST_PIECES)
    .filter(({ score }) => score >= best.score - MARGIN)
    .map(({ index }) => index);
  const spans: EvidenceSpan[] = [];
  const covered = new Set<number>();
  for (const index of chosen) {
    if (covered.has(index) || spans.length === MOST) continue;
    const goesOn = (to: number): boolean =>
      chosen.includes(to) && pieces.cutFrom[to] === pieces.cutFrom[index];
    let first = index;
    let last = index;
    while (goesOn(first - 1)) first -= 1;
    while (goesOn(last + 1)) last += 1;
    for (let at = first; at <= last; at += 1) covered.add(at);
    spans.push(spanOf(pieces.item.clauses[first]!, pieces.item.clauses[last]!, read));
  }
  return spans;
}

function wholeText(item: ReadItem): EvidenceSpan[] {
  const signature = item.clauses.find(({ where, tokens }) => where === 'body' && tokens.length > 0);
  if (signature !== undefined) return [spanOf(signature, signature, item)];
  const subject = item.input.headers.subject;
  if (subject.trim() === '') return [];
  const start = subject.length - subject.trimStart().length;
  const quote = subject.trim();
  return [{ where: 'subject', start, end: start + quote.length, quote }];
}

/** From the start of one clause to the end of another, without space, commas and halves of brackets at the ends. */
function spanOf(first: ReadClause, last: ReadClause, item: ReadItem): EvidenceSpan {
  const text = textOf(item, first);
  let { start } = first;
  let { end } = last;
  while (start < end && /[\s,;)]/.test(text[start] ?? '')) start += 1;
  while (end > start && /[\s,;(–—-]/.test(text[end - 1] ?? '')) end -= 1;
  return { where: first.where, start, end, quote: text.slice(start, end) };
}
