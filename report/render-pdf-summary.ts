import type { AuditReport, KindRow, Reading, Tally } from './audit.ts';
import { count, nameComponent, nameDirection, percent, plural, VERDICT_NAMES } from './labels.ts';
import type { PdfContext } from './pdf-context.ts';
import { figure } from './pdf-figure.ts';
import { heading, NOTE, paragraph } from './pdf-flow.ts';
import type { Sheet } from './pdf-sheet.ts';
import { type TableCell, table } from './pdf-table.ts';
import { plotDirections } from './plot-kinds.ts';
import { plotReadings } from './plot-readings.ts';

/** `12+` where the number of persons cannot be told for some contact. */
function persons({ persons: known, persons_unknown }: Tally): string {
  return `${count(known)}${persons_unknown > 0 ? '+' : ''}`;
}

function tallyCells(tally: Tally): string[] {
  return [
    count(tally.contacts),
    count(tally.incidents),
    persons(tally),
    count(tally.decided),
    count(tally.suggested),
    count(tally.needs_review),
  ];
}

const TALLY_COLUMNS = [
  { head: 'Contacts', share: 1.1, number: true },
  { head: 'Incidents', share: 1.1, number: true },
  { head: 'Persons', share: 1, number: true },
  { head: 'Decided by people', share: 1.1, number: true },
  { head: 'Suggested by the model', share: 1.2, number: true },
  { head: 'Needs review', share: 1, number: true },
];

function range(low: number, high: number, show: (value: number) => string): string {
  return low === high ? show(low) : `${show(low)} to ${show(high)}`;
}

function readingRow({ name, low, high, share_low, share_high, tally }: Reading): TableCell[] {
  const share =
    share_low === null || share_high === null ? '–' : range(share_low, share_high, (value) => percent(value));
  return [
    name === 'strict' ? 'Strict: status only' : 'Broad: status only and mixed',
    count(low),
    range(low, high, count),
    share,
    count(tally.incidents),
    persons(tally),
  ];
}

function readings(sheet: Sheet, { strict, broad }: AuditReport): void {
  table(sheet, {
    caption: 'The two readings',
    columns: [
      { head: 'Reading', share: 2.4 },
      { head: 'Contacts', share: 1, number: true },
      { head: 'Range with undetermined', share: 1.5, number: true },
      { head: 'Share of all contacts', share: 1.6, number: true },
      { head: 'Incidents', share: 1, number: true },
      { head: 'Persons', share: 1, number: true },
    ],
    rows: [readingRow(strict), readingRow(broad)],
  });
  paragraph(
    sheet,
    'The strict reading counts contacts that served civil immigration enforcement and in which nobody is alleged to have committed a crime. The broad reading adds those in which a crime was alleged, but which served civil immigration enforcement all the same. The upper end of each range counts every undetermined contact as well, the lower end none of them.',
    NOTE,
  );
}

function whatWasRead(sheet: Sheet, { counts, coverage }: AuditReport): void {
  table(sheet, {
    caption: 'What was read, and what was found in it',
    columns: [
      { head: 'Number of', share: 1 },
      { head: 'Count', share: 0.7, number: true },
      { head: 'What it means', share: 4 },
    ],
    rows: [
      ['Files', count(counts.files), `${count(coverage.by_status.unreadable)} could not be read`],
      ['Pages', count(counts.pages), `${count(coverage.by_method.unread)} could not be read`],
      [
        'Items',
        count(counts.items),
        `Messages and documents, each once; ${plural(counts.copies, 'further copy', 'further copies')} joined`,
      ],
      [
        'Exchanges',
        count(counts.exchanges),
        `Items that answer one another; ${count(counts.not_contact)} set aside as no contact, of which ${count(counts.not_contact_review)} to be reviewed`,
      ],
      [
        'Contacts',
        count(counts.all.contacts),
        'Exchanges in which local police and an immigration authority communicated, or which record that they did',
      ],
      ['Incidents', count(counts.all.incidents), 'Contacts about one case, joined'],
      [
        'Persons',
        persons(counts.all),
        counts.all.persons_unknown > 0
          ? `At least; the number cannot be told in ${plural(counts.all.persons_unknown, 'contact')}`
          : 'Persons whom the contacts concern',
      ],
    ],
  });
}

function suggested({ contacts, suggested: number }: Tally): string {
  if (number === contacts)
    return contacts === 1 ? 'The one contact carries a code' : `All ${count(contacts)} contacts carry codes`;
  return `${count(number)} of the ${plural(contacts, 'contact')} ${number === 1 ? 'carries a code' : 'carry codes'}`;
}

/** The headline, what was read, the readings and the verdicts. */
export function renderPdfSummary(sheet: Sheet, { report }: PdfContext): void {
  paragraph(sheet, [{ text: report.headline, face: 'bold' }], {
    ...NOTE,
    size: 12,
    leading: 17,
    color: '#1b1f24',
    after: 10,
  });
  const { all } = report.counts;
  if (all.suggested > 0) {
    paragraph(
      sheet,
      `Codes are suggestions until people decide. ${suggested(all)} that the model suggests from the words quoted. How often it errs stands under “Error rates”, and every quote names its page, so that it can be checked.`,
    );
  }
  if (all.disputed > 0) {
    paragraph(
      sheet,
      `The agency disputes the code of ${plural(all.disputed, 'contact')}; its words stand in the exhibits.`,
    );
  }
  figure(
    sheet,
    plotReadings(report),
    'The share of all contacts that each reading counts. The pale part is what the undetermined contacts could add.',
  );
  readings(sheet, report);
  table(sheet, {
    caption: 'Contacts by verdict',
    columns: [{ head: 'Verdict', share: 2 }, ...TALLY_COLUMNS],
    rows: report.verdicts.map(({ verdict, tally }) => [VERDICT_NAMES[verdict], ...tallyCells(tally)]),
    foot: ['All contacts', ...tallyCells(all)],
  });
  paragraph(
    sheet,
    'An incident with contacts of two verdicts is counted under both, and once in the last line. Persons are the largest number that any contact of an incident names, added up over incidents; “+” marks a sum in which the number cannot be told for some contact.',
    NOTE,
  );
  whatWasRead(sheet, report);
}

function kindTable(
  sheet: Sheet,
  caption: string,
  rows: readonly KindRow[],
  name: (code: string) => string,
): void {
  if (rows.length === 0) return;
  table(sheet, {
    caption,
    columns: [
      { head: 'Code', share: 3 },
      { head: 'Contacts', share: 1, number: true },
      { head: 'Strict', share: 1, number: true },
      { head: 'Broad', share: 1, number: true },
    ],
    width: 340,
    rows: rows.map(({ code, contacts, strict, broad }) => [
      name(code),
      count(contacts),
      count(strict),
      count(broad),
    ]),
  });
}

/** What the contacts were, who sent the newest part, which authority. */
export function renderPdfKinds(sheet: Sheet, { report }: PdfContext): void {
  heading(sheet, 2, 'Nature', 'kinds-nature');
  kindTable(sheet, 'Contacts by nature', report.nature, (code) => code.replaceAll('-', ' '));
  heading(sheet, 2, 'Direction', 'kinds-direction');
  kindTable(sheet, 'Contacts by direction of the newest part', report.direction, (code) =>
    nameDirection(code === 'unknown' ? null : code),
  );
  heading(sheet, 2, 'Federal agency', 'kinds-component');
  figure(
    sheet,
    plotDirections(report),
    'Contacts by federal agency, a panel for each direction of the newest part.',
  );
  kindTable(sheet, 'Contacts by federal agency', report.component, nameComponent);
  paragraph(
    sheet,
    'A contact may have several natures and concern several agencies, so these columns add up to more than the contacts.',
    NOTE,
  );
}
