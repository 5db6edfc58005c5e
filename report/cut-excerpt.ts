import type { Segment } from './audit.ts';

/** A message up to this length is printed whole. In UTF-16 units, as all lengths here. */
const WHOLE = 1400;
/** What is kept of a message's beginning, and beside each quote, where it is longer. */
const BEGINNING = 500;
const BESIDE = 260;

export const LEFT_OUT = ' […] ';

/** The beginning of a text up to the end of a word. */
function head(text: string, length: number): string {
  if (text.length <= length) return text;
  const cut = text.slice(0, length);
  return cut.slice(0, Math.max(cut.lastIndexOf(' '), cut.lastIndexOf('\n'), length / 2));
}

/** The end of a text from the beginning of a word. */
function tail(text: string, length: number): string {
  if (text.length <= length) return text;
  const cut = text.slice(-length);
  const space = cut.search(/\s/);
  return space === -1 || space > length / 2 ? cut : cut.slice(space + 1);
}

function shortened(text: string, isFirst: boolean, isLast: boolean): string {
  const before = isFirst ? BEGINNING : BESIDE;
  const after = isLast ? 0 : BESIDE;
  if (text.length <= before + after + LEFT_OUT.length) return text;
  return `${head(text, before)}${LEFT_OUT}${after === 0 ? '' : tail(text, after)}`;
}

/** A long text cut down to its beginning and to what stands around its quotes; `[…]` marks what is left out. */
export function cutExcerpt(segments: readonly Segment[]): Segment[] {
  const length = segments.reduce((sum, { text }) => sum + text.length, 0);
  if (length <= WHOLE) return [...segments];
  return segments.map((segment, i) =>
    segment.marked
      ? segment
      : { ...segment, text: shortened(segment.text, i === 0, i === segments.length - 1) },
  );
}
