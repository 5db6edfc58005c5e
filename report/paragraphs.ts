/** A stretch of a text: `[start, end)` in UTF-16 units. */
export interface Stretch {
  start: number;
  end: number;
}

/**
 * The end of a sentence and the empty lines behind it. A stop behind an initial or two letters with a capital ("J.", "Mr.", "St.")
 * may belong to it: pages written with every second line break names there. "J.P." names somebody by itself.
 */
const BREAK =
  /(?:[!?]|\.(?=["”’)\]])|(?<!(?<![\p{L}.])\p{Lu}\p{Ll}?)\.)["”’)\]]?[ \t]*\r?\n(?:[ \t]*\r?\n)+[ \t]*/gu;

/** Where a paragraph has one of these near its beginning, what stands before it may be the word for a number. */
const FIGURE = /[\d@_█]/;
/** UTF-16 units in which a number begins that belongs to the words before it. */
const NEAR = 24;

/**
 * The paragraphs of a text, in order. Nothing that is masked goes over the border of one, and no word of one is told by those
 * of another: a sentence ends before it, and no number begins behind it. Texts with empty lines elsewhere, such as pages
 * written with every second line, are one paragraph there.
 */
export function paragraphsOf(text: string): Stretch[] {
  const paragraphs: Stretch[] = [];
  let start = 0;
  if (text.includes('\n')) {
    for (const { 0: gap, index } of text.matchAll(BREAK)) {
      const next = index + gap.length;
      if (next === text.length || FIGURE.test(text.slice(next, next + NEAR))) continue;
      paragraphs.push({ start, end: index + /\s*$/.exec(gap)!.index });
      start = next;
    }
  }
  paragraphs.push({ start, end: text.length });
  return paragraphs;
}
