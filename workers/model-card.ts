import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ModelCard } from '../case/index.ts';
import type { Evaluation, Interval, Model } from '../classify/index.ts';
import { PROJECT_ROOT } from './project.ts';

/** Scores of the shipped model's method on writers left out: `npm run scores` writes them. */
const SCORES = join(PROJECT_ROOT, 'classify/model/scores.json');

/** What the report says of the coder's errors: its scores on unseen writers, and from where on it decides alone. */
export function readModelCard({ thresholds }: Pick<Model, 'thresholds'>): ModelCard {
  return { thresholds: thresholds.verdict, error_rates: existsSync(SCORES) ? errorRates() : null };
}

function errorRates(): ModelCard['error_rates'] {
  const scores = JSON.parse(readFileSync(SCORES, 'utf8')) as Evaluation;
  return {
    columns: ['verdict', 'items', 'precision', 'recall', 'F1'],
    rows: scores.verdicts.map(({ verdict, support, precision, recall, f1 }) => [
      verdict,
      String(support),
      interval(precision),
      interval(recall),
      interval(f1),
    ]),
    note:
      `${scores.items} hand-coded items by ${scores.groups.length} writers, each coded by a model that had not seen the writer; ` +
      `95 % intervals by bootstrap. Cohen's kappa ${interval(scores.kappa)}. Decided without review: ` +
      `${percent(scores.decided.share)} of the items, ${percent(scores.decided.precision)} of them right. ` +
      'Real records differ from these: take the figures as an upper bound until people have coded a sample of the release.',
  };
}

function interval({ value, low, high }: Interval): string {
  return `${value.toFixed(2)} (${low.toFixed(2)}–${high.toFixed(2)})`;
}

function percent(share: number): string {
  return `${(100 * share).toFixed(0)} %`;
}
