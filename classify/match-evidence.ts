import type { LabelledItem } from './labelled.ts';

/** True where the clause and one of the spans people quoted share text. */
export function carriesEvidence(
  clause: { where: 'body' | 'subject'; start: number; end: number },
  item: LabelledItem,
): boolean {
  const text = clause.where === 'body' ? item.input.body : item.input.headers.subject;
  return item.labels.evidence.some((quote) => {
    const start = text.indexOf(quote);
    return start !== -1 && start < clause.end && start + quote.length > clause.start;
  });
}
