// Solves a ridge regression with as many threads as it is told and prints a digest of the result.
import { createHash } from 'node:crypto';
import { layRows } from '../../dist/classify/ridge.js';
import { solveRidge } from '../../dist/classify/ridge-threads.js';

const ITEMS = 12_000;
const FEATURES = 500;
const WIDTH = 43;
const vectors = Array.from({ length: ITEMS }, (_, item) => {
  const ids = new Set(Array.from({ length: 30 }, (_unused, at) => (item * 7 + at * at * 13) % FEATURES));
  return { ids: Uint32Array.from(ids), values: Float64Array.from(ids, (id) => 1 / (1 + (id % 5))) };
});
const targets = Float64Array.from({ length: ITEMS * WIDTH }, (_, at) => ((at * 31) % 11 < 4 ? 1 : -1));
const folds = vectors.map((_, item) => item % 5);
const starts = Uint32Array.from({ length: ITEMS + 1 });
for (const [item, { ids }] of vectors.entries()) starts[item + 1] = starts[item] + ids.length;
const list = {
  starts,
  ids: Uint32Array.from(vectors.flatMap(({ ids }) => [...ids])),
  values: Float64Array.from(vectors.flatMap(({ values }) => [...values])),
};
const rows = layRows(
  [list],
  FEATURES,
  vectors.map(() => 1),
);
const { weights, bias, leftOut } = solveRidge(rows, targets, WIDTH, 2, folds, Number(process.argv[2]));
const hash = createHash('sha256');
for (const part of [weights, bias, leftOut]) hash.update(new Uint8Array(part.buffer));
process.stdout.write(`${hash.digest('hex')}\n`);
