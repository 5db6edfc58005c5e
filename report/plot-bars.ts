import { NARROW, type PlotSpec, type PlotStyle, plotConfig, type SizedPlot } from './plot.ts';

/** One bar. `text` is written at its end. */
export interface Bar {
  name: string;
  value: number;
  text: string;
}

/** Bars under one heading. */
export interface Panel {
  title: string;
  subtitle?: string;
  bars: readonly Bar[];
  color?: string;
}

/** Height of a bar with the room around it, in CSS pixels. */
const BAR = 24;
/** Room for the number at the end of the longest bar. */
const NUMBER = 30;
const GAP = 20;
/** More panels than this have no room for their titles beside one another. */
const MOST_BESIDE = 4;

/** Estimated width of a name in CSS pixels: at this size no letter is wider on average. */
function nameWidth(names: readonly string[]): number {
  return Math.min(220, Math.max(0, ...names.map((name) => name.length)) * 6.6 + 10);
}

/** How a panel lies among the others. `label`: room for the names of its bars, 0 where they stand beside another panel. */
interface Layout {
  width: number;
  most: number;
  label: number;
  style: PlotStyle;
}

function panel({ title, subtitle, bars, color }: Panel, { width, most, label, style }: Layout): PlotSpec {
  const order = bars.map(({ name }) => name);
  const y = { field: 'name', type: 'ordinal', scale: { domain: order } };
  const x = { field: 'value', type: 'quantitative', axis: null, scale: { domain: [0, most] } };
  const axis = {
    title: null,
    ticks: false,
    domain: true,
    labels: label > 0,
    labelPadding: 6,
    labelLimit: 2 * label,
  };
  return {
    ...(title === ''
      ? {}
      : { title: { text: title, ...(subtitle === undefined ? {} : { subtitle }), dx: -label } }),
    width,
    height: BAR * bars.length,
    data: { values: bars.map((bar) => ({ ...bar })) },
    encoding: { y: { ...y, axis } },
    layer: [
      {
        transform: [{ filter: 'datum.value > 0' }],
        mark: { type: 'bar', height: BAR * 0.62, color: color ?? style.bar },
        encoding: { x },
      },
      {
        mark: { type: 'text', align: 'left', dx: 4 },
        encoding: { x, text: { field: 'text', type: 'nominal' } },
      },
    ],
  };
}

/**
 * Panels of bars on one scale, beside one another where there is room and else one under the other. All panels name the same
 * bars in the same order.
 */
export function barPanels(
  panels: readonly Panel[],
  width: number,
  style: PlotStyle,
  numberWidth = NUMBER,
): SizedPlot {
  const most = Math.max(1, ...panels.flatMap(({ bars }) => bars.map(({ value }) => value)));
  const label = nameWidth(panels[0]?.bars.map(({ name }) => name) ?? []);
  const beside = panels.length > 1 && panels.length <= MOST_BESIDE && width >= NARROW;
  const columns = beside ? panels.length : 1;
  const each = Math.max(40, (width - label - columns * numberWidth - (columns - 1) * GAP) / columns);
  const drawn = panels.map((one, i) =>
    panel(one, { width: each, most, label: !beside || i === 0 ? label : 0, style }),
  );
  const spec = beside
    ? { hconcat: drawn, spacing: GAP + numberWidth, bounds: 'flush' }
    : { vconcat: drawn, spacing: GAP };
  return { left: label, spec: { config: plotConfig(style), ...spec } };
}
