import { areaOf, type Box, join, shareInside } from './box.ts';
import { codesOnBox, isRedactionLabel } from './find-redactions.ts';
import type { RedactionBox } from './page.ts';
import { type Cover, findHidden, type HiddenChar, listCovers, mayHideText } from './redaction-hidden.ts';
import type { PageLook, PlacedChar } from './redaction-look.ts';
import { DARK, shadeOf } from './redaction-shade.ts';

/** What hides something on a page, and the characters that are hidden. */
export interface Covered {
  boxes: RedactionBox[];
  hidden: HiddenChar[];
}

/** A box over a word is larger than this; smaller ones are ticks, bullets and rules. Points. */
const MIN_WIDTH = 10;
const MIN_HEIGHT = 5;
/** Lower than this, a long box is a rule between paragraphs. */
const RULE_HEIGHT = 7.5;
const RULE_LENGTH = 20;
/** A band from edge to edge that is lower than this share of the page is decoration. */
const BAND = 0.15;
/** Share of a black box that is black in the picture of the page; a frame is drawn as a black box with a white one in it. */
const FILLED = 0.85;
/** With something written on it in white, less is black. */
const FILLED_WRITTEN = 0.5;
/** Two boxes that share this much are one, drawn twice. */
const SAME = 0.9;

function isDecoration({ x0, y0, x1, y1 }: Box, { width, height }: PageLook): boolean {
  const [wide, high] = [x1 - x0, y1 - y0];
  if (wide < MIN_WIDTH || high < MIN_HEIGHT) return true;
  if (high < RULE_HEIGHT && wide > RULE_LENGTH * high) return true;
  const [across, along] = [x0 <= 2 && x1 >= width - 2, y0 <= 2 && y1 >= height - 2];
  return (across && high < BAND * height) || (along && wide < BAND * width);
}

/** The words that were written on a box after it was drawn. */
function wordsOn(cover: Cover, chars: PlacedChar[], hidden: Set<PlacedChar>): string {
  return chars
    .filter((char) => char.order > cover.order && !hidden.has(char) && shareInside(char.ink, cover.box) > 0.5)
    .map(({ char }) => char)
    .join('');
}

function looksFilled(look: PageLook, { box }: Cover, words: string): boolean {
  const shade = shadeOf(look.pixels(), box, look.width, look.height);
  return shade !== null && shade.dark >= (words === '' ? FILLED : FILLED_WRITTEN);
}

/** Boxes that stand where something was taken out: black ones, and those of any colour with an exemption written on them. */
function bareBoxes(look: PageLook, rectangles: Cover[], hidden: Set<PlacedChar>): RedactionBox[] {
  return rectangles.flatMap((cover): RedactionBox[] => {
    const black = cover.grey !== null && cover.grey < DARK;
    const words = wordsOn(cover, look.chars(), hidden);
    const codes = codesOnBox(words);
    if (codes === null || (!black && words === '')) return [];
    if (black && !looksFilled(look, cover, words)) return [];
    return [{ ...cover.box, kind: black ? 'black' : 'white', codes }];
  });
}

/** A cover over this share of the page was hardly drawn for the few words it hides: their own place is the box. */
const LARGE_COVER = 0.25;

function isLoose({ by, box }: HiddenChar, { width, height }: PageLook): boolean {
  return by === 'scan' || (by !== 'redact' && areaOf(box) > LARGE_COVER * width * height);
}

function hidingBox({ by, box }: HiddenChar): RedactionBox {
  if (by === 'redact') return { ...box, kind: 'annotation', codes: [] };
  if (by === 'scan') return { ...box, kind: 'black', codes: [] };
  if (by.source === 'annotation') return { ...box, kind: 'annotation', codes: [] };
  return { ...box, kind: (by.grey ?? 0) < DARK ? 'black' : 'white', codes: [] };
}

/** Boxes that are the same or lie in one another are one. */
function withoutDoubles(boxes: RedactionBox[]): RedactionBox[] {
  const kept: RedactionBox[] = [];
  for (const box of boxes) {
    const other = kept.find((one) => shareInside(box, one) > SAME || shareInside(one, box) > SAME);
    if (other)
      Object.assign(other, join(other, box), { codes: [...new Set([...other.codes, ...box.codes])] });
    else kept.push({ ...box });
  }
  return kept;
}

/** Letters side by side that have no box of their own are under one. */
function joinBeside(boxes: RedactionBox[]): RedactionBox[] {
  const joined: RedactionBox[] = [];
  for (const box of boxes) {
    const last = joined.at(-1);
    const high = box.y1 - box.y0;
    const beside =
      last && Math.abs(last.y0 - box.y0) < high / 2 && box.x0 - last.x1 < high && last.x0 - box.x1 < high;
    if (beside) Object.assign(last, join(last, box));
    else joined.push({ ...box });
  }
  return joined;
}

/** Whether what is hidden says something, and more than that it was taken out; each box for itself. */
export function tellsSomething(hidden: HiddenChar[]): boolean {
  const words = new Map<string, string>();
  for (const { char, by, box } of hidden) {
    const key = by === 'scan' ? 'scan' : [box.x0, box.y0, box.x1, box.y1].join(' ');
    words.set(key, (words.get(key) ?? '') + char.char);
  }
  return [...words.values()].some((text) => !isRedactionLabel(text));
}

/**
 * What was taken out of a page or hidden on it. Looks at single letters and at the picture only where
 * there is a reason to. `hasMarks` is true where a redaction mark stands in the page's text.
 */
export function findCovered(look: PageLook, hasMarks: boolean): Covered {
  const covers = listCovers(look);
  const rectangles = look.painted
    .filter(
      ({ kind, opaque, rectangular, box, grey }) =>
        (kind === 'fill' || kind === 'line') &&
        opaque &&
        rectangular &&
        (hasMarks || (grey !== null && grey < DARK)) &&
        !isDecoration(box, look),
    )
    .map(({ box, order, grey }): Cover => ({ box, order, grey, source: 'fill' }));
  const hidden = mayHideText(look, covers) ? findHidden(look, covers) : [];
  const unapplied = look.notes
    .filter(({ kind }) => kind === 'redact')
    .map(({ box }): RedactionBox => ({ ...box, kind: 'annotation', codes: [] }));
  const loose = hidden
    .filter((one) => isLoose(one, look))
    .map((one) => hidingBox({ ...one, box: one.char.cell }));
  const hiding = hidden.filter((one) => !isLoose(one, look)).map(hidingBox);
  const bare = bareBoxes(look, rectangles, new Set(hidden.map(({ char }) => char)));
  return { boxes: withoutDoubles([...unapplied, ...hiding, ...joinBeside(loose), ...bare]), hidden };
}
