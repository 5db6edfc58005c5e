import { applyTrees, growTrees, leafOf, type Tree } from '../../classify/trees.ts';

/** The class is 1 where the first fact holds and the second does not. */
const ROWS = Array.from({ length: 800 }, (_, at) =>
  Float32Array.from([
    at % 2,
    Math.floor(at / 2) % 2,
    ...Array.from({ length: 6 }, (_one, i) => (at >> i) % 3),
  ]),
);
const CLASSES = ROWS.map(([a, b]) => (a === 1 && b === 0 ? 1 : 0));
const WORTHS = ROWS.map(() => 1);
const even = () => new Float64Array(ROWS.length * 2).fill(Math.log(0.5));

describe('growTrees', () => {
  test('tells what holds only together, and the same trees again', () => {
    const trees = growTrees(ROWS, even(), CLASSES, 2, WORTHS);
    const given = Float64Array.from([0.5, 0.5]);
    const right = ROWS.filter((row, at) => {
      const [zero = 0, one = 0] = applyTrees(trees, row, given);
      expect(zero + one).toBeCloseTo(1);
      return (one > zero ? 1 : 0) === CLASSES[at];
    });
    expect(right.length / ROWS.length).toBeGreaterThan(0.95);
    expect(growTrees(ROWS, even(), CLASSES, 2, WORTHS)).toEqual(trees);
  });

  test('grows none where there is nothing to tell', () => {
    const rows = ROWS.map(() => Float32Array.from([1, 2, 3]));
    expect(growTrees(rows, even(), CLASSES, 2, WORTHS)).toEqual([]);
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
