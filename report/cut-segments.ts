import type { QuotePlace, Segment } from './audit.ts';
import type { Span } from './find-quote.ts';

/** A quote's place in a text. `place` is null where it only goes on here, having begun elsewhere. */
export interface Mark extends Span {
  place: QuotePlace | null;
}

/**
 * Cuts `[start, end)` of a text at the borders of its marks. The segments' texts together are the stretch, unchanged;
 * marks may overlap, and one that begins before the stretch goes on in it.
 */
export function cutSegments(text: string, marks: readonly Mark[], start = 0, end = text.length): Segment[] {
  const within = marks.filter((mark) => mark.start < end && mark.end > start);
  const borders = new Set([start, end]);
  for (const mark of within) {
    borders.add(Math.max(mark.start, start));
    borders.add(Math.min(mark.end, end));
  }
  const cuts = [...borders].sort((a, b) => a - b);
  return cuts.slice(0, -1).map((from, i) => {
    const to = cuts[i + 1] ?? end;
    const places = within.filter((mark) => mark.start === from).map((mark) => mark.place);
    return {
      text: text.slice(from, to),
      marked: within.some((mark) => mark.start <= from && mark.end >= to),
      quotes: places.filter((place) => place !== null),
    };
  });
}
