import { mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import {
  appendDecisions,
  type CaseData,
  type CaseLayout,
  listSamples,
  readDecisions,
  SAMPLE_DRAWN,
  SettingsError,
  sampleFiles,
  writeAside,
} from '../case/index.ts';
import { sha256Hex } from '../ingest/index.ts';
import {
  type FlatTable,
  type FrameUnit,
  renderCsv,
  renderWorkbook,
  type SampleDraw,
} from '../report/index.ts';
import { allocate, leastSize, listStrata } from './allocate.ts';
import { drawUnits } from './draw-units.ts';
import { listFrame } from './list-frame.ts';
import { buildCodeList, buildSheet } from './write-sheet.ts';

export interface DrawSettings {
  /** Units to draw; null for the size that is usual. */
  size: number | null;
  /** Null for one made of the case, which nobody can choose. */
  seed: string | null;
  /** How many people code each unit by themselves. */
  coders: number;
  /** ISO day. */
  today: string;
}

/** Units that a person codes in about a day; with them a stratum's error rate is known to about ten points either way. */
const USUAL_SIZE = 200;

/** What was handed in and which versions read and coded it, in one hash. */
export function hashCase({ inputs, versions }: Pick<CaseData, 'inputs' | 'versions'>): string {
  const { tool, model, lexicon } = versions;
  const lines = inputs.map(({ path, sha256 }) => `${sha256} ${path}`).sort();
  return sha256Hex([tool, model, lexicon, ...lines].join('\n'));
}

/** A sample as it was drawn, and the bytes of its frame. */
export interface Drawn {
  draw: SampleDraw;
  frame: FrameUnit[];
  frameText: string;
}

export function renderFrame(frame: readonly FrameUnit[]): string {
  const rows = frame.map(({ unit, kind, stratum }) => [unit, kind, stratum]);
  return renderCsv({ name: 'frame', columns: ['unit', 'kind', 'stratum'], rows });
}

/**
 * Draws a stratified sample of a case. Pure: the same case, number and settings give the same sample.
 *
 * @throws SettingsError where there is nothing to draw, or the size is too small for the strata.
 */
export function drawSample(data: CaseData, sample: number, settings: DrawSettings): Drawn {
  const frame = listFrame(data);
  const strata = listStrata(frame);
  if (frame.length === 0) throw new SettingsError('the case holds nothing that could be drawn');
  const least = leastSize(strata);
  const size = settings.size ?? Math.max(USUAL_SIZE, least);
  if (size < least)
    throw new SettingsError(
      `a sample of ${size} is too small for ${strata.length} strata: ${least} is the least`,
    );
  const sizes = allocate(strata, size);
  const case_sha256 = hashCase(data);
  // Made of the case, so that nobody can try seeds until a sample pleases.
  const seed = settings.seed ?? `${case_sha256.slice(0, 16)}-${sample}`;
  const units = drawUnits(frame, sizes, seed);
  const frameText = renderFrame(frame);
  return {
    draw: {
      sample,
      drawn_on: settings.today,
      seed,
      coders: settings.coders,
      model: data.versions.model,
      lexicon: data.versions.lexicon,
      case_sha256,
      frame_sha256: sha256Hex(frameText),
      strata: strata.map(({ stratum, population }) => ({
        stratum,
        population,
        drawn: sizes.get(stratum) ?? 0,
      })),
      units: units.map(({ unit }) => unit),
    },
    frame,
    frameText,
  };
}

/** A sheet as CSV and as a workbook with the codes beside it. Returns the names of the files. */
export async function writeSheet(folder: string, name: string, sheet: FlatTable): Promise<string[]> {
  // Spreadsheets take a CSV for UTF-8 where it begins with this mark.
  await writeAside(join(folder, `${name}.csv`), ['\ufeff', renderCsv(sheet)]);
  await writeAside(join(folder, `${name}.xlsx`), [await renderWorkbook([sheet, buildCodeList()])]);
  return [`${name}.csv`, `${name}.xlsx`];
}

/**
 * Draws a sample and writes it into the case: `samples/<n>/` with a sheet a coder, `draw.json` and `frame.csv`, and a line in
 * `decisions.jsonl` with the hash of the draw, so that it cannot be drawn again until it pleases without leaving a trace. The
 * folder gets its name when it is whole.
 */
export async function recordDraw(
  layout: CaseLayout,
  data: CaseData,
  settings: DrawSettings,
): Promise<{ draw: SampleDraw; folder: string; sheets: string[] }> {
  const noted = (await readDecisions(layout.decisions)).filter(({ type }) => type === SAMPLE_DRAWN);
  const numbers = [...(await listSamples(layout.samples)), ...noted.map(({ sample }) => Number(sample))];
  const sample = Math.max(0, ...numbers) + 1;
  const { draw, frame, frameText } = drawSample(data, sample, settings);
  const { folder } = sampleFiles(layout.samples, sample);
  const making = join(layout.samples, `${sample}.partial`);
  await rm(making, { recursive: true, force: true });
  await mkdir(making, { recursive: true });
  const byUnit = new Map(frame.map((one) => [one.unit, one]));
  const sheet = buildSheet(
    sample,
    draw.units.flatMap((unit) => byUnit.get(unit) ?? []),
    data,
  );
  const sheets: string[] = [];
  for (let coder = 1; coder <= draw.coders; coder += 1) {
    const name = draw.coders === 1 ? 'sheet' : `sheet-${coder}`;
    sheets.push(...(await writeSheet(making, name, sheet)));
  }
  await writeAside(join(making, 'frame.csv'), [frameText]);
  const draw_sha256 = await writeAside(join(making, 'draw.json'), [`${JSON.stringify(draw, null, 2)}\n`]);
  await appendDecisions(layout.decisions, [
    { type: SAMPLE_DRAWN, sample, date: settings.today, draw_sha256 },
  ]);
  await rename(making, folder);
  return { draw, folder, sheets };
}
