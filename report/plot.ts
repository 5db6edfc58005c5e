import type { Verdict } from '../classify/index.ts';

/** Colours and letters of a plot, as an SVG attribute takes them. */
export interface PlotStyle {
  ink: string;
  quiet: string;
  rule: string;
  /** Bars that stand for no verdict, and the uncertain part of one. */
  bar: string;
  range: string;
  verdicts: Record<Verdict, string>;
  font: string;
}

/** For a page: the style sheet's own colours, so that a plot follows it into the dark and onto paper. */
export const PAGE_PLOT_STYLE: PlotStyle = {
  ink: 'var(--ink)',
  quiet: 'var(--quiet)',
  rule: 'var(--rule)',
  bar: 'var(--criminal-investigation)',
  range: 'var(--range)',
  verdicts: {
    'status-only': 'var(--status-only)',
    mixed: 'var(--mixed)',
    'criminal-investigation': 'var(--criminal-investigation)',
    undetermined: 'var(--undetermined)',
    administrative: 'var(--administrative)',
    'not-contact': 'var(--not-contact)',
  },
  font: 'var(--sans)',
};

/** For print and for programs that know no style sheet: the light colours. */
export const PRINT_PLOT_STYLE: PlotStyle = {
  ink: '#1b1b1a',
  quiet: '#595955',
  rule: '#cfcec8',
  bar: '#0067a6',
  range: '#a9c7dd',
  verdicts: {
    'status-only': '#b3400a',
    mixed: '#b87800',
    'criminal-investigation': '#0067a6',
    undetermined: '#73736f',
    administrative: '#007a63',
    'not-contact': '#8c8c88',
  },
  font: 'Source Sans 3, Helvetica, Arial, sans-serif',
};

/** A plot in Vega-Lite's language, https://vega.github.io/vega-lite/docs/spec.html, with its data in it. */
export type PlotSpec = Readonly<Record<string, unknown>>;

/** A plot at one width. `left`: room for names before the first axis, in CSS pixels. */
export interface SizedPlot {
  left: number;
  spec: PlotSpec;
}

/** One plot, drawn at any width in any style. `description` says in words what a reader would see. */
export interface Plot {
  name: string;
  title: string;
  description: string;
  /** `width` in CSS pixels, letters included. */
  size: (width: number, style: PlotStyle) => SizedPlot;
}

/** Under this width, in CSS pixels, panels stand one under the other. */
export const NARROW = 480;

/** Letters of one size, no frames, no description of single marks. */
export function plotConfig({ ink, quiet, rule, font }: PlotStyle): PlotSpec {
  return {
    aria: false,
    background: 'transparent',
    padding: 0,
    font,
    view: { stroke: null },
    title: {
      anchor: 'start',
      frame: 'group',
      color: ink,
      fontSize: 13,
      fontWeight: 600,
      offset: 6,
      subtitleColor: ink,
      subtitleFontSize: 12,
    },
    axis: {
      grid: false,
      domainColor: rule,
      tickColor: rule,
      labelColor: ink,
      titleColor: quiet,
      labelFontSize: 12,
      titleFontSize: 12,
      titleFontWeight: 400,
      labelLimit: 220,
    },
    text: { color: ink, fontSize: 12 },
  };
}
