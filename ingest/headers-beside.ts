import type { HeaderBlock, HeaderField } from './headers-block.ts';
import { isCoreField, matchLabel } from './headers-labels.ts';
import { parseDate } from './normalize-date.ts';
import type { Line } from './segment-lines.ts';

/** Lines that a head with its labels beside the sender takes at most: sender, time and the four labels, values wrapped. */
const TALLEST = 10;

function pieces(line: Line): string[] {
  return line.text.split(/\t|\s{3,}/).map((piece) => piece.trim());
}

interface Beside {
  field: HeaderField;
  /** What stands left of the label. */
  left: string;
}

/**
 * A label without colon behind the line's first column, or at its start. The column of the labels may be so narrow that
 * the value follows the longest of them as the next word.
 */
function labelBeside(line: Line, index: number): Beside | null {
  const parts = pieces(line);
  for (const at of [0, 1]) {
    const word = parts[at] ?? '';
    const match = matchLabel(word, { bare: true });
    const whole = match?.length === word.length;
    if (!match || match.colon || match.weak || !(whole || match.loose) || !isCoreField(match.field)) continue;
    const { field, label, languages } = match;
    const value = [word.slice(match.length), ...parts.slice(at + 1)].join(' ').trim();
    return { field: { field, label, value, languages, line: index }, left: at === 1 ? (parts[0] ?? '') : '' };
  }
  return null;
}

/** Points, or characters of plain text, that a wrapped value stands right of the sender. */
const INDENT = { points: 60, chars: 10 };

function isIndentedBelow(opening: Line, line: Line): boolean {
  if (opening.box && line.box) return line.box.x0 > opening.box.x0 + INDENT.points;
  return (/^\s*/.exec(line.text)?.[0].length ?? 0) > INDENT.chars;
}

/**
 * The head of a Lotus Notes print: the sender with the time below at the left, and beside them a column of labels without
 * colons, `To`, `cc`, `Subject`, with their values. Null where the lines are none.
 */
export function readBeside(lines: Line[], index: number): HeaderBlock | null {
  const opening = lines[index];
  if (!opening || opening.furniture) return null;
  const first = labelBeside(opening, index);
  if (first?.field.field !== 'to' || first.left === '' || /[.!?]$/.test(first.left)) return null;
  const fields: HeaderField[] = [
    { field: 'from', label: '', value: first.left, languages: [], line: index },
    first.field,
  ];
  let last = index;
  for (let i = index + 1; i < lines.length && i < index + TALLEST; i += 1) {
    const line = lines[i];
    if (!line || line.furniture || line.page !== opening.page) break;
    const beside = labelBeside(line, i);
    const left = beside ? beside.left : (pieces(line)[0] ?? '');
    const date = parseDate(left);
    const stamp = Boolean(date?.timed && date.rest <= 2);
    if (!beside && !stamp) {
      const field = fields.at(-1);
      if (!field || (field.field === 'subject' && line.gap) || !isIndentedBelow(opening, line)) break;
      field.value = `${field.value} ${line.text.trim()}`;
      last = i;
      continue;
    }
    if (fields.at(-1)?.field === 'subject') break;
    if (stamp) fields.push({ field: 'date', label: '', value: left, languages: [], line: i });
    if (beside && fields.some((field) => field.field === beside.field.field)) break;
    if (beside) fields.push(beside.field);
    last = i;
  }
  if (!['date', 'subject'].every((name) => fields.some((field) => field.field === name))) return null;
  const left = opening.box?.x0 ?? null;
  const style = {
    layout: 'headless' as const,
    contrast: null,
    size: opening.size,
    left,
    order: 'from to date subject',
    labels: '',
  };
  return { first: index, last, fields, headless: true, style };
}
