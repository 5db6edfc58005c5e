import type { AuditReport } from './audit.ts';
import { pdfContext } from './pdf-context.ts';
import { openPdf, PAGE, type PdfFonts } from './pdf-file.ts';
import { heading } from './pdf-flow.ts';
import { QUIET, Sheet } from './pdf-sheet.ts';
import type { CutBand } from './picture-bands.ts';
import { renderPdfContacts } from './render-pdf-contacts.ts';
import { EDITION_NAMES, type PdfEdition, renderPdfContents, renderPdfCover } from './render-pdf-cover.ts';
import { renderPdfCoverage } from './render-pdf-coverage.ts';
import { renderPdfExhibits } from './render-pdf-exhibits.ts';
import {
  renderPdfDictionary,
  renderPdfErrors,
  renderPdfMethod,
  renderPdfVersions,
} from './render-pdf-method.ts';
import { renderPdfClaims, renderPdfPolicy } from './render-pdf-policy.ts';
import { renderPdfIncidents, renderPdfReplies } from './render-pdf-replies.ts';
import { renderPdfCorrections } from './render-pdf-responses.ts';
import { renderPdfSample } from './render-pdf-sample.ts';
import { renderPdfKinds, renderPdfSummary } from './render-pdf-summary.ts';
import { renderPdfTimeline } from './render-pdf-timeline.ts';

interface Section {
  title: string;
  name: string;
  /** True where it may go on under the section before it, if there is room. */
  follows?: boolean;
  render: (sheet: Sheet) => void;
}

/** The sections in the order of reading. One without anything to say is left out. */
function sectionsOf(report: AuditReport, pictures: readonly CutBand[]): Section[] {
  const context = pdfContext(report, pictures);
  const sections: (Section | null)[] = [
    { title: 'Summary', name: 'summary', render: (sheet) => renderPdfSummary(sheet, context) },
    {
      title: 'Who wrote to whom, and how fast',
      name: 'replies',
      follows: true,
      render: (sheet) => renderPdfReplies(sheet, context),
    },
    { title: 'When', name: 'timeline', render: (sheet) => renderPdfTimeline(sheet, context) },
    {
      title: 'Kinds of contact',
      name: 'kinds',
      follows: true,
      render: (sheet) => renderPdfKinds(sheet, context),
    },
    {
      title: 'All contacts',
      name: 'contacts',
      render: (sheet) => {
        renderPdfContacts(sheet, context);
        renderPdfIncidents(sheet, context);
      },
    },
    { title: 'Exhibits', name: 'exhibits', render: (sheet) => renderPdfExhibits(sheet, context) },
    report.policy === null
      ? null
      : { title: 'Policy', name: 'policy', render: (sheet) => renderPdfPolicy(sheet, context) },
    report.claims === null || report.claims.sides.length === 0
      ? null
      : { title: 'Claims', name: 'claims', render: (sheet) => renderPdfClaims(sheet, context) },
    {
      title: 'What could not be read',
      name: 'coverage',
      render: (sheet) => renderPdfCoverage(sheet, context),
    },
    { title: 'Method', name: 'method', render: renderPdfMethod },
    {
      title: 'Error rates',
      name: 'errors',
      follows: true,
      render: (sheet) => {
        renderPdfErrors(sheet, report.error_rates);
        renderPdfSample(sheet, report.sample);
      },
    },
    {
      title: 'Corrections',
      name: 'corrections',
      follows: true,
      render: (sheet) => renderPdfCorrections(sheet, context),
    },
    {
      title: 'Versions, settings and inputs',
      name: 'versions',
      follows: true,
      render: (sheet) => renderPdfVersions(sheet, context),
    },
    { title: 'Data dictionary', name: 'dictionary', render: renderPdfDictionary },
  ];
  return sections.filter((section) => section !== null);
}

/** Points that have to be left for a section to begin under another. */
const ROOM_FOR_SECTION = 240;

/** Header and foot of every page but the cover. */
function printMargins(sheet: Sheet, report: AuditReport, edition: PdfEdition): void {
  const width = PAGE.right - PAGE.left;
  const style = { size: 8, leading: 10, color: QUIET };
  const [title = []] = sheet.breakLines([{ text: report.title }], 8, width - 120);
  const kind = sheet.breakLines([{ text: EDITION_NAMES[edition] }], 8, width);
  for (let page = 1; page < sheet.page; page += 1) {
    sheet.doc.switchToPage(page);
    sheet.drawArtifact([title], PAGE.left, 42, style, 'Pagination');
    sheet.drawArtifact(kind, PAGE.left, 42, { ...style, right: width }, 'Pagination');
    sheet.rule(56);
    const number = sheet.breakLines([{ text: `Page ${page + 1} of ${sheet.page}` }], 8, width);
    sheet.drawArtifact(number, PAGE.left, 742, { ...style, right: width }, 'Pagination');
  }
}

/** What stands in the file's properties for the day of writing: the last month of the records, since no clock is looked at. */
function dateOf({ coverage }: AuditReport): Date {
  const [year = 1980, month = 1] = (coverage.last_month ?? '1980-01').split('-').map(Number);
  return new Date(Date.UTC(year, month - 1, 1));
}

/**
 * The report as a tagged PDF, typeset for print. It prints whatever audit and pictures it is given and masks nothing itself.
 * The same audit, pictures, edition and fonts give the same bytes.
 */
export async function renderPdf(
  report: AuditReport,
  fonts: PdfFonts,
  edition: PdfEdition,
  pictures: readonly CutBand[] = [],
): Promise<Uint8Array> {
  const subject = `${EDITION_NAMES[edition]}. ${report.headline}`;
  const file = openPdf(report.title, subject, dateOf(report), fonts);
  const sheet = new Sheet(file);
  sheet.newPage();
  sheet.within('Document', () => {
    sheet.within('Part', () => renderPdfCover(sheet, report, edition));
    sheet.newPage();
    const contents = sheet.keepPart();
    const contentsPage = sheet.page - 1;
    for (const { title, name, follows = false, render } of sectionsOf(report, pictures)) {
      if (follows && sheet.room > ROOM_FOR_SECTION) sheet.skip(16);
      else sheet.newPage();
      sheet.within('Sect', () => {
        heading(sheet, 1, title, name);
        render(sheet);
      });
    }
    contents(contentsPage, () => renderPdfContents(sheet));
  });
  printMargins(sheet, report, edition);
  return file.finish();
}
