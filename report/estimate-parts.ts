import { createRandom } from '../classify/index.ts';
import { betaBinomial } from './beta-binomial.ts';
import { type Estimate, TAIL } from './exact-interval.ts';

/** Units of one stratum that the coder counted, or did not count: how many there are, were coded by people, and are hits. */
export interface Cell {
  population: number;
  coded: number;
  hits: number;
  /** True where nobody has coded any unit of the stratum, so that nothing is known of it. */
  open: boolean;
}

/** All strata, cut by what the coder said: what it counted and what it passed over. */
export interface Parts {
  counted: readonly Cell[];
  passed: readonly Cell[];
}

/** Null where people have not coded enough to say anything, or where there is nothing to take a share of. */
export interface PartEstimates {
  /** Of what the coder counted, the share that people count. */
  precision: Estimate | null;
  /** Of what people would count in the whole case, the share that the coder counted. */
  recall: Estimate | null;
  /** What people would count in the whole case. */
  total: Estimate | null;
  /** Of what the coder passed over, the share that people count. */
  elusion: Estimate | null;
}

/** Draws from the posterior distribution that an interval is read from. */
const DRAWS = 4000;
/** Any fixed number: the same sample has to give the same interval. */
const SEED = 20_130_101;

/** The stratified estimate of hits: the sample's share in each cell, times the cell's units (Cochran, Sampling Techniques, 5.3). */
function estimateHits({ population, coded, hits }: Cell): number {
  // A cell that recoding has split off and in which nothing was drawn: half a hit in one, by the prior.
  return coded === 0 ? population / 2 : (population * hits) / coded;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** What is believed before anything is seen: half a hit and half a miss, as Jeffreys and Webber have it. */
const PRIOR = 0.5;

/**
 * The prior is shared out over the cells by their unseen units. Half a hit in each of many strata would add up to hits that nobody
 * has seen; shared out, cutting a stratum in two changes nothing, and with one cell it is the prior itself.
 */
function simulate(cells: readonly Cell[], random: () => number): number[] {
  const unseen = sum(cells.map(({ population, coded }) => population - coded));
  const sources = cells.map(({ population, coded, hits }) => ({
    hits,
    rest: unseenHits(population - coded, hits, coded - hits, (PRIOR * (population - coded)) / unseen),
  }));
  return Array.from({ length: DRAWS }, () => sum(sources.map(({ hits, rest }) => hits + rest(random()))));
}

function unseenHits(units: number, hits: number, misses: number, prior: number): (uniform: number) => number {
  return units === 0 ? () => 0 : betaBinomial(units, hits + prior, misses + prior);
}

/** The middle 95 % of the draws, widened to the value where that lies outside, as Brown, Cai and DasGupta (2001) do at 0 and 1. */
function interval(value: number, draws: number[]): Estimate | null {
  if (!Number.isFinite(value)) return null;
  const sorted = draws.filter(Number.isFinite).sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.floor(share * (sorted.length - 1))] ?? value;
  return { value, low: Math.min(value, at(TAIL)), high: Math.max(value, at(1 - TAIL)) };
}

/**
 * Precision, recall, elusion and the true number from a stratified sample. Values are stratified estimates. Intervals are
 * Webber's (Approximate recall confidence intervals, ACM Transactions on Information Systems 31:1, 2013): each stratum's
 * unseen units follow a beta-binomial posterior, the prior ½ shared out over the strata, and recall is worked out of 4,000 draws; what was seen
 * stays as it was seen, which is the correction for a finite population. The same cells give the same intervals.
 */
export function estimateParts({ counted, passed }: Parts): PartEstimates {
  const random = createRandom(SEED);
  const [found, missed] = [sum(counted.map(estimateHits)), sum(passed.map(estimateHits))];
  const [foundDraws, missedDraws] = [simulate(counted, random), simulate(passed, random)];
  const known = (cells: readonly Cell[]) => cells.every((cell) => cell.population === 0 || !cell.open);
  const [countedKnown, passedKnown] = [known(counted), known(passed)];
  const size = (cells: readonly Cell[]) => sum(cells.map(({ population }) => population));
  const share = (cells: readonly Cell[], value: number, draws: number[]) =>
    interval(
      value / size(cells),
      draws.map((draw) => draw / size(cells)),
    );
  const both = foundDraws.map((draw, i) => ({ found: draw, missed: missedDraws[i] ?? 0 }));
  return {
    precision: countedKnown ? share(counted, found, foundDraws) : null,
    elusion: passedKnown ? share(passed, missed, missedDraws) : null,
    recall:
      countedKnown && passedKnown
        ? interval(
            found / (found + missed),
            both.map((draw) => draw.found / (draw.found + draw.missed)),
          )
        : null,
    total:
      countedKnown && passedKnown
        ? interval(
            found + missed,
            both.map((draw) => draw.found + draw.missed),
          )
        : null,
  };
}
