import { startHelper } from './helping-threads.ts';
import { BAND, type BandSolution, type BandTask, type Rows, solveBand } from './ridge.ts';

/** A ridge regression of many outputs. */
export interface RidgeSolution {
  /** Feature by output. */
  weights: Float32Array;
  bias: Float64Array;
  /** Scores of each item from a fit without its fold, item by output; zero where no folds were given. */
  leftOut: Float64Array;
}

/** What a helping thread is given. */
export interface RidgeShare {
  tasks: BandTask[];
  places: SharedPlaces;
}

/** Where bands are claimed and their solutions put. */
interface SharedPlaces {
  /** By band, one of the states below. */
  states: Int32Array;
  solutions: BandSolution[];
}

const OPEN = 0;
const TAKEN = 1;
const DONE = 2;

/**
 * Fits `width` outputs in bands, which do not bear on one another and are therefore shared among `threads`, this one among them:
 * the numbers are the same for any count. `targets` is item by output. It returns when all is done.
 */
export function solveRidge(
  rows: Rows,
  targets: Float64Array,
  width: number,
  penalty: number,
  folds: readonly number[] | null,
  threads = 1,
): RidgeSolution {
  const tasks: BandTask[] = [];
  for (let first = 0; first < width; first += BAND)
    tasks.push({ rows, targets: cutBand(targets, width, first), penalty, folds });
  const solutions = threads > 1 && tasks.length > 1 ? shareBands(tasks, threads) : tasks.map(solveBand);
  return joinBands(solutions, rows, width);
}

/** The columns of a band from a table of `width` columns, item by output. */
function cutBand(targets: Float64Array, width: number, first: number): Float64Array {
  const items = targets.length / width;
  const cut = new Float64Array(items * BAND);
  const last = Math.min(width, first + BAND);
  for (let item = 0; item < items; item += 1)
    for (let c = first; c < last; c += 1) cut[item * BAND + c - first] = targets[item * width + c]!;
  return cut;
}

function joinBands(bands: readonly BandSolution[], { places, squares }: Rows, width: number): RidgeSolution {
  const weights = new Float32Array(places.length * width);
  const bias = new Float64Array(width);
  const leftOut = new Float64Array(squares.length * width);
  for (let c = 0; c < width; c += 1) {
    const band = bands[Math.floor(c / BAND)]!;
    const own = c % BAND;
    bias[c] = band.bias[own]!;
    for (let id = 0; id < places.length; id += 1)
      weights[id * width + c] = band.weights[places[id]! * BAND + own]!;
    for (let item = 0; item < squares.length; item += 1)
      leftOut[item * width + c] = band.leftOut[item * BAND + own]!;
  }
  return { weights, bias, leftOut };
}

/** How many times its own longest band this thread waits for one that another has taken, before it solves that one as well. */
const PATIENCE = 10;

function shareBands(tasks: readonly BandTask[], threads: number): BandSolution[] {
  const places = openPlaces(tasks);
  const share: RidgeShare = { tasks: [...tasks], places };
  for (let helper = 1; helper < Math.min(threads, tasks.length); helper += 1)
    startHelper('ridge-worker', share);
  const solutions: BandSolution[] = new Array(tasks.length);
  let longest = 0;
  for (const [band, task] of tasks.entries()) {
    if (!claim(places, band)) continue;
    const begun = performance.now();
    solutions[band] = solveBand(task);
    longest = Math.max(longest, performance.now() - begun);
  }
  for (const [band, task] of tasks.entries()) {
    if (solutions[band] !== undefined) continue;
    // A thread that has ended, for want of memory, leaves its band taken.
    Atomics.wait(places.states, band, TAKEN, PATIENCE * longest);
    const isDone = Atomics.load(places.states, band) === DONE;
    solutions[band] = isDone ? places.solutions[band]! : solveBand(task);
  }
  return solutions;
}

function openPlaces(tasks: readonly BandTask[]): SharedPlaces {
  return {
    states: new Int32Array(new SharedArrayBuffer(4 * tasks.length)),
    solutions: tasks.map(({ rows, targets }) => ({
      weights: new Float32Array(new SharedArrayBuffer(4 * BAND * rows.features)),
      bias: new Float64Array(new SharedArrayBuffer(8 * BAND)),
      leftOut: new Float64Array(new SharedArrayBuffer(8 * targets.length)),
    })),
  };
}

function claim({ states }: SharedPlaces, band: number): boolean {
  return Atomics.compareExchange(states, band, OPEN, TAKEN) === OPEN;
}

/** Solves what is still open, from the last band on, for the thread that shares begins with the first. */
export function helpSolve({ tasks, places }: RidgeShare): void {
  for (let band = tasks.length - 1; band >= 0; band -= 1) {
    if (!claim(places, band)) continue;
    const solved = solveBand(tasks[band]!);
    const { weights, bias, leftOut } = places.solutions[band]!;
    weights.set(solved.weights);
    bias.set(solved.bias);
    leftOut.set(solved.leftOut);
    Atomics.store(places.states, band, DONE);
    Atomics.notify(places.states, band);
  }
}
