import { CONDUCTS, PURPOSES, RELEVANCES, VERDICTS } from './coding.ts';
import { confusion, kappa } from './metrics.ts';
import type { Opinion } from './second-opinion.ts';

/** The answers of one coder. */
export type Answers = Pick<Opinion, 'relevance' | 'purpose' | 'conduct' | 'verdict'>;

/** Cohen's kappa of two coders by answer; purpose and conduct over what both call a contact. Null where there is nothing to compare. */
export interface Agreement {
  compared: number;
  disagreed: number;
  verdict: number | null;
  relevance: number | null;
  purpose: number | null;
  conduct: number | null;
}

/** How far two coders agree on the same things. */
export function measureAgreement(pairs: readonly { first: Answers; second: Answers }[]): Agreement {
  const contacts = pairs.filter(
    ({ first, second }) => first.relevance === 'contact' && second.relevance === 'contact',
  );
  const of = (
    among: typeof pairs,
    codes: readonly string[],
    answer: (coder: Answers) => string,
  ): number | null =>
    among.length === 0
      ? null
      : kappa(
          confusion(
            among.map(({ first }) => answer(first)),
            among.map(({ second }) => answer(second)),
            codes,
          ),
        );
  return {
    compared: pairs.length,
    disagreed: pairs.filter(({ first, second }) => first.verdict !== second.verdict).length,
    verdict: of(pairs, VERDICTS, (coder) => coder.verdict),
    relevance: of(pairs, RELEVANCES, (coder) => coder.relevance),
    purpose: of(contacts, PURPOSES, (coder) => coder.purpose ?? ''),
    conduct: of(contacts, CONDUCTS, (coder) => coder.conduct ?? ''),
  };
}

/** The agreement in one line for people. */
export function describeAgreement({ compared, disagreed, ...kappas }: Agreement): string {
  const figures = (['verdict', 'relevance', 'purpose', 'conduct'] as const)
    .map((name) => `${name} ${kappas[name] === null ? 'not measured' : kappas[name].toFixed(2)}`)
    .join(', ');
  return `${compared} compared, ${disagreed} with another verdict; kappa: ${figures}`;
}
