import {
  CONDUCTS,
  type Conduct,
  PURPOSES,
  type Purpose,
  RELEVANCES,
  type Relevance,
  VERDICTS,
  type Verdict,
  verdictOf,
} from '../classify/index.ts';

/** What a coder says of one unit. Purpose and conduct are null where only a verdict was given, or where it is no contact. */
export interface Answer {
  relevance: Relevance;
  purpose: Purpose | null;
  conduct: Conduct | null;
  verdict: Verdict;
}

/** A faulty row, in words for the coder. */
export interface AnswerFault {
  fault: string;
}

type Cells = Readonly<Record<string, string>>;

/** `Civil immigration` is taken for `civil-immigration`: people type what they read. */
function codeOf(text: string): string {
  return text
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, '-');
}

function choose<T extends string>(cells: Cells, column: string, codes: readonly T[]): T | null | AnswerFault {
  const text = codeOf(cells[column] ?? '');
  if (text === '') return null;
  const found = codes.find((code) => code === text);
  return found ?? { fault: `"${cells[column]}" is no ${column}: ${codes.join(', ')}` };
}

function isFault(value: unknown): value is AnswerFault {
  return typeof value === 'object' && value !== null && 'fault' in value;
}

/** Every verdict that can follow from the answers given; an answer that is missing could be any. */
function possibleVerdicts({ relevance, purpose, conduct }: Omit<Answers, 'verdict'>): Verdict[] {
  const found = new Set<Verdict>();
  for (const one of relevance === null ? RELEVANCES : [relevance]) {
    for (const what of purpose === null ? PURPOSES : [purpose]) {
      for (const done of conduct === null ? CONDUCTS : [conduct]) found.add(verdictOf(one, what, done));
    }
  }
  return VERDICTS.filter((verdict) => found.has(verdict));
}

interface Answers {
  relevance: Relevance | null;
  purpose: Purpose | null;
  conduct: Conduct | null;
  verdict: Verdict | null;
}

function answerOf(given: Answers): Answer | AnswerFault {
  const { relevance, purpose, conduct } = given;
  if (relevance !== 'contact' && (purpose !== null || conduct !== null))
    return { fault: 'purpose and conduct are asked where relevance is contact' };
  const possible = possibleVerdicts(given);
  const verdict = given.verdict ?? (possible.length === 1 ? possible[0] : null) ?? null;
  if (verdict === null)
    return { fault: `the answers leave it open which verdict follows: ${possible.join(', ')}` };
  if (!possible.includes(verdict))
    return { fault: `verdict ${verdict} does not follow from the answers beside it` };
  return {
    relevance: relevance ?? (verdict === 'not-contact' ? 'none' : 'contact'),
    purpose,
    conduct,
    verdict,
  };
}

/**
 * The answers of a row by the codebook: relevance with purpose and conduct, or the verdict alone, or both where they agree. Null
 * where nothing was filled in.
 */
export function parseAnswer(cells: Cells): Answer | AnswerFault | null {
  const relevance = choose(cells, 'relevance', RELEVANCES);
  const purpose = choose(cells, 'purpose', PURPOSES);
  const conduct = choose(cells, 'conduct', CONDUCTS);
  const verdict = choose(cells, 'verdict', VERDICTS);
  if (isFault(relevance)) return relevance;
  if (isFault(purpose)) return purpose;
  if (isFault(conduct)) return conduct;
  if (isFault(verdict)) return verdict;
  if (relevance === null && purpose === null && conduct === null && verdict === null) return null;
  return answerOf({ relevance, purpose, conduct, verdict });
}
