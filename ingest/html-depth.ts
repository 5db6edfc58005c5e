import { Parser } from 'htmlparser2';

/** Characters that are looked at in one go, so that a page is left soon after it proves too deep. */
const STRIDE = 4096;

/** True where a page has more tags than this: only such a one can be nested deeper. */
function hasMoreTags(html: string, count: number): boolean {
  let at = -1;
  for (let found = 0; found <= count; found += 1) {
    at = html.indexOf('<', at + 1);
    if (at === -1) return false;
  }
  return true;
}

/**
 * True where a page's elements are nested deeper than `levels`. The parser moves all open elements for each that opens, so
 * that its time grows with the square of them; here it is stopped at the limit. Linear in the length of the page.
 */
export function nestsDeeper(html: string, levels: number): boolean {
  if (!hasMoreTags(html, levels)) return false;
  let [open, deepest] = [0, 0];
  const parser = new Parser({
    onopentagname() {
      open += 1;
      if (open > deepest) deepest = open;
    },
    onclosetag() {
      open -= 1;
    },
  });
  for (let at = 0; at < html.length && deepest <= levels; at += STRIDE)
    parser.write(html.slice(at, at + STRIDE));
  return deepest > levels;
}
