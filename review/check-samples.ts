import {
  type CaseData,
  type CaseLayout,
  type Check,
  listSamples,
  RunError,
  readDecisions,
  readSample,
  SAMPLE_CODE,
  SAMPLE_DRAWN,
} from '../case/index.ts';
import { presentCodes, type SampleInput } from '../report/index.ts';
import { hashCase } from './draw-sample.ts';
import { drawUnits } from './draw-units.ts';

type Line = Record<string, unknown>;

/** The draw follows from its frame and seed: nobody has put a unit in or taken one out. */
function checkDraw({ draw, frame }: SampleInput, where: string): string[] {
  const faults: string[] = [];
  const sizes = new Map(draw.strata.map(({ stratum, drawn }) => [stratum, drawn]));
  const again = drawUnits(frame, sizes, draw.seed).map(({ unit }) => unit);
  if (again.join() !== draw.units.join()) faults.push(`${where}: its seed draws other units`);
  for (const { stratum, population } of draw.strata) {
    const found = frame.filter((one) => one.stratum === stratum).length;
    if (found !== population)
      faults.push(`${where}: stratum ${stratum} has ${found} units, not ${population}`);
  }
  return faults;
}

function checkCodes(lines: readonly Line[], sample: number, units: readonly string[]): string[] {
  const drawn = new Set(units);
  return lines
    .filter(({ type, sample: of }) => type === SAMPLE_CODE && of === sample)
    .flatMap(({ unit }) =>
      drawn.has(String(unit)) ? [] : [`sample ${sample}: ${String(unit)} was coded and not drawn`],
    );
}

/**
 * Every sample is as it was drawn: the files have the hashes that were written down with the decisions, the seed draws the same
 * units again, codes are of drawn units, and the units that were drawn are in the case still. Units that are gone are no
 * fault where the release or the versions have changed since; where they have not, the case has lost them.
 */
export async function checkSamples(layout: CaseLayout, openCase: () => CaseData): Promise<Check> {
  const faults: string[] = [];
  let checked = 0;
  try {
    const lines = await readDecisions(layout.decisions);
    const drawn = lines.filter(({ type }) => type === SAMPLE_DRAWN);
    const numbers = await listSamples(layout.samples);
    if (numbers.length + drawn.length === 0) return { name: 'samples', checked, faults };
    const data = openCase();
    const present = presentCodes(data);
    for (const line of drawn) {
      if (!numbers.includes(Number(line.sample)))
        faults.push(`sample ${String(line.sample)}: its folder is missing`);
    }
    for (const number of numbers) {
      const where = `sample ${number}`;
      const { draw_sha256, found_frame_sha256, ...sample } = await readSample(layout.samples, number);
      const noted = drawn.find((line) => line.sample === number)?.draw_sha256;
      if (noted === undefined) faults.push(`${where}: nothing was written down when it was drawn`);
      else if (noted !== draw_sha256) faults.push(`${where}: draw.json is not what was drawn`);
      if (found_frame_sha256 !== sample.draw.frame_sha256)
        faults.push(`${where}: frame.csv is not what it was drawn from`);
      faults.push(...checkDraw(sample, where));
      faults.push(...checkCodes(lines, number, sample.draw.units));
      const gone = sample.draw.units.filter((unit) => !present.has(unit));
      if (sample.draw.case_sha256 === hashCase(data))
        faults.push(...gone.map((unit) => `${where}: ${unit} is not in the case`));
      checked += sample.draw.units.length;
    }
  } catch (error) {
    if (!(error instanceof RunError)) throw error;
    faults.push(error.message);
  }
  return { name: 'samples', checked, faults };
}
