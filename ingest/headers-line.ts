import { type LabelMatch, matchLabel } from './headers-labels.ts';
import { normalizeDate } from './normalize-date.ts';
import type { Line } from './segment-lines.ts';

/** A label on a line and the value that stands behind it on the same line. */
export interface LabelledValue extends LabelMatch {
  value: string;
  /** Left edge of the value in points; null where it is in the label's run or the line has no runs. */
  valueX: number | null;
  /** True where a tab or at least two spaces stand between label and value. */
  spaced: boolean;
  /** True where the value's face differs from the label's; null where unknown. */
  contrast: boolean | null;
}

/** Canonical labels as they are fused into one line by extraction: `From:Sent: Tuesday…PMTo:`. */
const FUSED =
  /(?<=[^\s-])(?=(?:From|Sent|To|Cc|CC|Bcc|Date|Subject|Attachments|Importance) ?:)|(?<=\s)(?=(?:From|Sent|To|Cc|CC|Bcc|Date|Subject|Attachments|Importance) ?:)/;

function place(line: Line, offset: number): { valueX: number | null; contrast: boolean | null } {
  const from = line.start + offset;
  const label = line.runs[0];
  const value = line.runs.find((run) => run.start >= from - 1 && run !== label);
  if (!label || !value) return { valueX: null, contrast: null };
  return { valueX: value.x0, contrast: value.font !== label.font };
}

/** A label without a colon is one where its run stands apart: `From` in bold, a space, the name. */
function bareByRun(line: Line): LabelMatch | null {
  const [label, value] = line.runs;
  if (!label || !value || label.font === value.font) return null;
  const word = line.text.slice(label.start - line.start, label.end - line.start);
  if (label.start !== line.start || !/^\p{L}/u.test(word)) return null;
  const match = matchLabel(word, { bare: true });
  return match && !match.colon ? { ...match, length: label.end - line.start } : null;
}

/** Points of white space behind which a stamp in the margin stands and no longer the value. */
const MARGIN_GAP = 50;

/** Cuts off what stands far right of a value on its line: an exemption code or a stamp in the margin. */
function withoutMargin(line: Line, value: string, offset: number): string {
  for (const gap of value.matchAll(/\s*\t\s*| {10,}/g)) {
    const [before, behind] = [value.slice(0, gap.index), value.slice(gap.index + gap[0].length)];
    if (/[;,]$/.test(before) || /^[;,.]|[@<]/.test(behind) || !/[\p{L}\p{N}]{2}/u.test(before)) continue;
    const at = line.start + offset + gap.index;
    const left = line.runs.findLast((run) => run.end <= at + 1);
    const right = line.runs.find((run) => run.start >= at + gap[0].length);
    const wide = left && right ? right.x0 - left.x1 > MARGIN_GAP : gap[0].length >= 10;
    if (wide) return before.replace(/\s*\t\s*/g, ' ');
  }
  return value.replace(/\s*\t\s*/g, ' ');
}

/**
 * The labels that a line carries with their values, in order; empty where it does not begin with one.
 * Most lines have one; fused blocks and two-column heads have several.
 */
export function labelledValues(line: Line, options: { fuzzy: boolean; bare: boolean }): LabelledValue[] {
  const first =
    matchLabel(line.text, { fuzzy: options.fuzzy, bare: options.bare }) ??
    (options.bare ? bareByRun(line) : null);
  if (!first) return [];
  // A word that stands alone is no label: initials under a note may read "TO".
  if (!first.colon && line.text.slice(first.length).trim() === '') return [];
  // "Sent from my iPhone" is no date.
  if (first.loose && first.field === 'date' && normalizeDate(line.text) === null) return [];
  const found: LabelledValue[] = [];
  let at = 0;
  // A second label on the line counts only behind a first one, so that "I spoke to Ed. Subject: …" stays prose.
  const pieces = line.text.slice(first.length).split(FUSED);
  const texts = [line.text.slice(0, first.length) + (pieces[0] ?? ''), ...pieces.slice(1)];
  for (const text of texts) {
    const match = at === 0 ? first : matchLabel(text);
    if (!match || (at > 0 && !/\t|\s{2,}$|^\S/.test(line.text[at - 1] ?? ''))) {
      const last = found.at(-1);
      if (last) last.value = `${last.value} ${text}`.trim();
    } else {
      const behind = text.slice(match.length);
      const space = /^\s*/.exec(behind)?.[0] ?? '';
      const position = place(line, at + match.length + space.length);
      found.push({
        ...match,
        value: withoutMargin(line, behind.trim(), at + match.length + space.length),
        spaced: /\t| {2}/.test(space),
        ...position,
      });
    }
    at += text.length;
  }
  return found;
}
