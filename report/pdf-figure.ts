import svgToPdf from 'svg-to-pdfkit';
import { drawPlot } from './draw-plot.ts';
import { PAGE } from './pdf-file.ts';
import { NOTE, paragraph } from './pdf-flow.ts';
import type { Sheet } from './pdf-sheet.ts';
import { type Plot, PRINT_PLOT_STYLE } from './plot.ts';

/** Width at which plots are drawn, in CSS pixels; they are printed smaller, so that their letters have the size of a table’s. */
const DRAWN = 660;

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
