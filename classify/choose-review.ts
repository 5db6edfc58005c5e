import { CELLS } from './answers.ts';
import { applyCalibration, trainCalibration } from './calibration.ts';
import { VERDICTS } from './coding.ts';
import type { Thresholds } from './model.ts';
import { DECIDED_PRECISION, LOST_CONTACTS } from './training-settings.ts';
import { chooseVerdict, verdictProbabilities } from './verdicts.ts';

const FOLDS = 3;

/**
 * Wrong cases that are imagined on top of those counted: the threshold is chosen where it looks best, and looks a little
 * better there than it is; a handful of cases says too little.
 */
const DOUBT = 2;

/** How much worse a threshold does on a writer who had no part in choosing it: what it is chosen for lies so far above. */
const SHORTFALL = 0.003;

/** A verdict that so few cases speak for is never left to the coder. */
const FEWEST = 50;

/**
 * From which probability a verdict may stand without a person. Both layers are judged on items of files they have not
 * seen: the scores are left-out, and the calibration is trained again without the fold it is judged on.
 *
 * A verdict's threshold is the lowest from which it was right in `DECIDED_PRECISION` of the cases and a little more. `not-contact` has to
 * meet a second bar, because what it hides nobody sees again: of all contacts no more than `LOST_CONTACTS` may lie above.
 */
export function chooseReview(
  facts: readonly Float32Array[],
  cells: readonly number[],
  groups: readonly string[],
  worths: readonly number[],
): Thresholds {
  const names = [...new Set(groups)].sort();
  const fold = groups.map((group) => names.indexOf(group) % FOLDS);
  const judged: { verdict: string; probability: number; right: boolean; contact: boolean }[] = [];
  for (let out = 0; out < Math.min(FOLDS, names.length); out += 1) {
    const kept = groups.flatMap((_, at) => (fold[at] === out ? [] : [at]));
    if (kept.length === 0) continue;
    const calibration = trainCalibration(
      kept.map((at) => facts[at]!),
      kept.map((at) => cells[at]!),
      kept.map((at) => worths[at]!),
    );
    for (const [at, row] of facts.entries()) {
      if (fold[at] !== out) continue;
      const probabilities = verdictProbabilities(applyCalibration(calibration, row));
      const verdict = chooseVerdict(probabilities);
      const gold = CELLS[cells[at]!]!;
      judged.push({
        verdict,
        probability: probabilities[verdict],
        right: gold.verdict === verdict,
        contact: gold.relevance === 'contact',
      });
    }
  }
  const contacts = judged.filter((entry) => entry.contact).length;
  const least: Record<string, number> = {};
  for (const verdict of VERDICTS) {
    const own = judged
      .filter((entry) => entry.verdict === verdict)
      .sort((a, b) => b.probability - a.probability);
    let right = 0;
    let lost = 0;
    let threshold = 1;
    for (const [at, entry] of own.entries()) {
      if (entry.right) right += 1;
      if (entry.contact) lost += 1;
      const precise = right / (at + 1 + DOUBT) >= DECIDED_PRECISION + SHORTFALL;
      const safe = verdict !== 'not-contact' || lost <= LOST_CONTACTS * contacts;
      if (precise && safe && at + 1 >= FEWEST) threshold = entry.probability;
    }
    // Rounded up, so that rounding never lets one more through.
    least[verdict] = Math.ceil(threshold * 1000) / 1000;
  }
  return { precision: DECIDED_PRECISION, verdict: least };
}
