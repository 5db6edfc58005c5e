import { isMailHead } from './headers-accept.ts';
import type { BlockStyle, HeaderBlock, HeaderField } from './headers-block.ts';
import { fillLabelColumn } from './headers-column.ts';
import { continuesValue, type OpenBlock } from './headers-continue.ts';
import { isCoreField, opensLabel } from './headers-labels.ts';
import { type LabelledValue, labelledValues } from './headers-line.ts';
import { normalizeDate } from './normalize-date.ts';
import type { Line } from './segment-lines.ts';

/** Points by which two left edges may differ and still be one column. */
const ALIGN = 4;

function styleOf(lines: Line[], fields: HeaderField[], values: LabelledValue[]): BlockStyle {
  const filled = values.filter((entry) => entry.value !== '');
  const xs = filled.flatMap((entry) => (entry.valueX === null ? [] : [entry.valueX]));
  const spread = xs.length > 1 ? Math.max(...xs) - Math.min(...xs) : null;
  const spaced = filled.filter((entry) => entry.spaced).length;
  const column = spread === null ? spaced * 2 > filled.length : spread < ALIGN;
  const contrasts = filled.flatMap((entry) => (entry.contrast === null ? [] : [entry.contrast]));
  const head = lines[fields[0]?.line ?? 0];
  return {
    layout: column ? 'column' : 'inline',
    contrast: contrasts.length === 0 ? null : contrasts.filter(Boolean).length * 2 >= contrasts.length,
    size: Math.round((head?.size ?? 0) * 2) / 2,
    left: head?.box?.x0 ?? null,
    order: fields
      .map((entry) => entry.field)
      .filter((field) => ['from', 'to', 'date', 'subject'].includes(field))
      .join(' '),
    labels: fields
      .filter((entry) => ['from', 'to', 'date', 'subject'].includes(entry.field))
      .map((entry) => entry.label.toLowerCase())
      .join(' '),
  };
}

/**
 * A label that a narrow column broke over two lines is put together again: `Datos⇥plan.docx` and `adjuntos:`, or the value
 * on a line between, where it is set at half height. `more` is the number of lines taken besides the first.
 */
function joinLabel(line: Line, next?: Line, third?: Line): { line: Line; more: number } | null {
  const [head = '', ...rest] = line.text.trim().split(/\t|\s{2,}/);
  const [tail, value, more] =
    rest.length > 0 ? [next, rest.join(' '), 1] : [third, next?.text.trim() ?? '', 2];
  if (!tail || tail.gap || next?.gap || !tail.text.trim().endsWith(':')) return null;
  const word = tail.text.trim().slice(0, -1);
  if (!opensLabel(head, word)) return null;
  return { line: { ...line, text: `${head} ${word}:\t${value}`, runs: [] }, more };
}

function extend(field: HeaderField | undefined, line: Line): void {
  if (field) field.value = `${field.value} ${line.text.trim().replace(/\s*\t\s*/g, ' ')}`.trim();
}

/** True where the labels read so far must be followed by another block: a field comes a second time. */
function repeats(fields: HeaderField[], found: LabelledValue[]): boolean {
  return found.some(
    (label) => isCoreField(label.field) && fields.some((entry) => entry.field === label.field),
  );
}

/** Fields that archives print above the sender. */
const FIRST_IN_EXPORTS = new Set(['message-id', 'reply-to', 'custodian', 'in-reply-to', 'references']);

/** An archive's own field opens a head where the next line carries a label right below; else it may be text above one. */
function opensExport(label: LabelledValue, next: Line | undefined): boolean {
  if (!FIRST_IN_EXPORTS.has(label.field) || !next || next.gap) return false;
  return labelledValues(next, { fuzzy: false, bare: false }).length > 0;
}

/** Reads a header block that begins on line `first`, or null where none does. */
export function readBlock(lines: Line[], first: number): HeaderBlock | null {
  const opening = lines[first];
  if (!opening || opening.furniture) return null;
  const start = labelledValues(opening, { fuzzy: true, bare: true });
  const label = start[0];
  if (!label || (label.weak && !label.fuzzy)) return null;
  if (!isCoreField(label.field) && !opensExport(label, lines[first + 1])) return null;
  // "Subject in secondary" is a heading; a head that lost its colons begins with sender or time.
  if (label.loose && label.field !== 'from' && label.field !== 'date') return null;
  const fields: HeaderField[] = [];
  const values: LabelledValue[] = [];
  const open: OpenBlock = { lines, fields, values, last: first };
  const take = (found: LabelledValue[], index: number) => {
    for (const entry of found) {
      const { field, label: word, value, languages } = entry;
      fields.push({ field, label: word, value, languages, line: index });
      values.push(entry);
    }
    open.last = index;
  };
  take(start, first);
  for (let i = first + 1; i < lines.length; i += 1) {
    const line = lines[i];
    if (!line) break;
    if (line.furniture) continue;
    const joined = joinLabel(line, lines[i + 1], lines[i + 2]);
    const found = labelledValues(joined?.line ?? line, { fuzzy: true, bare: true });
    if (joined && found.length > 0) {
      i += joined.more;
      take(found, i);
      continue;
    }
    if (found.length > 0 && found[0]) {
      if (repeats(fields, found)) {
        // "To the north …" under "To:" goes on with the text before.
        if (!found[0].loose || !continuesValue(open, i)) break;
        extend(fields.at(-1), line);
        open.last = i;
        continue;
      }
      if (found[0].loose && (line.gap || (fields.length < 2 && !start.some((entry) => entry.loose)))) break;
      // Behind a gap only the fields of a message belong to its head; "Location: Room 2" there is text.
      if (line.gap && !isCoreField(found[0].field)) break;
      if (line.gap && (found[0].weak || found[0].fuzzy) && !line.pageTop) break;
      take(found, i);
      continue;
    }
    if (!continuesValue(open, i)) break;
    extend(fields.at(-1), line);
    open.last = i;
  }
  const last = fillLabelColumn(lines, fields, open.last);
  const block: HeaderBlock = { first, last, fields, style: styleOf(lines, fields, values), headless: false };
  return isMailHead(block) && !isBare(values, fields) ? block : null;
}

/** Labels without colons must be several and set apart, or have a date under the date; "To" and "Date" also begin sentences. */
function isBare(values: LabelledValue[], fields: HeaderField[]): boolean {
  const colons = values.filter((entry) => entry.colon).length;
  const core = new Set(values.filter((entry) => isCoreField(entry.field)).map((entry) => entry.field));
  if (colons >= 2) return false;
  const date = fields.find((entry) => entry.field === 'date');
  const dated = date !== undefined && normalizeDate(date.value) !== null;
  return core.size < 3 || (values.some((entry) => entry.loose) && !dated);
}

/** The first header block from line `from` on, or null. */
export function firstBlock(lines: Line[], from: number): HeaderBlock | null {
  for (let i = from; i < lines.length; i += 1) {
    const block = readBlock(lines, i);
    if (block) return block;
  }
  return null;
}

/** All header blocks of the lines, in order; none overlaps another. */
export function findBlocks(lines: Line[]): HeaderBlock[] {
  const blocks: HeaderBlock[] = [];
  for (let i = 0; i < lines.length; i += 1) {
    const block = readBlock(lines, i);
    if (!block) continue;
    blocks.push(block);
    i = block.last;
  }
  return blocks;
}
