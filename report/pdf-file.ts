import PDFDocument from 'pdfkit';
import { shapeByPieces } from './pdf-shaping.ts';
import { type DrawText, type EmbeddedFont, openText, type TextInside } from './pdf-strokes.ts';

/** The bytes of the faces that a printed report is set in, each a TrueType font. */
export interface PdfFonts {
  regular: Uint8Array;
  bold: Uint8Array;
  italic: Uint8Array;
  /** For signs that the others lack; a sign that this one lacks as well is printed as a box. */
  fallback: Uint8Array;
}

export type Face = keyof PdfFonts;

/** US Letter in points (1/72 inch), as American councils print. */
export const PAGE = { width: 612, height: 792, left: 58, right: 554, top: 76, bottom: 720 } as const;

/** What is used of the library beyond its published types; the version is pinned for their sake. */
interface Inside extends TextInside {
  _font: EmbeddedFont & { font: { hasGlyphForCodePoint: (codePoint: number) => boolean } };
  _addInfo: () => void;
  /** Bytes of the file so far. */
  _offset: number;
  _write: (data: string | Uint8Array) => void;
  push: (chunk: Uint8Array | null) => boolean;
  read: () => Uint8Array;
  page: TextInside['page'] & { write: (chunk: Uint8Array) => void };
}

/** A tagged PDF in the making. */
export interface PdfFile {
  doc: PDFKit.PDFDocument;
  hasGlyph: (face: Face, codePoint: number) => boolean;
  /** Width at a size of one point. */
  measure: (face: Face, text: string) => number;
  drawText: (face: Face, ...line: Parameters<DrawText>) => void;
  /** Closes the file and gives its bytes. */
  finish: () => Promise<Uint8Array>;
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** The library writes the title into XML as it stands; a title with `&` would break the file's metadata. */
function escapeMetadata(doc: PDFKit.PDFDocument, inside: Inside): void {
  const add = inside._addInfo.bind(doc);
  inside._addInfo = () => {
    const plain = doc.info;
    const escaped = Object.entries(plain).map(([key, value]) => [
      key,
      typeof value === 'string' ? value.replace(/[&<>]/g, (sign) => ENTITIES[sign] ?? sign) : value,
    ]);
    doc.info = Object.fromEntries(escaped);
    add();
    doc.info = plain;
  };
}

/**
 * Takes what the library writes without its stream, and a line as bytes at once: a report is some hundred thousand lines.
 * Returns the bytes when the file has ended.
 */
function takeOutput(inside: Inside): Promise<Uint8Array> {
  const bytesOf = (line: string) => Buffer.from(`${line}\n`, 'latin1');
  // The first lines are written as the file is opened.
  const chunks: Uint8Array[] = [inside.read()];
  inside.addContent = (line) => {
    inside.page.write(bytesOf(line));
    return inside;
  };
  inside._write = (data) => {
    const bytes = typeof data === 'string' ? bytesOf(data) : data;
    chunks.push(bytes);
    inside._offset += bytes.length;
  };
  return new Promise((resolve) => {
    inside.push = (chunk) => {
      if (chunk === null) resolve(Buffer.concat(chunks));
      else chunks.push(chunk);
      return true;
    };
  });
}

/**
 * Opens a file with its properties. `date` stands in the properties in place of the time of writing, and the file's id is
 * made of the properties, so that the same report gives the same bytes.
 */
export function openPdf(title: string, subject: string, date: Date, fonts: PdfFonts): PdfFile {
  const doc = new PDFDocument({
    size: [PAGE.width, PAGE.height],
    margin: 0,
    pdfVersion: '1.7',
    tagged: true,
    lang: 'en-US',
    displayTitle: true,
    bufferPages: true,
    autoFirstPage: false,
    font: '',
    info: {
      Title: title,
      Subject: subject,
      Creator: 'contact-audit',
      Producer: 'pdfkit',
      CreationDate: date,
    },
  });
  const inside = doc as unknown as Inside;
  const finished = takeOutput(inside);
  escapeMetadata(doc, inside);
  const known = {} as Record<Face, Inside['_font']['font']>;
  for (const face of Object.keys(fonts) as Face[]) {
    const { buffer, byteOffset, byteLength } = fonts[face];
    doc.registerFont(face, Buffer.from(buffer, byteOffset, byteLength));
    doc.font(face);
    known[face] = inside._font.font;
    shapeByPieces(inside._font);
  }
  const drawText = openText(inside, (text, x, y, size, color) => {
    doc.fontSize(size).fillColor(color);
    doc.text(text, x, y, { lineBreak: false, baseline: 'alphabetic' });
  });
  return {
    doc,
    hasGlyph: (face, codePoint) => known[face].hasGlyphForCodePoint(codePoint),
    measure: (face, text) => doc.font(face).fontSize(1000).widthOfString(text) / 1000,
    drawText(face, ...line) {
      doc.font(face);
      drawText(...line);
    },
    finish: () => {
      doc.end();
      return finished;
    },
  };
}
