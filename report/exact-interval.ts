/** A share or a number with its 95 % interval. */
export interface Estimate {
  value: number;
  low: number;
  high: number;
}

/** Error allowed on either side of a 95 % interval. */
export const TAIL = 0.025;

/**
 * Chances of 0, 1, 2 … hits among `drawn` units, drawn without replacement from `population` units of which `hits` are hits
 * (hypergeometric distribution). Each follows from the one before, so that no factorial is needed.
 */
function chances(population: number, hits: number, drawn: number): { from: number; share: number[] } {
  const from = Math.max(0, drawn - (population - hits));
  const to = Math.min(drawn, hits);
  const logs = [0];
  for (let k = from; k < to; k += 1) {
    const ratio = ((hits - k) * (drawn - k)) / ((k + 1) * (population - hits - drawn + k + 1));
    logs.push((logs.at(-1) ?? 0) + Math.log(ratio));
  }
  const highest = logs.reduce((a, b) => Math.max(a, b));
  const weights = logs.map((log) => Math.exp(log - highest));
  const whole = weights.reduce((a, b) => a + b, 0);
  return { from, share: weights.map((weight) => weight / whole) };
}

function chanceOf(population: number, hits: number, drawn: number, keep: (k: number) => boolean): number {
  const { from, share } = chances(population, hits, drawn);
  return share.reduce((sum, chance, i) => sum + (keep(from + i) ? chance : 0), 0);
}

/** The first number from `low` to `high` for which `holds` is true; it stays true from there on. */
function firstOf(low: number, high: number, holds: (value: number) => boolean): number {
  let [from, to] = [low, high];
  while (from < to) {
    const middle = Math.floor((from + to) / 2);
    if (holds(middle)) to = middle;
    else from = middle + 1;
  }
  return from;
}

/**
 * The share of hits in a population of `population` units, of which `drawn` were drawn by chance without replacement and
 * `hits` are hits, with the exact 95 % interval: all numbers of hits in the population for which neither so few nor so
 * many among those drawn would have a chance under 2.5 %. It is Clopper and Pearson's interval (Biometrika 26, 1934) for a
 * finite population (Buonaccorsi, The American Statistician 41, 1987): as wide as theirs where the population is large, a
 * point where all of it was drawn. Null where nothing was drawn.
 */
export function exactShare(population: number, drawn: number, hits: number): Estimate | null {
  if (drawn === 0) return null;
  const [least, most] = [hits, population - drawn + hits];
  const low = firstOf(least, most, (all) => chanceOf(population, all, drawn, (k) => k >= hits) > TAIL);
  const beyond = firstOf(low, most + 1, (all) => {
    return all > most || chanceOf(population, all, drawn, (k) => k <= hits) <= TAIL;
  });
  return { value: hits / drawn, low: low / population, high: (beyond - 1) / population };
}
