import { applyTrees, growTrees, leafOf, type Tree } from '../../classify/trees.ts';

/** The class is 1 where the first fact holds and the second does not. */
const ROWS = Array.from({ length: 800 }, (_, at) =>
  Float32Array.from([
    at % 2,
    Math.floor(at / 2) % 2,
    ...Array.from({ length: 6 }, (_one, i) => (at >> i) % 3),
  ]),
);
const isOne = ([a, b]: Float32Array): boolean => a === 1 && b === 0;
/** One of two classes. */
const CLASSES = Uint8Array.from(ROWS.flatMap((row) => (isOne(row) ? [0, 1] : [1, 0])));
const WORTHS = ROWS.map(() => 1);
const even = () => new Float64Array(ROWS.length * 2).fill(Math.log(0.5));

describe('growTrees', () => {
  test('tells what holds only together, and the same trees again', () => {
    const trees = growTrees(ROWS, even(), CLASSES, WORTHS, 'one');
    const right = ROWS.filter((row) => {
      const [zero = 0, one = 0] = applyTrees(trees, row, new Float64Array(2), 'one');
      expect(zero + one).toBeCloseTo(1);
      return one > zero === isOne(row);
    });
    expect(right.length / ROWS.length).toBeGreaterThan(0.95);
    expect(growTrees(ROWS, even(), CLASSES, WORTHS, 'one')).toEqual(trees);
  });

  test('tells outputs each for itself', () => {
    const holds = Uint8Array.from(ROWS.flatMap((row) => [row[1]!, row[0]!]));
    const start = new Float64Array(holds.length);
    const trees = growTrees(ROWS, start, holds, WORTHS, 'each');
    const right = ROWS.filter((row, at) => {
      const shares = applyTrees(trees, row, new Float64Array(2), 'each');
      return shares.every((share, output) => (share > 0.5 ? 1 : 0) === holds[2 * at + output]);
    });
    expect(right.length / ROWS.length).toBeGreaterThan(0.95);
  });

  test('grows none where there is nothing to tell', () => {
    const rows = ROWS.map(() => Float32Array.from([1, 2, 3]));
    expect(growTrees(rows, even(), CLASSES, WORTHS, 'one')).toEqual([]);
  });
});

describe('leafOf', () => {
  const tree: Tree = { output: 0, inputs: [1, 0], cuts: [2, 0.5], values: [1, 2, 3, 4] };

  test.each([
    [[0, 0], 0],
    [[0, 2], 1],
    [[0.5, 1.9], 2],
    [[1, 7], 3],
  ])('%j', (facts, leaf) => {
    expect(leafOf(tree, facts)).toBe(leaf);
  });
});
