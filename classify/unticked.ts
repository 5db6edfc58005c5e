/** A box of a form, or brackets for one, with what stands in it where it is ticked; the last are those of Wingdings. */
const BOX = /\[[ _]{0,3}([xX✓✔]?)[ _]{0,3}\]|\([ _]{1,3}\)|\(([xX✓✔])\)|[☐☑☒□\uF0A8\uF06F\uF0FE\uF078]/g;
const TICKED = /[xX✓✔☑☒\uF0FE\uF078]/;

/** Places of a text from `start` up to, not including, `end`. */
export interface Stretch {
  start: number;
  end: number;
}

/**
 * What a form leaves unticked, and so does not say: the words from an empty box to the next one or to the end of the line.
 * Where a line begins with words and ends with a box, each box belongs to the words before it. Of a form without any tick
 * nothing is left out: ticks are often lost in a scan.
 */
export function findUnticked(text: string): Stretch[] {
  if (!/[[(☐□\uF0A8\uF06F]/.test(text)) return [];
  const found: Stretch[] = [];
  let ticks = 0;
  let from = 0;
  for (const line of text.split('\n')) {
    const boxes = [...line.matchAll(BOX)];
    const [first] = boxes;
    const last = boxes.at(-1);
    const leads =
      first !== undefined &&
      last !== undefined &&
      line.slice(0, first.index).trim() !== '' &&
      line.slice(last.index + last[0].length).trim() === '';
    for (const [at, box] of boxes.entries()) {
      if (TICKED.test(box[0])) {
        ticks += 1;
        continue;
      }
      const before = boxes[at - 1];
      const start = leads ? (before ? before.index + before[0].length : 0) : box.index + box[0].length;
      const end = leads ? box.index : (boxes[at + 1]?.index ?? line.length);
      found.push({ start: from + start, end: from + end });
    }
    from += line.length + 1;
  }
  return ticks > 0 ? found : [];
}

/** Number of the first of the stretches, which come in order, that ends behind a place. */
export function firstEndingBehind(stretches: readonly Stretch[], place: number): number {
  let [low, high] = [0, stretches.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (stretches[middle]!.end <= place) low = middle + 1;
    else high = middle;
  }
  return low;
}
