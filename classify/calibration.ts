import { CELLS } from './answers.ts';
import { applyHead, type Head, trainHead } from './head.ts';
import { PENALTIES } from './training-settings.ts';
import { applyTrees, growTrees, SMALLEST, type Tree } from './trees.ts';

/** What makes probabilities of the cells from their scores: a linear layer, and trees that correct it. */
export interface Calibration {
  head: Head;
  /** Inputs are numbered as in `factNames`. */
  trees: Tree[];
}

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
  for (const [item, row] of scores.entries())
    start.set(
      applyHead(head, row).map((share) => Math.log(share + SMALLEST)),
      item * width,
    );
  return { head, trees: growTrees(facts, start, cells, width, worths) };
}

/** Probabilities of the cells for one item. */
export function applyCalibration({ head, trees }: Calibration, facts: Float32Array): Float64Array {
  return applyTrees(trees, facts, applyHead(head, facts));
}
