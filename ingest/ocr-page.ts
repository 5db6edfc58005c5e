import { findRedactions } from './find-redactions.ts';
import type { GreyImage } from './grey-image.ts';
import type { OcrLine, Recogniser } from './ocr-engine.ts';
import { readGaps } from './ocr-gaps.ts';
import { layoutWords } from './ocr-layout.ts';
import { boxOnPage, type Placement, placeImage } from './ocr-placement.ts';
import { findSlope, inkShare } from './ocr-skew.ts';
import { keepWords, meanConfidence, weightOf } from './ocr-words.ts';
import type { Page } from './page.ts';

/** What a recogniser found on a page. `blank`: nothing is there; `unread`: something is there, but no words were found. */
export type OcrReading = Pick<
  Page,
  'width' | 'height' | 'method' | 'ocr_confidence' | 'text' | 'chars' | 'runs' | 'redactions'
>;

/** Mean confidence from which on a page is the right way up: upside down it stays below 50, a poor scan above 70. */
const SURE = 70;
/** A page with fewer letters may owe its confidence to chance, in letters weighted by it. */
const SURE_LETTERS = 8;
/** Slopes under this are left to the recogniser, in radians: 0.3 degrees. */
const LEAST_SLOPE = 0.005;
/** Turned pages are tried at half the resolution: enough to tell words from noise, at a third of the time. */
const TRIAL_FACTOR = 2;
/** Share of ink under which a page without words is blank: specks and the shadow of an edge. */
const BLANK_INK = 0.001;

interface Attempt {
  placement: Placement;
  lines: OcrLine[];
}

/** Ways a page may lie, the likeliest first. */
function placements(image: GreyImage): Placement[] {
  const { upended, radians } = findSlope(image);
  const slope = Math.abs(radians) < LEAST_SLOPE ? 0 : -radians;
  const [along, across] = upended ? [1, 0] : [0, 1];
  const ways = [
    { quarters: along, radians: slope },
    { quarters: along + 2, radians: slope },
    { quarters: across, radians: 0 },
    { quarters: across + 2, radians: 0 },
  ];
  return slope === 0 ? ways : [...ways, { quarters: along, radians: 0 }];
}

async function attempt(
  recogniser: Recogniser,
  image: GreyImage,
  placement: Placement,
  factor = 1,
): Promise<Attempt> {
  const lines = await recogniser.recognise(placeImage(image, placement, factor), 'page');
  return { placement, lines: keepWords(lines) };
}

/** Some letters of high confidence: specks may give a sure "l" on a page that lies on its side. */
function isSure({ lines }: Attempt): boolean {
  return meanConfidence(lines) >= SURE && weightOf(lines) >= SURE_LETTERS;
}

function better(a: Attempt, b: Attempt): Attempt {
  return weightOf(b.lines) > weightOf(a.lines) ? b : a;
}

/** Reads the page the way it most likely lies, and where that gives no sure words, the way in which it gives most. */
async function readUpright(recogniser: Recogniser, image: GreyImage): Promise<Attempt> {
  const ways = placements(image);
  const first = await attempt(recogniser, image, ways[0] as Placement);
  if (isSure(first)) return first;
  const placement = await findPlacement(recogniser, image, ways);
  if (placement === first.placement) return first;
  return better(first, await attempt(recogniser, image, placement));
}

/** Tries the ways in which a page may lie, all but the first, and the first only where none of them gives sure words. */
async function findPlacement(
  recogniser: Recogniser,
  image: GreyImage,
  [first, ...others]: Placement[],
): Promise<Placement> {
  const trials: Attempt[] = [];
  for (const way of [...others, first as Placement]) {
    const trial = await attempt(recogniser, image, way, TRIAL_FACTOR);
    if (way !== first && isSure(trial)) return way;
    trials.push(trial);
  }
  return trials.reduce(better).placement;
}

/** Reads the picture of a page. Throws where the recogniser breaks. */
export async function readByOcr(recogniser: Recogniser, image: GreyImage): Promise<OcrReading> {
  const scale = 72 / image.dpi;
  const size = { width: image.width * scale, height: image.height * scale };
  const upright = await readUpright(recogniser, image);
  const { placement } = upright;
  const gaps = await readGaps(recogniser, placeImage(image, placement, 1), upright.lines);
  const lines = [...upright.lines, ...gaps];
  const { text, runs } = layoutWords(lines, scale, boxOnPage(image, placement));
  const chars = text.replace(/\s/g, '').length;
  if (chars === 0) {
    const method = inkShare(image) < BLANK_INK ? 'blank' : 'unread';
    return { ...size, method, ocr_confidence: null, text: '', chars: 0, runs: [], redactions: 0 };
  }
  return {
    ...size,
    method: 'ocr',
    ocr_confidence: meanConfidence(lines),
    text,
    chars,
    runs,
    redactions: findRedactions(text).length,
  };
}
