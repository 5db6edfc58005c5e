import {
  CONDUCTS,
  type CoderInput,
  type Conduct,
  PURPOSES,
  type Purpose,
  RELEVANCES,
  type Relevance,
  VERDICTS,
  type Verdict,
  verdictOf,
} from './coding.ts';
import { readOneOf, readRecord, readStrings } from './read-json.ts';

/** What a second coder said of one item, checked: the answers keep the schema and the quotes stand in the text. */
export interface Opinion {
  relevance: Relevance;
  purpose: Purpose | null;
  conduct: Conduct | null;
  verdict: Verdict;
  quotes: string[];
}

/** Why an answer does not count. */
export type Dropped = 'malformed' | 'no true quote';

/** JSON schema of an answer, for servers that hold a model to one. */
export const OPINION_SCHEMA = {
  type: 'object',
  additionalProperties: false,
  required: ['relevance', 'purpose', 'conduct', 'quotes'],
  properties: {
    relevance: { enum: RELEVANCES },
    purpose: { enum: [...PURPOSES, null] },
    conduct: { enum: [...CONDUCTS, null] },
    quotes: { type: 'array', items: { type: 'string' }, maxItems: 3 },
  },
} as const;

/** Shortest quote that proves anything, in characters. */
const SHORTEST = 3;

/**
 * Reads the text of an answer. Quotes that do not stand word for word in body or subject are taken out; a contact without
 * a true quote, and any answer whose quotes are all untrue, is dropped. The verdict is the codebook's rule, never the
 * model's own word.
 */
export function readOpinion(answer: string, { headers, body }: CoderInput): Opinion | Dropped {
  let opinion: Omit<Opinion, 'verdict'>;
  try {
    opinion = parseAnswers(JSON.parse(withoutFence(answer)));
  } catch {
    return 'malformed';
  }
  const { relevance, purpose, conduct } = opinion;
  if ((relevance === 'contact') !== (purpose !== null && conduct !== null)) return 'malformed';
  const told = opinion.quotes;
  const quotes = told.filter(
    (quote) => quote.trim().length >= SHORTEST && (body.includes(quote) || headers.subject.includes(quote)),
  );
  if (quotes.length === 0 && (relevance === 'contact' || told.length > 0)) return 'no true quote';
  return { ...opinion, quotes, verdict: verdictOf(relevance, purpose, conduct) };
}

/** Models like to wrap JSON in a fence of Markdown, schema or not. */
function withoutFence(answer: string): string {
  return /^\s*```(?:json)?\s*\n([\s\S]*?)\n?```\s*$/.exec(answer)?.[1] ?? answer;
}

function parseAnswers(value: unknown): Omit<Opinion, 'verdict'> {
  const record = readRecord(value, 'answer');
  const relevance = readOneOf(record.relevance, RELEVANCES, 'relevance');
  const contact = relevance === 'contact';
  return {
    relevance,
    // Purpose and conduct are asked of contacts only; what is said of others is not looked at.
    purpose: contact ? readOneOf(record.purpose, PURPOSES, 'purpose') : null,
    conduct: contact ? readOneOf(record.conduct, CONDUCTS, 'conduct') : null,
    quotes: readStrings(record.quotes, 'quotes'),
  };
}

/** The opinion on items that answer one another: the one the codebook's order puts first; null where there is none. */
export function leadingOpinion(opinions: readonly Opinion[]): Opinion | null {
  const [first, ...others] = opinions;
  if (first === undefined) return null;
  return others.reduce(
    (lead, other) => (VERDICTS.indexOf(other.verdict) < VERDICTS.indexOf(lead.verdict) ? other : lead),
    first,
  );
}
