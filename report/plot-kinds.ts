import type { AuditReport } from './audit.ts';
import { count, nameDirection, plural } from './labels.ts';
import type { Plot } from './plot.ts';
import { barPanels } from './plot-bars.ts';

export function directionName(code: string): string {
  return nameDirection(code === 'unknown' ? null : code);
}

/** Which authority was in contact, a panel for each direction. Null where no contact names one. */
export function plotDirections({ crossed, direction, component }: AuditReport): Plot | null {
  if (crossed.length === 0) return null;
  const numberOf = (from: string, code: string): number =>
    crossed.find((row) => row.direction === from && row.component === code)?.contacts ?? 0;
  const panels = direction.map(({ code, contacts }) => ({
    title: directionName(code),
    subtitle: plural(contacts, 'contact'),
    bars: component.map((one) => {
      const value = numberOf(code, one.code);
      return { name: one.code, value, text: count(value) };
    }),
  }));
  const words = panels.map(
    ({ title, subtitle, bars }) =>
      `${title}, ${subtitle} (${bars
        .filter(({ value }) => value > 0)
        .map(({ name, text }) => `${name} ${text}`)
        .join(', ')})`,
  );
  return {
    name: 'directions',
    title: 'Authority by direction of the newest part',
    description: `Contacts by authority, a panel for each direction: ${words.join('; ')}.`,
    size: (width, style) => barPanels(panels, width, style),
  };
}
