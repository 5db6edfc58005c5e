import { fieldValue, type HeaderBlock } from './headers-block.ts';
import { parseDate } from './normalize-date.ts';
import type { Line } from './segment-lines.ts';

const HEADING =
  /\b(?:memorandum|memo|inter-?office|correspondence|directive|bulletin|fax(?:\s+cover)?|facsimile|transmittal)\b/i;

/**
 * True where labelled lines head a memo or a fax and not an e-mail: a heading that says so, or labels in capitals with the
 * addressee first, no clock, no address and no answer marks.
 */
export function isMemoHead(lines: Line[], block: HeaderBlock): boolean {
  const values = block.fields.map((entry) => entry.value).join(' ');
  const clock = parseDate(fieldValue(block, 'date'))?.timed ?? false;
  if (clock || values.includes('@')) return false;
  const first = lines[block.first];
  const above = lines
    .slice(Math.max(0, block.first - 6), block.first)
    .filter((line) => line.page === first?.page);
  if (above.some((line) => line.text.length < 80 && HEADING.test(line.text))) return true;
  const labels = block.fields.map((entry) => entry.label);
  const capitals = labels.every((label) => label === label.toUpperCase());
  return (
    capitals && (block.fields[0]?.field === 'to' || block.fields[0]?.field === 'date') && labels.length >= 3
  );
}
