import type { Flow } from './build-replies.ts';
import { count, duration, plural, showDate, VERDICT_NAMES } from './labels.ts';
import { exhibitName, type PdfContext } from './pdf-context.ts';
import { figure } from './pdf-figure.ts';
import { heading, NOTE, paragraph } from './pdf-flow.ts';
import { ACCENT, type Sheet } from './pdf-sheet.ts';
import { table } from './pdf-table.ts';
import type { Span } from './pdf-words.ts';
import { plotReplies, REPLY_BY } from './plot-replies.ts';

const SIDES: Record<Flow['from'], string> = {
  police: 'Local police',
  authority: 'Immigration authority',
  other: 'Others',
  unknown: 'Not known',
};

/** Incidents that are printed; all of them are in the view incidents of case.sqlite. */
const MOST_INCIDENTS = 300;

function time(minutes: number | null): string {
  return minutes === null ? 'none' : duration(minutes);
}

/** Who wrote to whom, and how fast either side answered the other. */
export function renderPdfReplies(sheet: Sheet, { report }: PdfContext): void {
  const { flows, times, messages } = report.correspondence;
  paragraph(
    sheet,
    `The contacts hold ${plural(messages, 'message')}. Each is counted once for every side that it was addressed to.`,
  );
  if (flows.length > 0) {
    table(sheet, {
      caption: 'Messages by who wrote to whom',
      width: 380,
      columns: [
        { head: 'From', share: 2 },
        { head: 'To', share: 2 },
        { head: 'Messages', share: 1, number: true },
        { head: 'Contacts', share: 1, number: true },
      ],
      rows: flows.map(({ from, to, messages: sent, contacts }) => [
        SIDES[from],
        SIDES[to],
        count(sent),
        count(contacts),
      ]),
    });
  }
  table(sheet, {
    caption: 'Time until the other side’s answer',
    columns: [
      { head: 'Who answers', share: 2.2 },
      { head: 'Answers', share: 1, number: true },
      { head: 'Quarter within', share: 1.2, number: true },
      { head: 'Half within (median)', share: 1.4, number: true },
      { head: 'Three quarters within', share: 1.4, number: true },
    ],
    rows: times.map(({ by, replies, first_quartile, median, third_quartile }) => [
      REPLY_BY[by],
      count(replies.length),
      time(first_quartile),
      time(median),
      time(third_quartile),
    ]),
  });
  figure(
    sheet,
    plotReplies(report),
    'Answers whose time is known, by the time that passed since the message they answer.',
  );
}

function contactSpans(numbers: readonly number[], { hasExhibit }: PdfContext): Span[] {
  return numbers.flatMap((number, i): Span[] => [
    { text: i === 0 ? '' : ', ' },
    hasExhibit(number)
      ? { text: String(number), color: ACCENT, goTo: exhibitName(number) }
      : { text: String(number) },
  ]);
}

/** The incidents with more than one contact; the others are one contact each. */
export function renderPdfIncidents(sheet: Sheet, context: PdfContext): void {
  const { incidents } = context.report;
  const several = incidents.filter(({ contacts }) => contacts.length > 1);
  heading(sheet, 2, 'Incidents', 'incidents');
  paragraph(
    sheet,
    several.length === 0
      ? 'No incident has more than one contact.'
      : `${plural(several.length, 'incident')} ${several.length === 1 ? 'has' : 'have'} more than one contact; each of the others is one contact by itself.`,
  );
  if (several.length === 0) return;
  const printed = several.slice(0, MOST_INCIDENTS);
  table(sheet, {
    caption: 'Incidents with more than one contact',
    size: 8,
    columns: [
      { head: 'Contacts', share: 1.6 },
      { head: 'First message', share: 1 },
      { head: 'Last message', share: 1 },
      { head: 'Verdicts', share: 2 },
      { head: 'Persons', share: 0.8, number: true },
    ],
    rows: printed.map(({ contacts, first_date, last_date, verdicts, persons, persons_unknown }) => [
      contactSpans(contacts, context),
      showDate(first_date?.slice(0, 10) ?? null),
      showDate(last_date?.slice(0, 10) ?? null),
      verdicts.map((verdict) => VERDICT_NAMES[verdict]).join(', '),
      `${count(persons)}${persons_unknown ? '+' : ''}`,
    ]),
  });
  if (several.length > printed.length) {
    paragraph(
      sheet,
      `${plural(several.length - printed.length, 'further incident')} in case.sqlite, view incidents.`,
      NOTE,
    );
  }
}
