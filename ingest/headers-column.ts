import type { HeaderField } from './headers-block.ts';
import { matchLabel } from './headers-labels.ts';
import { normalizeDate } from './normalize-date.ts';
import type { Line } from './segment-lines.ts';

/** Labels that stand in a column without their values before the values follow as a column of their own. */
const FEWEST = 3;

/**
 * Gives the values that stand below a run of empty labels ("From:", "Sent:", "To:", then the three values) to the labels in
 * order, where this puts a date under the date. Changes the fields' values and returns the block's last line.
 */
export function fillLabelColumn(lines: Line[], fields: HeaderField[], last: number): number {
  const empty = fields.filter((entry) => entry.value === '');
  const tail = fields.slice(-empty.length);
  if (empty.length < FEWEST || tail.some((entry) => entry.value !== '')) return last;
  const values: Line[] = [];
  for (let i = last + 1; i < lines.length && values.length < empty.length; i += 1) {
    const line = lines[i];
    if (!line || line.furniture) continue;
    // "RE: …" is the subject's value here.
    const label = matchLabel(line.text);
    if (label && !label.weak) break;
    values.push(line);
  }
  const dateAt = empty.findIndex((entry) => entry.field === 'date');
  const dated = values.findIndex((line) => normalizeDate(line.text) !== null);
  if (dateAt < 0 || dated < 0) return last;
  // An empty Cc or To has no line; labels before the date must then be matched from the date outwards.
  const shift = dateAt - dated;
  if (shift < 0) return last;
  let end = last;
  for (const [i, entry] of empty.entries()) {
    const line = values[i - shift];
    if (i < shift || !line) continue;
    entry.value = line.text.trim();
    end = lines.indexOf(line);
  }
  return end;
}
