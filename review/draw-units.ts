import { sha256Hex } from '../ingest/index.ts';
import type { FrameUnit } from '../report/index.ts';

/**
 * A unit's place in the draw: the sha256 of seed and unit. Whoever has both can work it out with any program, and it is
 * the same whatever else is in the frame (permanent random numbers: Ohlsson, Survey Methodology 21, 1995).
 */
function ticket(seed: string, unit: string): string {
  return sha256Hex(`${seed},${unit}`);
}

function byTicket(seed: string, units: readonly FrameUnit[]): FrameUnit[] {
  return units
    .map((unit) => ({ unit, ticket: ticket(seed, unit.unit) }))
    .sort((a, b) => (a.ticket < b.ticket ? -1 : 1))
    .map(({ unit }) => unit);
}

/**
 * Draws `sizes` units from each stratum by the smallest tickets, which is a simple random sample without replacement. Returns
 * them in an order of their own, over all strata, so that a unit's place in the sheet tells nothing of its code.
 */
export function drawUnits(
  frame: readonly FrameUnit[],
  sizes: ReadonlyMap<string, number>,
  seed: string,
): FrameUnit[] {
  const strata = new Map<string, FrameUnit[]>();
  for (const unit of frame) {
    const own = strata.get(unit.stratum) ?? [];
    own.push(unit);
    strata.set(unit.stratum, own);
  }
  const drawn = [...strata].flatMap(([stratum, units]) =>
    byTicket(seed, units).slice(0, sizes.get(stratum) ?? 0),
  );
  return byTicket(`order of ${seed}`, drawn);
}
