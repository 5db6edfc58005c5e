import { type EvidenceSpan, VERDICTS, type Verdict } from './coding.ts';
import { type PreparedModel, scoreOf } from './prepare-model.ts';
import type { ReadClause, ReadItem } from './read-item.ts';

/** Longest quote in characters before a clause is cut down to its telling part. */
const LONGEST = 140;
/** A second and third span are given where their scores are no further below the first. */
const MARGIN = 1;
const MOST = 3;

/** A clause and how well it carries the code: the log-odds that people would quote it, and its weight for the verdict. */
export interface ScoredClause {
  clause: ReadClause;
  index: number;
  score: number;
}

/** Every clause that may be quoted, best first; ties keep the order of the text. Signatures and disclaimers never are,
 * and the subject only where there is nothing else: what a page is searched for is the body. */
export function scoreClauses(item: ReadItem, model: PreparedModel, verdict: Verdict): ScoredClause[] {
  const scored: ScoredClause[] = [];
  const moves = model.clauseWeights[VERDICTS.indexOf(verdict)]!;
  for (const [index, clause] of item.clauses.entries()) {
    if (clause.kind === 'signature' || clause.where === 'subject' || clause.tokens.length === 0) continue;
    const vector = model.vectorizeClause(item, index);
    const { ids } = vector;
    let score = scoreOf(vector, model.evidence, 0);
    for (let at = 0; at < ids.length; at += 1) score += moves[ids[at]!]!;
    scored.push({ clause, index, score });
  }
  return scored.sort((a, b) => b.score - a.score || a.index - b.index);
}

/**
 * One to three spans that carry the code, best first; each is an exact piece of body or subject. Empty only where the
 * item has no text that may be quoted.
 */
export function findEvidence(item: ReadItem, model: PreparedModel, verdict: Verdict): EvidenceSpan[] {
  const scored = scoreClauses(item, model, verdict);
  const best = scored[0];
  if (best === undefined) return wholeText(item);
  return scored
    .slice(0, MOST)
    .filter((entry) => entry.score >= best.score - MARGIN)
    .map((entry) => spanOf(entry.clause, item));
}

function wholeText(item: ReadItem): EvidenceSpan[] {
  const signature = item.clauses.find((clause) => clause.where === 'body');
  if (signature !== undefined) return [spanOf(signature, item)];
  const subject = item.input.headers.subject;
  if (subject.trim() === '') return [];
  const start = subject.length - subject.trimStart().length;
  const quote = subject.trim();
  return [{ where: 'subject', start, end: start + quote.length, quote }];
}

/** The clause, or where it is long the run of its comma-separated pieces with most cues. */
function spanOf(clause: ReadClause, item: ReadItem): EvidenceSpan {
  const text = clause.where === 'body' ? item.input.body : item.input.headers.subject;
  let { start, end } = clause;
  if (end - start > LONGEST) [start, end] = cutDown(clause, text);
  while (start < end && /\s/.test(text[start] ?? '')) start += 1;
  while (end > start && /[\s,;]/.test(text[end - 1] ?? '')) end -= 1;
  return { where: clause.where, start, end, quote: text.slice(start, end) };
}

function cutDown(clause: ReadClause, text: string): [number, number] {
  const breaks = [clause.start];
  for (const match of text.slice(clause.start, clause.end).matchAll(/[,;:]\s|\s(?=\()|\)\s/g)) {
    breaks.push(clause.start + match.index + match[0].length);
  }
  breaks.push(clause.end);
  let best: [number, number] = [clause.start, clause.end];
  let most = -1;
  for (let from = 0; from + 1 < breaks.length; from += 1) {
    for (let to = from + 1; to < breaks.length; to += 1) {
      const start = breaks[from] ?? 0;
      const end = breaks[to] ?? 0;
      if (end - start > LONGEST) break;
      const cues = clause.cues.filter((hit) => {
        const first = clause.start + (clause.tokens[hit.from]?.start ?? 0);
        return first >= start && first < end;
      });
      // Many cues in few words; half a point a hundred characters keeps the span short.
      const value = new Set(cues.map((hit) => hit.cue)).size - (end - start) / 200;
      if (value > most) {
        most = value;
        best = [start, end];
      }
    }
  }
  return best;
}
