import { CONTACT_VERDICTS, count, VERDICT_NAMES } from './labels.ts';
import type { PdfContext } from './pdf-context.ts';
import { NOTE, paragraph } from './pdf-flow.ts';
import type { Sheet } from './pdf-sheet.ts';
import { table } from './pdf-table.ts';

/** When the contacts took place: the figures by month. */
export function renderPdfTimeline(sheet: Sheet, { report }: PdfContext): void {
  const { months } = report.timeline;
  if (months.length === 0) {
    paragraph(sheet, 'There is no contact.');
    return;
  }
  table(sheet, {
    caption: 'Contacts by month of the first message',
    size: 8,
    columns: [
      { head: 'Month', share: 1 },
      ...CONTACT_VERDICTS.map((verdict) => ({ head: VERDICT_NAMES[verdict], share: 1.1, number: true })),
      { head: 'All', share: 0.7, number: true },
    ],
    rows: months.map(({ period, counts, total }) => [
      period === '' ? 'no date' : period,
      ...CONTACT_VERDICTS.map((verdict) => count(counts[verdict] ?? 0)),
      count(total),
    ]),
    foot: [
      'All months',
      ...CONTACT_VERDICTS.map((verdict) =>
        count(months.reduce((sum, { counts }) => sum + (counts[verdict] ?? 0), 0)),
      ),
      count(months.reduce((sum, { total }) => sum + total, 0)),
    ],
  });
  paragraph(sheet, 'Months without a contact are left out.', NOTE);
}
