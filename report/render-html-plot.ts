import { drawPlot } from './draw-plot.ts';
import { type Html, html, trusted } from './html.ts';
import { PAGE_PLOT_STYLE, type Plot } from './plot.ts';
import { scrollBox } from './render-html-parts.ts';

/** Widths at which each plot is drawn, in CSS pixels. The style sheet shows the one that fits, so that letters keep their size. */
const WIDTHS = { wide: 700, narrow: 320 } as const;

/** A plot at one width, described for those who do not see it. */
function drawing(plot: Plot, size: keyof typeof WIDTHS): Html {
  const { x, y, width, height, inside } = drawPlot(plot, WIDTHS[size], PAGE_PLOT_STYLE);
  const id = `plot-${plot.name}-${size}`;
  return html`<svg class="plot ${size}" role="img" aria-labelledby="${id}-title ${id}-words" viewBox="${x} ${y} ${width} ${height}" width="${width}" height="${height}"><title id="${id}-title">${plot.title}</title><desc id="${id}-words">${plot.description}</desc>${trusted(inside)}</svg>
`;
}

/** A plot with its caption, and the table of its numbers folded under it; the table alone where there is nothing to draw. */
export function renderPlot(plot: Plot | null, caption: Html, table: Html, className = ''): Html {
  const numbers = html`<details class="list"><summary>The numbers${plot === null ? '' : `: ${plot.title.toLowerCase()}`}</summary>${scrollBox(plot === null ? 'The numbers' : `The numbers: ${plot.title.toLowerCase()}`, table, className)}</details>`;
  if (plot === null) return numbers;
  return html`<figure id="plot-${plot.name}">${drawing(plot, 'wide')}${drawing(plot, 'narrow')}<figcaption>${caption}</figcaption>
${numbers}</figure>`;
}
