import PDFDocument from 'pdfkit';

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
interface Inside {
  _font: { font: { hasGlyphForCodePoint: (codePoint: number) => boolean } };
  _addInfo: () => void;
  on: (event: 'data' | 'end' | 'error', listener: (value: Uint8Array) => void) => void;
}

/** A tagged PDF in the making. */
export interface PdfFile {
  doc: PDFKit.PDFDocument;
  hasGlyph: (face: Face, codePoint: number) => boolean;
  /** Width at a size of one point. */
  measure: (face: Face, text: string) => number;
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
  escapeMetadata(doc, inside);
  const known = {} as Record<Face, Inside['_font']['font']>;
  for (const face of Object.keys(fonts) as Face[]) {
    const { buffer, byteOffset, byteLength } = fonts[face];
    doc.registerFont(face, Buffer.from(buffer, byteOffset, byteLength));
    doc.font(face);
    known[face] = inside._font.font;
  }
  const chunks: Uint8Array[] = [];
  const finished = new Promise<Uint8Array>((resolve, reject) => {
    inside.on('data', (chunk) => chunks.push(chunk));
    inside.on('end', () => resolve(Buffer.concat(chunks)));
    inside.on('error', reject);
  });
  return {
    doc,
    hasGlyph: (face, codePoint) => known[face].hasGlyphForCodePoint(codePoint),
    measure: (face, text) => doc.font(face).fontSize(1000).widthOfString(text) / 1000,
    finish: () => {
      doc.end();
      return finished;
    },
  };
}
