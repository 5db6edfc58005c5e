import type { AuditReport, Reading } from './audit.ts';
import { count, percent } from './labels.ts';
import { type Plot, plotConfig } from './plot.ts';

const HEIGHT = 30;
/** Room for the names to the left and for the words at a bar's end, in CSS pixels. */
const NAMES = 60;

const NAMES_OF: Record<Reading['name'], string> = { strict: 'Strict', broad: 'Broad' };

function words({ low, high, share_low, share_high }: Reading): string {
  const least = `${count(low)} (${percent(share_low)})`;
  return high === low ? least : `${least} to ${count(high)} (${percent(share_high)})`;
}

/** Which share of all contacts either reading counts, and how far the undetermined could move it. Null without contacts. */
export function plotReadings({ strict, broad, counts }: AuditReport): Plot | null {
  const { contacts } = counts.all;
  if (contacts === 0) return null;
  const rows = [strict, broad].map((reading) => ({
    name: NAMES_OF[reading.name],
    low: reading.share_low ?? 0,
    high: reading.share_high ?? 0,
    text: words(reading),
  }));
  return {
    name: 'readings',
    title: 'Share of contacts that served civil immigration enforcement',
    description: `Of ${count(contacts)} contacts: ${rows.map(({ name, text }) => `${name.toLowerCase()} reading ${text}`).join('; ')}. The second number of each counts every undetermined contact as well.`,
    size: (width, style) => {
      const x = { type: 'quantitative', scale: { domain: [0, 1] } };
      const axis = { format: '%', values: [0, 0.25, 0.5, 0.75, 1], title: null };
      const spec = {
        config: plotConfig(style),
        width: width - NAMES - 24,
        height: rows.length * HEIGHT * 2,
        data: { values: rows },
        encoding: {
          y: {
            field: 'name',
            type: 'ordinal',
            scale: { domain: rows.map(({ name }) => name) },
            axis: { title: null, ticks: false, labelPadding: 6, labelFontWeight: 600 },
          },
        },
        layer: [
          {
            mark: { type: 'bar', height: HEIGHT * 0.6, color: style.range, yOffset: HEIGHT * 0.3 },
            encoding: { x: { ...x, field: 'low', axis }, x2: { field: 'high' } },
          },
          {
            mark: {
              type: 'bar',
              height: HEIGHT * 0.6,
              color: style.verdicts['status-only'],
              yOffset: HEIGHT * 0.3,
            },
            encoding: { x: { ...x, field: 'low', axis } },
          },
          {
            mark: { type: 'text', align: 'left', dy: -HEIGHT * 0.42, x: 2 },
            encoding: { text: { field: 'text', type: 'nominal' } },
          },
        ],
      };
      return { left: NAMES, spec };
    },
  };
}
