/** Where a glyph stands and how far it moves the pen, in thousandths of the letters' size. */
export interface GlyphPosition {
  xAdvance: number;
  xOffset: number;
  yOffset: number;
  /** What the glyph by itself moves the pen; `xAdvance` differs where it is drawn nearer to the next. */
  advanceWidth: number;
}

export interface Glyph {
  id: number;
  advanceWidth: number;
  codePoints: number[];
}

export interface GlyphRun {
  glyphs: readonly Glyph[];
  positions: readonly GlyphPosition[];
  advanceWidth: number;
}

/** What is used of a font of the library beyond its published types; the version is pinned for its sake. */
export interface ShapedFont {
  id: string;
  layoutCached: (word: string) => GlyphRun;
  layout: (text: string, features?: unknown, onlyWidth?: boolean) => Partial<GlyphRun>;
}

/** A space ends a word, and digits are shaped by themselves that have digits or the word's ends around them. */
const CUT = /(?<=[^ ])(?= $)|(?<=(?:^|\d)\d)(?=\d(?:\d| ?$))/;
/** Whether a face shapes the pieces as it shapes the whole is tried with these. */
const TRIED = ['0123456789', '9876543210', '1357902468', 'Wavy ', 'Tf. ', '11:47, '];

function joinRuns(runs: readonly GlyphRun[]): GlyphRun {
  const positions = runs.flatMap((run) => run.positions);
  // Added up glyph by glyph, as the library does: sums of fractions depend on their order.
  const advanceWidth = positions.reduce((sum, { xAdvance }) => sum + xAdvance, 0);
  return { glyphs: runs.flatMap(({ glyphs }) => glyphs), positions, advanceWidth };
}

function isSame(a: GlyphRun, b: GlyphRun): boolean {
  return (
    a.advanceWidth === b.advanceWidth &&
    a.glyphs.length === b.glyphs.length &&
    a.glyphs.every(({ id }, i) => id === b.glyphs[i]?.id) &&
    JSON.stringify(a.positions) === JSON.stringify(b.positions)
  );
}

/** A word with the space behind it, or without. */
function* wordsOf(text: string): Generator<string> {
  let begin = 0;
  for (let end = 0; end < text.length; end += 1) {
    const code = text.charCodeAt(end);
    if (code !== 0x20 && code !== 0x09) continue;
    yield text.slice(begin, end + 1);
    begin = end + 1;
  }
  if (begin < text.length) yield text.slice(begin);
}

/**
 * Shaping a word takes a tenth of a millisecond and more, and a report has thousands of numbers that stand in it once. A word is
 * therefore put together of pieces that are shaped once each, where the face has no rule that looks over the cuts; the
 * glyphs and their places are those of the whole word.
 */
export function shapeByPieces(font: ShapedFont): void {
  const shape = font.layoutCached.bind(font);
  const layout = font.layout.bind(font);
  const known = new Map<string, GlyphRun>();
  const inPieces = (word: string): GlyphRun => {
    const pieces = word.split(CUT);
    return pieces.length === 1 ? shape(word) : joinRuns(pieces.map(shape));
  };
  if (!TRIED.every((word) => isSame(shape(word), inPieces(word)))) return;
  font.layoutCached = (word) => {
    let run = known.get(word);
    if (run === undefined) {
      run = inPieces(word);
      known.set(word, run);
    }
    return run;
  };
  font.layout = (text, features, onlyWidth = false) => {
    if (features !== undefined && features !== null) return layout(text, features, onlyWidth);
    let advanceWidth = 0;
    const runs: GlyphRun[] = [];
    for (const word of wordsOf(text)) {
      const run = font.layoutCached(word);
      advanceWidth += run.advanceWidth;
      runs.push(run);
    }
    if (onlyWidth) return { advanceWidth };
    return {
      glyphs: runs.flatMap(({ glyphs }) => glyphs),
      positions: runs.flatMap(({ positions }) => positions),
      advanceWidth,
    };
  };
}
