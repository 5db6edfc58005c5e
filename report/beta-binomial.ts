/** Steps in which the number of hits of a large population is drawn: a share is exact to 1 in so many. */
const STEPS = 20_000;

/**
 * A source of numbers of hits among `units` units that nobody has looked at, where each share of hits is believed in as
 * Beta(`a`, `b`) tells: the beta-binomial distribution. `uniform` in [0, 1) chooses one.
 * Populations over 20,000 are drawn in steps of a 20,000th.
 */
export function betaBinomial(units: number, a: number, b: number): (uniform: number) => number {
  if (units === 0) return () => 0;
  const steps = Math.min(units, STEPS);
  const logs = new Float64Array(steps + 1);
  let highest = 0;
  for (let k = 0; k < steps; k += 1) {
    const ratio = ((steps - k) * (k + a)) / ((k + 1) * (steps - k - 1 + b));
    const log = (logs[k] ?? 0) + Math.log(ratio);
    logs[k + 1] = log;
    highest = Math.max(highest, log);
  }
  let sum = 0;
  const upTo = logs.map((log) => {
    sum += Math.exp(log - highest);
    return sum;
  });
  return (uniform) => (placeOf(upTo, uniform * sum) * units) / steps;
}

/** The first place whose value is over `value`, in a rising list. */
function placeOf(rising: Float64Array, value: number): number {
  let [from, to] = [0, rising.length - 1];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((rising[middle] ?? 0) > value) to = middle;
    else from = middle + 1;
  }
  return from;
}
