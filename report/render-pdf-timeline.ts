import { CONTACT_VERDICTS, count, VERDICT_NAMES } from './labels.ts';
import type { PdfContext } from './pdf-context.ts';
import { figure } from './pdf-figure.ts';
import { list, NOTE, paragraph } from './pdf-flow.ts';
import type { Sheet } from './pdf-sheet.ts';
import { table } from './pdf-table.ts';
import { plotTimeline } from './plot-timeline.ts';
import { policyDates } from './policy-dates.ts';

/** When the contacts took place, with the days on which rules came into force or ceased to be. */
export function renderPdfTimeline(sheet: Sheet, { report }: PdfContext): void {
  const { months } = report.timeline;
  if (months.length === 0) {
    paragraph(sheet, 'There is no contact.');
    return;
  }
  figure(
    sheet,
    plotTimeline(report),
    `Contacts by ${report.timeline.unit} of their first message. All strips have one scale; the highest bar of each carries its number.`,
  );
  const dates = policyDates(report);
  if (dates.length > 0) {
    list(
      sheet,
      dates.map(
        ({ letter, date, event, policy, clauses }) =>
          `${letter}, ${date}: ${policy} (${clauses.join('; ')}) ${event === 'from' ? 'in force from this day' : 'in force until this day'}.`,
      ),
      NOTE,
    );
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
