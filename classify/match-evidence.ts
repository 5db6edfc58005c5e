import type { LabelledItem } from './labelled.ts';

/** True where the piece and one of the spans people quoted share half of the shorter one's text. */
export function carriesEvidence(
  clause: { where: 'body' | 'subject'; start: number; end: number },
  item: LabelledItem,
): boolean {
  const text = clause.where === 'body' ? item.input.body : item.input.headers.subject;
  return item.labels.evidence.some((quote) => {
    const start = text.indexOf(quote);
    if (start === -1) return false;
    const shared = Math.min(clause.end, start + quote.length) - Math.max(clause.start, start);
    return 2 * shared >= Math.min(clause.end - clause.start, quote.length);
  });
}
