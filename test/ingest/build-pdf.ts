/** A page as its drawing instructions, on letter paper of 612 by 792 points, with fonts F1 (regular) and F2 (bold). */
export interface PdfPage {
  content: string;
  /** Degrees clockwise. */
  rotate?: number;
  /** Dictionaries of annotations. */
  notes?: string[];
  /** Graphics states, as the entries of their dictionary. */
  states?: string;
}

/** A line of text `left` points from the left and `top` points below the upper edge. */
export function textAt(left: number, top: number, text: string, font = 'F1', size = 11): string {
  const escaped = text.replace(/[\\()]/g, '\\$&');
  return `BT /${font} ${size} Tf ${left} ${792 - top} Td (${escaped}) Tj ET`;
}

/** A page of lines, 14 points apart, from an inch below the upper edge; an empty line leaves a gap. */
export function textPage(lines: string[]): PdfPage {
  return {
    content: lines.map((line, index) => (line === '' ? '' : textAt(72, 72 + 14 * index, line))).join('\n'),
  };
}

/** An image over the whole page: one grey pixel. */
export const FULL_PAGE_IMAGE = 'q 612 0 0 792 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \x80\nEI Q';

/** A file inside a PDF. */
export interface EmbeddedText {
  name: string;
  content: string;
}

function stream(content: string, more = ''): string {
  return `<< ${more} /Length ${content.length} >>\nstream\n${content}\nendstream`;
}

function pdfObjects(pages: PdfPage[], files: EmbeddedText[]): string[] {
  const kids = pages.map((_, index) => `${5 + 2 * index} 0 R`).join(' ');
  const fonts = '<< /F1 3 0 R /F2 4 0 R >>';
  const firstFile = 5 + 2 * pages.length;
  const listed = files.map((file, index) => `(${file.name}) ${firstFile + 2 * index} 0 R`).join(' ');
  const objects = [
    `<< /Type /Catalog /Pages 2 0 R /Names << /EmbeddedFiles << /Names [${listed}] >> >> >>`,
    `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>',
  ];
  for (const [index, page] of pages.entries()) {
    objects.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Rotate ${page.rotate ?? 0} /Resources << /Font ${fonts} /ExtGState << ${page.states ?? ''} >> >> /Annots [${(page.notes ?? []).join(' ')}] /Contents ${6 + 2 * index} 0 R >>`,
      stream(page.content),
    );
  }
  for (const [index, { name, content }] of files.entries()) {
    objects.push(
      `<< /Type /Filespec /F (${name}) /EF << /F ${firstFile + 2 * index + 1} 0 R >> >>`,
      stream(content, '/Type /EmbeddedFile'),
    );
  }
  return objects;
}

/** A PDF of these pages, with these files embedded. */
export function buildPdf(pages: PdfPage[], files: EmbeddedText[] = []): Buffer {
  return assemblePdf(pdfObjects(pages, files));
}

/** A PDF of these objects, whatever they say; the first is the catalogue, their numbers begin with 1. */
export function assemblePdf(objects: string[], trailer = ''): Buffer {
  let text = '%PDF-1.7\n';
  const offsets: number[] = [];
  for (const [index, object] of objects.entries()) {
    offsets.push(text.length);
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
  }
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  text += `xref\n0 ${offsets.length + 1}\n0000000000 65535 f \n${rows}`;
  text += `trailer\n<< /Size ${offsets.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${text.indexOf('xref\n0')}\n%%EOF\n`;
  return Buffer.from(text, 'latin1');
}
