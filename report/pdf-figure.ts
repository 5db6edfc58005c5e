import svgToPdf from 'svg-to-pdfkit';
import { drawPlot } from './draw-plot.ts';
import { PAGE } from './pdf-file.ts';
import { NOTE, paragraph } from './pdf-flow.ts';
import { RULE, type Sheet } from './pdf-sheet.ts';
import type { CutBand } from './picture-bands.ts';
import { type Plot, PRINT_PLOT_STYLE } from './plot.ts';

/** Width at which plots are drawn, in CSS pixels; they are printed smaller, so that their letters have the size of a table’s. */
const DRAWN = 660;
/** Colour of the frame around quoted words on a picture. */
const FRAME = '#b78800';

/** A plot over the width of the text, described for those who do not see it, with its caption under it. */
export function figure(sheet: Sheet, plot: Plot | null, caption: string): void {
  if (plot === null) return;
  const { x, y, width, height, inside } = drawPlot(plot, DRAWN, PRINT_PLOT_STYLE);
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${x} ${y} ${width} ${height}" width="${width}" height="${height}">${inside}</svg>`;
  const across = PAGE.right - PAGE.left;
  const scale = Math.min(across / width, (PAGE.bottom - PAGE.top - 80) / height);
  const [w, h] = [width * scale, height * scale];
  sheet.ensure(h + 40);
  sheet.skip(4);
  const top = sheet.y;
  const draw = (): void =>
    svgToPdf(sheet.doc, svg, PAGE.left, top, {
      width: w,
      height: h,
      fontCallback: (_family, bold) => (bold ? 'bold' : 'regular'),
    });
  sheet.within('Figure', () => sheet.content('Figure', draw), {
    alt: `${plot.title}. ${plot.description}`,
    bbox: [PAGE.left, top, PAGE.left + w, top + h],
  });
  sheet.y = top + h + 6;
  paragraph(sheet, caption, NOTE);
}

/** The part of a page's picture on which a contact's quotes stand, the quoted words framed, with where it is from. */
export function bandPicture(sheet: Sheet, band: CutBand, source: string): void {
  const across = PAGE.right - PAGE.left;
  const scale = across / band.width;
  const height = (band.bottom - band.top) * scale;
  sheet.ensure(height + 24);
  sheet.skip(2);
  const top = sheet.y;
  const draw = (): void => {
    const { doc } = sheet;
    doc.image(Buffer.from(band.jpeg), PAGE.left, top, { width: across, height });
    doc.lineWidth(0.5).strokeColor(RULE).rect(PAGE.left, top, across, height).stroke();
    doc.lineWidth(1.2).strokeColor(FRAME);
    for (const { x0, y0, x1, y1 } of band.boxes) {
      const at = top + (y0 - band.top - 1.5) * scale;
      doc.rect(PAGE.left + (x0 - 1.5) * scale, at, (x1 - x0 + 3) * scale, (y1 - y0 + 3) * scale).stroke();
    }
  };
  sheet.within('Figure', () => sheet.content('Figure', draw), {
    alt: `Part of the picture of ${source}, the quoted words framed.`,
    bbox: [PAGE.left, top, PAGE.right, top + height],
  });
  sheet.y = top + height + 3;
  paragraph(sheet, `${source}. The quoted words are framed.`, NOTE);
}
