/** `[start, end)` in UTF-16 units. */
export interface Span {
  start: number;
  end: number;
}

/** Fewer words than this of a quote's beginning could stand anywhere, so they are not taken for it. */
const FEWEST_WORDS = 4;

/** Between two words: white space, and the marks a mail program puts before quoted lines. */
const GAP = '(?:\\s|^[>|]+)+';

function pattern(words: string[]): RegExp {
  return new RegExp(words.map((word) => word.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')).join(GAP), 'm');
}

function search(text: string, words: string[]): Span | null {
  if (words.length === 0) return null;
  const found = pattern(words).exec(text);
  return found === null ? null : { start: found.index, end: found.index + found[0].length };
}

/**
 * Where `quote` stands in `text`, word for word, whatever the white space between the words; null where it does not.
 * Nothing else is forgiven: a quote that is nearly there is not there.
 */
export function findQuote(text: string, quote: string): Span | null {
  const exact = quote.trim() === '' ? -1 : text.indexOf(quote);
  if (exact >= 0) return { start: exact, end: exact + quote.length };
  return search(text, quote.split(/\s+/).filter(Boolean));
}

/** Two pages over which a quote runs on. */
export interface SplitQuote {
  head: Span;
  tail: Span;
}

/** Where a quote that begins at the foot of one page goes on at the head of the next: the longest beginning that leaves an end. */
export function findSplitQuote(text: string, next: string, quote: string): SplitQuote | null {
  const words = quote.split(/\s+/).filter(Boolean);
  for (let taken = words.length - 1; taken >= FEWEST_WORDS; taken--) {
    const head = search(text, words.slice(0, taken));
    if (head === null) continue;
    const tail = search(next, words.slice(taken));
    return tail === null ? null : { head, tail };
  }
  return null;
}
