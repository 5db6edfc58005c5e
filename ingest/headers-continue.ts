import type { HeaderField } from './headers-block.ts';
import { isCoreField } from './headers-labels.ts';
import { type LabelledValue, labelledValues } from './headers-line.ts';
import type { Line } from './segment-lines.ts';

/** A block while it is read: its fields so far and its last line. */
export interface OpenBlock {
  lines: Line[];
  fields: HeaderField[];
  values: LabelledValue[];
  last: number;
}

/** Lines of a long recipient list; longer ones have a separator at the end of every line. */
const LONGEST_VALUE = 12;
const PEOPLE = new Set(['from', 'to', 'cc', 'bcc', 'attachments']);

/** True where a label that the block lacks follows within a few lines and no gap, so that what stands between is a value. */
function labelFollows(open: OpenBlock, index: number): boolean {
  const spaced = open.fields.length >= 2 && Boolean(open.lines[open.last]?.gap);
  for (let i = index + 1; i < open.lines.length && i <= index + LONGEST_VALUE; i += 1) {
    const line = open.lines[i];
    if (!line || line.furniture) continue;
    const found = labelledValues(line, { fuzzy: false, bare: false })[0];
    // Where each line of the head is set apart, so is the next label; but no value has a gap within.
    if (line.gap && !(found && spaced)) return false;
    if (!found) continue;
    return isCoreField(found.field) && !open.fields.some((entry) => entry.field === found.field);
  }
  return false;
}

/** True where a list of people goes on behind a gap, as where every line of a head is set apart, and a label is still to come. */
function listGoesOn(open: OpenBlock, index: number): boolean {
  const [line, next] = [open.lines[index], open.lines[index + 1]];
  const value = open.fields.at(-1)?.value ?? '';
  if (!line || !next || open.fields.length < 2 || !open.lines[open.last]?.gap) return false;
  const found = labelledValues(next, { fuzzy: false, bare: false })[0];
  if (!found || !isCoreField(found.field) || open.fields.some((entry) => entry.field === found.field))
    return false;
  return /[;,]$/.test(value) || /^[<['"]|@|;/.test(line.text.trim());
}

/** Left edge of the block's values where they stand in a column of their own; null otherwise. */
function valueColumn(open: OpenBlock): number | null {
  const xs = open.values.flatMap((entry) => (entry.valueX === null ? [] : [entry.valueX]));
  const [x] = xs;
  if (x === undefined) return null;
  return xs.every((other) => Math.abs(other - x) < 4) ? x : null;
}

/** True where a line of plain text is indented to about where the value above begins. */
function isIndented(open: OpenBlock, field: HeaderField, line: Line): boolean {
  const label = open.lines[field.line]?.text ?? '';
  const left = /^\s*/.exec(label)?.[0].length ?? 0;
  const indent = /^\s*/.exec(line.text)?.[0].replace(/\t/g, '        ').length ?? 0;
  const value = Math.max(label.indexOf(field.value.slice(0, 12), left + 1), left + 4);
  return indent >= left + 2 && indent <= Math.max(value + 4, left + 16);
}

/** The farthest right that text reaches near the line: a line that ends well before it was not wrapped. */
function rightEdge(lines: Line[], index: number): number {
  const page = lines[index]?.page;
  let edge = 0;
  for (let i = Math.max(0, index - 60); i < lines.length && i < index + 60; i += 1) {
    const line = lines[i];
    if (line?.box && line.page === page && !line.furniture) edge = Math.max(edge, line.box.x1);
  }
  return edge;
}

function firstWord(text: string): string {
  return /^\s*(\S+)/.exec(text)?.[1] ?? '';
}

/** True where `above` was broken because the first word of `line` had no room on it. */
export function isWrapped(lines: Line[], above: Line, index: number): boolean {
  const line = lines[index];
  if (!line) return false;
  const word = firstWord(line.text);
  if (above.box && line.box) {
    const width = (line.box.x1 - line.box.x0) / Math.max(1, line.text.length);
    return above.box.x1 + width * (word.length + 1) > rightEdge(lines, index) - 2;
  }
  const longest = Math.max(
    72,
    ...lines.slice(Math.max(0, index - 40), index + 40).map((near) => near.text.length),
  );
  return above.text.length + word.length + 1 > Math.min(longest, 100);
}

/** True where line `index`, which carries no label, goes on with the value of the block's last field. */
export function continuesValue(open: OpenBlock, index: number): boolean {
  const line = open.lines[index];
  const above = open.lines[open.last];
  const field = open.fields.at(-1);
  if (!line || !above || !field) return false;
  const turned = line.page !== above.page;
  if (line.gap) {
    // Rows of a table stand far apart: a value under its label, with the next label as far below.
    if (PEOPLE.has(field.field) && listGoesOn(open, index)) return true;
    const next = open.lines[index + 1];
    const found = next ? labelledValues(next, { fuzzy: false, bare: false })[0] : undefined;
    return (
      field.value === '' &&
      Boolean(next?.gap && found && isCoreField(found.field)) &&
      field.line === index - 1
    );
  }
  const value = field.value;
  const column = valueColumn(open);
  if (column !== null && line.box) {
    const label = open.lines[field.line]?.box?.x0 ?? column;
    if (column - label > 8 && Math.abs(line.box.x0 - column) < 4) return true;
  }
  if (line.box === null && isIndented(open, field, line)) return true;
  if (PEOPLE.has(field.field)) {
    if (/[;,]$/.test(value) && field.field !== 'from' && /[@;<[]|^[^.!?]{2,60}$/.test(line.text)) return true;
    if (/[<[(][^>\])]*$/.test(value) && value !== '') return true;
    if (/^\s*[<[]\S*@/.test(line.text)) return true;
    if (field.field !== 'from' && /[@;<]/.test(line.text) && isWrapped(open.lines, above, index)) return true;
  }
  if (labelFollows(open, index)) return value !== '' || field.line === index - 1;
  if (turned) return false;
  if (field.field !== 'subject' || value === '') return false;
  const after = open.lines[index + 1];
  return isWrapped(open.lines, above, index) && (after === undefined || after.gap || after.furniture);
}
