import type { Contact } from './audit.ts';
import { plural, showDate } from './labels.ts';
import type { PdfContext } from './pdf-context.ts';
import { label, list, NOTE, paragraph, RECORD } from './pdf-flow.ts';
import { type Sheet, WARN } from './pdf-sheet.ts';
import type { Span } from './pdf-words.ts';

/** What the agency says about one contact, word for word, or that it has said nothing. */
export function renderPdfResponses(sheet: Sheet, { responses }: Contact): void {
  label(sheet, 'The agency’s response');
  if (responses.length === 0) {
    paragraph(sheet, 'None was given to this report.', NOTE);
    return;
  }
  for (const { by, date, disputed, text } of responses) {
    const who: Span[] = [{ text: `${by}${date === null ? '' : `, ${showDate(date)}`}` }];
    if (disputed) {
      who.push({ text: ' The agency disputes how this contact is coded.', face: 'bold', color: WARN });
    }
    paragraph(sheet, who, { ...NOTE, after: 2 });
    paragraph(sheet, text, RECORD, 'BlockQuote');
  }
}

/** What was put right since the report was first made, by date. */
export function renderPdfCorrections(sheet: Sheet, { report }: PdfContext): void {
  const { corrections, contacts } = report;
  if (corrections.length === 0) {
    paragraph(sheet, 'No correction has been entered in the log of this case.');
    return;
  }
  const numbers = new Map(contacts.map(({ number, exchange }) => [exchange.contact_id, number]));
  paragraph(sheet, `${plural(corrections.length, 'correction')}, by date.`);
  list(
    sheet,
    corrections.map(({ date, text, raised_by, contact_ids }): Span[] => {
      const named = contact_ids.map((id) => {
        const number = numbers.get(id);
        return number === undefined ? id : `contact ${number}`;
      });
      const by = raised_by === '' ? '' : ` Raised by ${raised_by}.`;
      const about = named.length === 0 ? '' : ` Concerns ${named.join(', ')}.`;
      return [{ text: `${showDate(date)}. `, face: 'bold' }, { text: `${text}${by}${about}` }];
    }),
  );
}
