import { deflateSync } from 'node:zlib';
import { assemblePdf } from './build-pdf.ts';

const FONT = '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>';

/** Words enough for a page of text. */
export const GOOD_TEXT =
  'BT /F1 11 Tf 72 700 Td (From: Rowe, Pat - words enough on a page that is as good as any) Tj ET';

/** A stream, packed. */
function packed(content: string, more = ''): string {
  const bytes = deflateSync(Buffer.from(content, 'latin1')).toString('latin1');
  return `<< ${more} /Filter /FlateDecode /Length ${bytes.length} >>\nstream\n${bytes}\nendstream`;
}

/** What a page draws, and what its resources are besides the font. */
export interface HostilePage {
  content: string;
  resources?: string;
}

const FORM = '/Type /XObject /Subtype /Form /BBox [0 0 612 792]';

/**
 * A PDF of these pages. Objects that they share can be named by number: 4 is a form that draws itself, 5 the first of nine
 * forms each of which draws the next one ten times, and so the last one a thousand million times. `padding` is the length
 * of a stream that no page uses.
 */
export function buildHostilePdf(pages: HostilePage[], padding = 0): Buffer {
  const first = 16;
  const kids = pages.map((_, at) => `${first + 2 * at} 0 R`).join(' ');
  const laughs = Array.from({ length: 9 }, (_, at) =>
    packed('/F Do '.repeat(10), `${FORM} /Resources << /XObject << /F ${at + 6} 0 R >> >>`),
  );
  const noise = Array.from({ length: padding }, (_, at) => String.fromCharCode(65 + (at % 26))).join('');
  return assemblePdf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`,
    FONT,
    packed('/F Do 0 0 m 9 9 l S', `${FORM} /Resources << /XObject << /F 4 0 R >> >>`),
    ...laughs,
    packed('0 0 m 9 9 l S', FORM),
    `<< /Length ${noise.length} >>\nstream\n${noise}\nendstream`,
    ...pages.flatMap(({ content, resources = '' }, at) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << /Font << /F1 3 0 R >> ${resources} >> /Contents ${first + 2 * at + 1} 0 R >>`,
      packed(content),
    ]),
  ]);
}

/** A page as good as any, one that is never drawn to its end, and one whose form draws itself. */
export const GOOD: HostilePage = { content: GOOD_TEXT };
export const ENDLESS: HostilePage = { content: '/F Do', resources: '/XObject << /F 5 0 R >>' };
export const SELF: HostilePage = {
  content: `${GOOD_TEXT} /F Do`,
  resources: '/XObject << /F 4 0 R >>',
};
