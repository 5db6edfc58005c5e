import type { AuditReport, Coverage } from './audit.ts';
import { count, percent } from './labels.ts';
import type { Plot } from './plot.ts';
import { barPanels } from './plot-bars.ts';

export const METHOD_NAMES: Record<keyof Coverage['by_method'], string> = {
  text: 'Text in the file',
  ocr: 'Character recognition',
  blank: 'Blank',
  unread: 'Not read',
};

/** Pages by the way they were read. Null where the release has no pages. */
export function plotCoverage({ coverage, counts }: AuditReport): Plot | null {
  if (counts.pages === 0) return null;
  const bars = (['text', 'ocr', 'blank', 'unread'] as const).map((method) => {
    const value = coverage.by_method[method];
    return { name: METHOD_NAMES[method], value, text: `${count(value)} (${percent(value / counts.pages)})` };
  });
  return {
    name: 'coverage',
    title: 'Pages by the way they were read',
    description: `Of ${count(counts.pages)} pages: ${bars.map(({ name, text }) => `${name.toLowerCase()} ${text}`).join(', ')}.`,
    size: (width, style) => barPanels([{ title: '', bars }], width, style, 90),
  };
}
