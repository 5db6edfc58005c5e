import { softmaxInPlace } from './head.ts';
import { createRandom } from './random.ts';

/**
 * A tree that asks the same questions of every item: is input `inputs[i]` at least `cuts[i]`? The answers, the first as the
 * lowest bit, number the value that is added to the log-odds of `output`.
 */
export interface Tree {
  output: number;
  inputs: number[];
  cuts: number[];
  values: number[];
}

const ROUNDS = 15;
const RATE = 0.2;
const DEPTH = 3;
/** Share of the inputs that a tree may ask. */
const ASKED = 0.15;
/** Steps into which an input's range is cut, with about as many items in each. */
const STEPS = 32;
/** Items by which an input's range is cut, at most. */
const SAMPLE = 4000;
/** Items, in weights of their squared loss, that have to stand on each side; that are imagined to stand at zero. */
const LEAST = 5;
const HELD = 20;
const LEAST_GAIN = 1;

/** Where outputs are many and each for itself, the questions of a round are chosen by one in so many items, by turns. */
const ONE_IN = 3;

/** Outputs of which one holds of an item, or each for itself. */
export type Outputs = 'one' | 'each';

/**
 * Grows trees that correct `start`, log-odds of the outputs, item by output, which is changed in place; `holds` is 1 where
 * an output holds of an item. Gradient boosting of the multinomial or the logistic loss (Friedman, "Greedy Function Approximation: A Gradient Boosting Machine", 2001) with oblivious trees
 * (Prokhorenkova et al., "CatBoost: unbiased boosting with categorical features", 2018). What is linear has been said
 * before; the trees tell what holds only together, such as a blacked-out word where no offence is named.
 */
export function growTrees(
  rows: readonly Float32Array[],
  start: Float64Array,
  holds: Uint8Array,
  worths: readonly number[],
  outputs: Outputs,
  seed = 1,
): Tree[] {
  const items = rows.length;
  const width = items === 0 ? 0 : holds.length / items;
  const inputs = rows[0]?.length ?? 0;
  const steps = Array.from({ length: inputs }, (_, input) => cutInput(rows, input));
  const usable = steps.flatMap(({ cuts }, input) => (cuts.length === 0 ? [] : [input]));
  const random = createRandom(seed);
  const shares = new Float64Array(holds.length);
  const slopes = new Float32Array(items);
  const bends = new Float32Array(items);
  const trees: Tree[] = [];
  const every = outputs === 'each' ? ONE_IN : 1;
  for (let round = 0; round < ROUNDS; round += 1) {
    sharesOf(start, width, outputs, shares);
    for (let output = 0; output < width; output += 1) {
      for (let item = 0; item < items; item += 1) {
        const share = shares[item * width + output]!;
        slopes[item] = worths[item]! * (share - holds[item * width + output]!);
        bends[item] = worths[item]! * Math.max(share * (1 - share), 1e-6);
      }
      const asked = usable.filter(() => random() < ASKED);
      const grown = growTree(asked, steps, slopes, bends, { first: round % every, every });
      if (grown === null) continue;
      trees.push({ output, ...grown.tree });
      for (let item = 0; item < items; item += 1)
        start[item * width + output]! += grown.tree.values[grown.leaf[item]!]!;
    }
  }
  return trees;
}

/** An input's range: where it is cut, and by item the step in which it lies. */
interface CutInput {
  cuts: number[];
  step: Uint8Array;
}

function cutInput(rows: readonly Float32Array[], input: number): CutInput {
  const every = Math.ceil(rows.length / SAMPLE);
  const sorted = new Float32Array(Math.ceil(rows.length / every));
  for (let at = 0; at < sorted.length; at += 1) sorted[at] = rows[at * every]![input]!;
  sorted.sort();
  const cuts: number[] = [];
  for (let at = 1; at < STEPS; at += 1) {
    const cut = Math.round(sorted[Math.floor((at * sorted.length) / STEPS)]! * 1e4) / 1e4;
    if (cut > (cuts.at(-1) ?? sorted[0]!)) cuts.push(cut);
  }
  const step = new Uint8Array(cuts.length === 0 ? 0 : rows.length);
  for (let item = 0; item < step.length; item += 1) step[item] = stepOf(cuts, rows[item]![input]!);
  return { cuts, step };
}

/** How many of the cuts, which ascend, the value reaches. */
function stepOf(cuts: readonly number[], value: number): number {
  let step = 0;
  while (step < cuts.length && value >= cuts[step]!) step += 1;
  return step;
}

interface GrownTree {
  tree: Omit<Tree, 'output'>;
  /** By item, the number of its value. */
  leaf: Uint8Array;
}

/** The items by which questions are chosen. */
interface Turn {
  first: number;
  every: number;
}

/** The tree that lowers the loss most, question by question; null where no question does. */
function growTree(
  asked: readonly number[],
  steps: readonly CutInput[],
  slopes: Float32Array,
  bends: Float32Array,
  turn: Turn,
): GrownTree | null {
  const leaf = new Uint8Array(slopes.length);
  const inputs: number[] = [];
  const cuts: number[] = [];
  while (inputs.length < DEPTH) {
    let best = { gain: LEAST_GAIN, input: -1, step: 0 };
    for (const input of asked) {
      const found = bestCut(steps[input]!, leaf, 1 << inputs.length, slopes, bends, turn);
      if (found.gain > best.gain) best = { ...found, input };
    }
    if (best.input === -1) break;
    const { step, cuts: own } = steps[best.input]!;
    const bit = 1 << inputs.length;
    for (let item = 0; item < leaf.length; item += 1) if (step[item]! > best.step) leaf[item]! |= bit;
    inputs.push(best.input);
    cuts.push(own[best.step]!);
  }
  if (inputs.length === 0) return null;
  const slope = new Float64Array(1 << inputs.length);
  const bend = new Float64Array(slope.length);
  for (let item = 0; item < leaf.length; item += 1) {
    slope[leaf[item]!]! += slopes[item]!;
    bend[leaf[item]!]! += bends[item]!;
  }
  const values = Array.from(slope, (sum, at) => Math.round(((-RATE * sum) / (bend[at]! + HELD)) * 1e4) / 1e4);
  return { tree: { inputs, cuts, values }, leaf };
}

/** Where cutting all `leaves` at one step of an input lowers the loss most. */
function bestCut(
  { cuts, step }: CutInput,
  leaf: Uint8Array,
  leaves: number,
  slopes: Float32Array,
  bends: Float32Array,
  { first, every }: Turn,
): { gain: number; step: number } {
  const slope = new Float64Array(leaves * STEPS);
  const bend = new Float64Array(leaves * STEPS);
  for (let item = first; item < leaf.length; item += every) {
    const at = leaf[item]! * STEPS + step[item]!;
    slope[at]! += slopes[item]!;
    bend[at]! += bends[item]!;
  }
  const gains = new Float64Array(cuts.length);
  for (let own = 0; own < leaves; own += 1) {
    const from = own * STEPS;
    let all = 0;
    let weight = 0;
    for (let at = from; at <= from + cuts.length; at += 1) {
      all += slope[at]!;
      weight += bend[at]!;
    }
    const before = (all * all) / (weight + HELD);
    let left = 0;
    let leftWeight = 0;
    for (let cut = 0; cut < cuts.length; cut += 1) {
      left += slope[from + cut]!;
      leftWeight += bend[from + cut]!;
      const right = all - left;
      const rightWeight = weight - leftWeight;
      if (leftWeight < LEAST || rightWeight < LEAST) continue;
      gains[cut]! += (left * left) / (leftWeight + HELD) + (right * right) / (rightWeight + HELD) - before;
    }
  }
  let best = { gain: 0, step: 0 };
  for (const [at, gain] of gains.entries()) if (gain > best.gain) best = { gain, step: at };
  return best;
}

function sharesOf(logits: Float64Array, width: number, outputs: Outputs, shares: Float64Array): void {
  shares.set(logits);
  if (outputs === 'each') logisticInPlace(shares);
  else
    for (let from = 0; from < shares.length; from += width)
      softmaxInPlace(shares.subarray(from, from + width));
}

/** Probabilities in place of log-odds, each for itself. */
function logisticInPlace(logits: Float64Array): void {
  for (let at = 0; at < logits.length; at += 1) logits[at] = 1 / (1 + Math.exp(-logits[at]!));
}

/** Number of the value that a tree gives an item with these facts. */
export function leafOf({ inputs, cuts }: Tree, facts: ArrayLike<number>): number {
  let leaf = 0;
  for (let at = 0; at < inputs.length; at += 1) if (facts[inputs[at]!]! >= cuts[at]!) leaf |= 1 << at;
  return leaf;
}

/** Trees laid out one behind the other, since coding asks hundreds of them about every item. */
interface TreeTable {
  outputs: Uint8Array;
  /** DEPTH by tree; a question that a tree does not ask has an answer that is never yes. */
  inputs: Uint16Array;
  cuts: Float64Array;
  /** As many by tree as DEPTH answers can number. */
  values: Float64Array;
}

const LEAVES = 1 << DEPTH;
const tables = new WeakMap<readonly Tree[], TreeTable>();

function tableOf(trees: readonly Tree[]): TreeTable {
  let table = tables.get(trees);
  if (table === undefined) {
    table = {
      outputs: Uint8Array.from(trees, ({ output }) => output),
      inputs: new Uint16Array(trees.length * DEPTH),
      cuts: new Float64Array(trees.length * DEPTH).fill(Number.POSITIVE_INFINITY),
      values: new Float64Array(trees.length * LEAVES),
    };
    for (const [at, { inputs, cuts, values }] of trees.entries()) {
      table.inputs.set(inputs, at * DEPTH);
      table.cuts.set(cuts, at * DEPTH);
      table.values.set(values, at * LEAVES);
    }
    tables.set(trees, table);
  }
  return table;
}

/** Probabilities of the outputs as the trees correct their log-odds `start`. */
export function applyTrees(
  trees: readonly Tree[],
  facts: Float32Array,
  start: Float64Array,
  kind: Outputs,
): Float64Array {
  const { outputs, inputs, cuts, values } = tableOf(trees);
  const corrected = start.slice();
  for (let tree = 0; tree < outputs.length; tree += 1) {
    let leaf = tree * LEAVES;
    for (let asked = 0; asked < DEPTH; asked += 1) {
      const at = tree * DEPTH + asked;
      if (facts[inputs[at]!]! >= cuts[at]!) leaf += 1 << asked;
    }
    corrected[outputs[tree]!]! += values[leaf]!;
  }
  if (kind === 'each') logisticInPlace(corrected);
  else softmaxInPlace(corrected);
  return corrected;
}
