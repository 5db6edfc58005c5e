import { UNREAD_STRATUM, verdictOfStratum } from '../report/index.ts';
import type { WeighedUnit } from './list-frame.ts';

/** A stratum before the draw: how many units it has, and what is thought of their codes. */
export interface Stratum {
  stratum: string;
  population: number;
  /** Mean over its units of the chance that the code is wrong, 0 to 1. */
  doubt: number;
}

/** Units that each stratum gets before anything is weighed: one says nothing of the spread, two say little. */
const LEAST = 3;
/** A stratum is never taken for better or worse than this: probabilities are believed in only so far. */
const DOUBT = { least: 0.02, most: 0.5 };

/** How the sample is shared out between what was counted, what was set aside and pages that nobody has read. */
const SHARES: Record<Group, number> = { counted: 0.45, aside: 0.45, unread: 0.1 };
type Group = 'counted' | 'aside' | 'unread';

function groupOf(stratum: string): Group {
  if (stratum === UNREAD_STRATUM) return 'unread';
  return verdictOfStratum(stratum) === 'not-contact' ? 'aside' : 'counted';
}

/** The strata of a frame, sorted by name. */
export function listStrata(frame: readonly WeighedUnit[]): Stratum[] {
  const strata = new Map<string, { population: number; doubt: number }>();
  for (const { stratum, doubt } of frame) {
    const one = strata.get(stratum) ?? { population: 0, doubt: 0 };
    strata.set(stratum, { population: one.population + 1, doubt: one.doubt + doubt });
  }
  return [...strata]
    .map(([stratum, { population, doubt }]) => ({ stratum, population, doubt: doubt / population }))
    .sort((a, b) => (a.stratum < b.stratum ? -1 : 1));
}

interface Share {
  room: number;
  weight: number;
}

/**
 * `total` in whole parts in proportion to the weights, none over its room; what does not fit goes to the others. Rests are
 * given to the largest remainders, ties to the first. The parts sum to `total`, or to all the room there is.
 */
function shareOut(total: number, shares: readonly Share[]): number[] {
  const parts = shares.map(() => 0);
  let left = Math.min(
    total,
    shares.reduce((sum, { room }) => sum + room, 0),
  );
  while (left > 0) {
    const open = shares.map(({ room, weight }, i) => (room > (parts[i] ?? 0) ? weight : 0));
    const whole = open.reduce((a, b) => a + b, 0);
    const given = left;
    const exact = open.map((weight) => (given * weight) / whole);
    for (const [i, share] of exact.entries()) {
      const fits = Math.min(Math.floor(share), (shares[i]?.room ?? 0) - (parts[i] ?? 0));
      parts[i] = (parts[i] ?? 0) + fits;
      left -= fits;
    }
    const rests = exact
      .map((share, i) => ({ i, rest: share - Math.floor(share) }))
      .filter(({ i }) => (open[i] ?? 0) > 0 && (parts[i] ?? 0) < (shares[i]?.room ?? 0))
      .sort((a, b) => b.rest - a.rest || a.i - b.i);
    for (const { i } of rests.slice(0, left)) {
      parts[i] = (parts[i] ?? 0) + 1;
      left -= 1;
    }
  }
  return parts;
}

/** The least size that gives each stratum its least. */
export function leastSize(strata: readonly Stratum[]): number {
  return strata.reduce((sum, { population }) => sum + Math.min(LEAST, population), 0);
}

/**
 * How many units to draw from each stratum. Each gets three, or all where there are fewer. The rest is halved between what the
 * coder counted and what it set aside, with a tenth for unread pages where there are some; inside each half a stratum
 * gets its share by size and by the spread that its probabilities let one expect (Neyman, Journal of the Royal Statistical
 * Society 97, 1934). Sums to `size`, or to the whole frame where that is smaller; `size` is at least `leastSize`.
 */
export function allocate(strata: readonly Stratum[], size: number): Map<string, number> {
  const drawn = new Map(strata.map(({ stratum, population }) => [stratum, Math.min(LEAST, population)]));
  const roomOf = ({ stratum, population }: Stratum) => population - (drawn.get(stratum) ?? 0);
  const groups = (Object.keys(SHARES) as Group[]).map((group) => {
    const own = strata.filter(({ stratum }) => groupOf(stratum) === group);
    return { own, room: own.reduce((sum, one) => sum + roomOf(one), 0), weight: SHARES[group] };
  });
  const parts = shareOut(size - leastSize(strata), groups);
  for (const [at, { own }] of groups.entries()) {
    const weighed = own.map((one) => {
      const doubt = Math.min(DOUBT.most, Math.max(DOUBT.least, one.doubt));
      return { room: roomOf(one), weight: one.population * Math.sqrt(doubt * (1 - doubt)) };
    });
    for (const [i, part] of shareOut(parts[at] ?? 0, weighed).entries()) {
      const stratum = own[i]?.stratum ?? '';
      drawn.set(stratum, (drawn.get(stratum) ?? 0) + part);
    }
  }
  return drawn;
}
