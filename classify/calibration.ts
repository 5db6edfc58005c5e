import { CELLS, FIELDS } from './answers.ts';
import { applyHead, type Head, trainHead } from './head.ts';
import { PENALTIES } from './training-settings.ts';
import { applyTrees, growTrees, type Tree } from './trees.ts';

/** What makes probabilities of the cells from their scores: a linear layer, and trees that correct it. */
export interface Calibration {
  head: Head;
  /** Inputs are numbered as in `factNames`. */
  trees: Tree[];
}

/** Keeps the logarithm of a probability within reach of the trees. */
const SMALLEST = 1e-7;

const logarithms = (shares: Float64Array): Float64Array => shares.map((share) => Math.log(share + SMALLEST));

/** Trains both layers. `facts` are those of `factsOf`, with left-out scores; they begin with the scores of the cells. */
export function trainCalibration(
  facts: readonly Float32Array[],
  cells: readonly number[],
  worths: readonly number[],
): Calibration {
  const width = CELLS.length;
  const scores = facts.map((row) => [...row.subarray(0, width)]);
  const head = trainHead(scores, cells, width, PENALTIES.head, worths);
  const start = new Float64Array(facts.length * width);
  const holds = new Uint8Array(start.length);
  for (const [item, row] of scores.entries()) {
    start.set(logarithms(applyHead(head, row)), item * width);
    holds[item * width + cells[item]!] = 1;
  }
  return { head, trees: growTrees(facts, start, holds, worths, 'one') };
}

/** Probabilities of the cells for one item. */
export function applyCalibration({ head, trees }: Calibration, facts: Float32Array): Float64Array {
  return applyTrees(trees, facts, logarithms(applyHead(head, facts)), 'one');
}

/** Names of what the fields' trees may ask: the fields' scores, and what those of the cells may. */
export function fieldFactNames(names: readonly string[]): string[] {
  return [...FIELDS.map((field) => `score:${field}`), ...names];
}

/** The facts of an item in the order of `fieldFactNames`. */
export function fieldFactsOf(scores: ArrayLike<number>, facts: Float32Array): Float32Array {
  const all = new Float32Array(scores.length + facts.length);
  all.set(scores);
  all.set(facts, scores.length);
  return all;
}

/** Trees that make probabilities of the fields' left-out scores; `holds` is 1 where a field holds of an item. */
export function trainFieldTrees(
  facts: readonly Float32Array[],
  holds: Uint8Array,
  worths: readonly number[],
): Tree[] {
  const start = new Float64Array(holds.length);
  for (const [item, row] of facts.entries()) start.set(oddsOf(row), item * FIELDS.length);
  return growTrees(facts, start, holds, worths, 'each');
}

/** Probabilities of the fields for one item, each for itself. */
export function applyFieldTrees(trees: readonly Tree[], facts: Float32Array): Float64Array {
  return applyTrees(trees, facts, oddsOf(facts), 'each');
}

/** Log-odds of the fields from their scores, which were fitted to 1 and -1. */
function oddsOf(facts: Float32Array): Float64Array {
  const odds = new Float64Array(FIELDS.length);
  for (let at = 0; at < odds.length; at += 1) {
    const held = Math.max(-LARGEST_SCORE, Math.min(LARGEST_SCORE, facts[at]!));
    odds[at] = Math.log((1 + held) / (1 - held));
  }
  return odds;
}

const LARGEST_SCORE = 0.98;
