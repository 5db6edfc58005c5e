import * as vega from 'vega';
import { compile, type TopLevelSpec } from 'vega-lite';
import type { Plot, PlotStyle } from './plot.ts';

/** What Vega has and its types leave out. */
interface Untyped {
  textMetrics: { canvas: (use: boolean) => void };
  SVGStringRenderer: new () => StringRenderer;
}

interface StringRenderer {
  initialize(element: null, width: number, height: number, origin: [number, number]): StringRenderer;
  render(scene: unknown): StringRenderer;
  svg(): string;
}

const { textMetrics, SVGStringRenderer } = vega as unknown as Untyped;

/** A picture as SVG: what stands inside the root element, and the part of the plane that it fills, in CSS pixels. */
export interface Drawing {
  x: number;
  y: number;
  width: number;
  height: number;
  inside: string;
}

/** Room around a drawing for strokes that stand on its border. */
const MARGIN = 2;

/** Vega describes each mark to a screen reader in English of its own; the plot as a whole is described by this project. */
const DESCRIBED = / (?:role|aria-[a-z]+)="[^"]*"/g;

/** Elements without anything to be seen. */
const EMPTY =
  /<path class="(?:background|foreground)" d="[^"]*"(?: pointer-events="none")?(?: display="none")?\/>/g;

/** Drawings kept at most: the editions of a case have the same ones. */
const MOST_DRAWINGS = 40;
const drawings = new Map<string, Drawing>();

/**
 * Draws a plot without a browser and without a font: widths of letters are estimated, so that a plot has the same bytes on
 * every machine. Nothing is loaded; the plot carries its own data. `width` is that of the drawing, in CSS pixels.
 */
export function drawPlot(plot: Plot, width: number, style: PlotStyle): Drawing {
  const sized = plot.size(width, style);
  const key = JSON.stringify([width, sized]);
  let drawing = drawings.get(key);
  if (drawing === undefined) {
    if (drawings.size >= MOST_DRAWINGS) drawings.clear();
    drawing = draw(sized, width);
    drawings.set(key, drawing);
  }
  return drawing;
}

function draw({ left, spec }: ReturnType<Plot['size']>, width: number): Drawing {
  textMetrics.canvas(false);
  const view = new vega.View(vega.parse(compile(spec as unknown as TopLevelSpec).spec), {
    renderer: 'none',
  }).run();
  const root = view.scenegraph() as unknown as {
    root: { bounds: { y1: number; y2: number } };
  };
  const { y1, y2 } = root.root.bounds;
  view.finalize();
  const svg = new SVGStringRenderer().initialize(null, 1, 1, [0, 0]).render(root.root).svg();
  const y = Math.floor(y1) - MARGIN;
  return {
    x: -left,
    y,
    width,
    height: Math.ceil(y2) + MARGIN - y,
    inside: svg
      .replace(/^<svg[^>]*>/, '')
      .replace(/<\/svg>$/, '')
      .replace(DESCRIBED, '')
      .replace(EMPTY, ''),
  };
}
