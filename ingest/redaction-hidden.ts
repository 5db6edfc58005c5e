import { areaOf, type Box, intersect, join, shareInside } from './box.ts';
import type { Painted } from './pdfium-painted.ts';
import { imageShare, type PageLook, type PlacedChar } from './redaction-look.ts';
import { DARK, isBlack, isBlank, shadeOf } from './redaction-shade.ts';

/** Something that may hide what is under it. */
export interface Cover {
  box: Box;
  /** In the order of drawing. */
  order: number;
  /** Brightness of its colour; null for an image or an annotation. */
  grey: number | null;
  source: 'fill' | 'image' | 'annotation';
}

/** A character that is in the text layer and cannot be seen, or should not be seen any more. */
export interface HiddenChar {
  char: PlacedChar;
  /** What hides it; `scan` for a box that is part of the scanned image itself. */
  by: Cover | 'redact' | 'scan';
  /** The redaction annotation's box; else the cover's. For a scan the character's own. */
  box: Box;
}

/** Share of a letter's ink that has to lie under a box: boxes drawn by hand cut off a stroke here and there. */
const COVERED = 0.6;
/** Images over this share of the page are the page itself. */
const FULL_PAGE = 0.5;
/** Smaller shapes are rules, ticks and parts of drawings. Points. */
const SMALLEST = 3;
/** Letters that still show: more of them than this share of a stretch and it is not hidden. */
const SHOWING = 0.3;
/** Text this close to its background in brightness cannot be read. */
const SAME_TONE = 40;
/** Part of a letter's cell above and below where neighbouring lines begin. */
const CELL_EDGE = 0.15;

/** Everything that could hide text: filled shapes and images that are not the page itself, shapes drawn by annotations. */
export function listCovers(look: PageLook): Cover[] {
  const { painted, notes } = look;
  const scanned = imageShare(look) >= FULL_PAGE;
  const large = ({ x0, x1, y0, y1 }: Box) => x1 - x0 >= SMALLEST && y1 - y0 >= SMALLEST;
  const isCover = ({ kind, opaque, box }: Painted) => {
    if (!large(box)) return false;
    if (kind === 'image') return !scanned;
    return (kind === 'fill' || kind === 'line') && opaque;
  };
  const drawn = painted.filter(isCover).map(({ box, order, kind, grey }): Cover => {
    const source = kind === 'image' ? 'image' : 'fill';
    return { box, order, source, grey: source === 'image' ? null : grey };
  });
  const laid = notes
    .filter((note) => note.kind === 'drawn' && large(note.box))
    .map(({ box }): Cover => ({ box, order: Number.POSITIVE_INFINITY, grey: null, source: 'annotation' }));
  return [...drawn, ...laid];
}

/** Covered later, or drawn in the colour of the dark ground it stands on (a marker in black, black letters over it). */
function mayHide(cover: Cover, text: { order: number; grey: number | null }): boolean {
  if (cover.order > text.order) return true;
  const { grey } = cover;
  return grey !== null && grey < DARK && text.grey !== null && Math.abs(grey - text.grey) < SAME_TONE;
}

/** True where a look at single letters is worth its cost. */
export function mayHideText(look: PageLook, covers: Cover[]): boolean {
  const texts = look.painted.filter(({ kind }) => kind === 'text');
  if (texts.length === 0) return false;
  if (look.notes.some(({ kind }) => kind === 'redact') || imageShare(look) >= FULL_PAGE) return true;
  return covers.some((cover) =>
    texts.some((text) => mayHide(cover, text) && areaOf(intersect(cover.box, text.box)) > 0),
  );
}

interface Candidate {
  char: PlacedChar;
  cover: Cover;
}

/** Something drawn over the cover later says nothing of what lies under it. */
function isOverwritten({ char, cover }: Candidate, texts: Painted[]): boolean {
  const place = intersect(char.cell, cover.box);
  return texts.some(
    ({ order, box }) => order > cover.order && order !== char.order && areaOf(intersect(box, place)) > 0,
  );
}

/** Whether the letters of one stretch under one cover cannot be seen: the picture of the page decides. */
function isUnseen(group: Candidate[], look: PageLook, texts: Painted[]): boolean {
  let [showing, told] = [0, 0];
  for (const one of group) {
    if (isOverwritten(one, texts)) continue;
    const place = intersect(one.char.cell, one.cover.box);
    const shade = shadeOf(look.pixels(), place, look.width, look.height);
    if (shade === null) continue;
    told += 1;
    if (!isBlank(shade)) showing += 1;
  }
  if (told > 0) return showing / told <= SHOWING;
  return group.every(({ cover }) => cover.source === 'fill');
}

/** The same words drawn once more over the cover, in the same place: everybody sees them, and the engine lists them once. */
const REDRAWN = 0.9;

function isRedrawn(text: Painted | undefined, cover: Cover, texts: Painted[]): boolean {
  if (!text) return false;
  return texts.some(
    ({ order, box }) =>
      order > cover.order &&
      order !== text.order &&
      shareInside(box, text.box) > REDRAWN &&
      shareInside(text.box, box) > REDRAWN,
  );
}

function underCovers(look: PageLook, covers: Cover[], chars: PlacedChar[]): HiddenChar[] {
  const texts = look.painted.filter(({ kind }) => kind === 'text');
  const hidden: HiddenChar[] = [];
  for (const cover of covers) {
    const groups = new Map<number, Candidate[]>();
    for (const char of chars) {
      if (!mayHide(cover, char) || shareInside(char.ink, cover.box) < COVERED) continue;
      groups.set(char.handle, [...(groups.get(char.handle) ?? []), { char, cover }]);
    }
    for (const [handle, group] of groups) {
      const text = texts.find((one) => one.handle === handle);
      if (isRedrawn(text, cover, texts) || !isUnseen(group, look, texts)) continue;
      hidden.push(...group.map(({ char }): HiddenChar => ({ char, by: cover, box: cover.box })));
    }
  }
  return hidden;
}

/** A black part of a scan narrower than this is a letter of its own, in points. */
const SCANNED_WIDTH = 10;

/** Letters side by side on a line, in the order of reading. */
function gatherBeside(chars: PlacedChar[]): PlacedChar[][] {
  const groups: PlacedChar[][] = [];
  for (const char of chars) {
    const last = groups.at(-1)?.at(-1);
    const high = char.cell.y1 - char.cell.y0;
    const beside =
      last &&
      Math.abs(last.cell.y0 - char.cell.y0) < high / 2 &&
      Math.abs(char.cell.x0 - last.cell.x1) < high;
    if (beside) groups.at(-1)?.push(char);
    else groups.push([char]);
  }
  return groups;
}

function middleOf({ x0, x1, y0, y1 }: Box): Box {
  const edge = CELL_EDGE * (y1 - y0);
  return { x0, x1, y0: y0 + edge, y1: y1 - edge };
}

/** Letters of a scan's text layer where the scan itself is black: the box was put into the image, the layer was left. */
function underScan(look: PageLook, chars: PlacedChar[]): HiddenChar[] {
  if (imageShare(look) < FULL_PAGE) return [];
  const isUnder = (box: Box) => {
    const shade = shadeOf(look.pixels(), box, look.width, look.height);
    return shade !== null && isBlack(shade);
  };
  return gatherBeside(chars.filter(({ cell }) => isUnder(middleOf(cell)))).flatMap((group) => {
    const whole = group.map(({ cell }) => cell).reduce(join);
    if (whole.x1 - whole.x0 < SCANNED_WIDTH || !isUnder(middleOf(whole))) return [];
    return group.map((char): HiddenChar => ({ char, by: 'scan', box: char.cell }));
  });
}

/** Every character of the page that lies under something made to hide it; each once. */
export function findHidden(look: PageLook, covers: Cover[]): HiddenChar[] {
  const chars = look.chars();
  const marked = look.notes.filter(({ kind }) => kind === 'redact');
  const annotated = chars.flatMap((char): HiddenChar[] => {
    const note = marked.find(({ box }) => shareInside(char.ink, box) >= COVERED);
    return note ? [{ char, by: 'redact', box: note.box }] : [];
  });
  const found = [...annotated, ...underCovers(look, covers, chars), ...underScan(look, chars)];
  const seen = new Set<PlacedChar>();
  return found.filter(({ char }) => !seen.has(char) && seen.add(char));
}
