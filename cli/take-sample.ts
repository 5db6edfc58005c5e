import { basename, join, relative, resolve } from 'node:path';
import {
  type CaseData,
  type CaseLayout,
  caseLayout,
  lockCase,
  readSamples,
  SettingsError,
} from '../case/index.ts';
import { buildSample, type SampleInput } from '../report/index.ts';
import {
  buildDifferences,
  describeSample,
  type ReadBack,
  readBack,
  recordCodes,
  recordDraw,
  writeSheet,
} from '../review/index.ts';
import { openCase } from '../workers/index.ts';
import type { SampleOptions } from './sample.ts';

/** Faulty rows that are printed; the rest is counted. */
const FAULTS_SHOWN = 50;

/** Draws a sample, reads filled sheets back, or prints what the samples of a case say, as the options ask. */
export async function takeSample(folder: string, options: SampleOptions): Promise<void> {
  checkOptions(options);
  const layout = caseLayout(resolve(folder));
  const data = openCase(layout);
  const lock = lockCase(layout.lock);
  try {
    const samples = await readSamples(layout);
    if (options.record !== undefined) await record(layout, data, samples, options);
    else if (samples.length === 0 || options.draw === true) await draw(layout, data, options);
    else await show(data, samples, options);
  } finally {
    lock.release();
  }
}

/** Options that would be passed over in silence are wrong usage. */
function checkOptions(options: SampleOptions): void {
  const { record: sheets } = options;
  const given = (names: (keyof SampleOptions)[]) => names.find((name) => options[name] !== undefined);
  const forDraw = given(['draw', 'size', 'seed', 'coders']);
  const forRecord = given(['settle', 'coder', 'date']);
  if (sheets !== undefined && forDraw !== undefined)
    throw new SettingsError(`--record and --${forDraw} do not go together`);
  if (sheets === undefined && forRecord !== undefined)
    throw new SettingsError(`--${forRecord} needs --record`);
}

async function draw(
  layout: CaseLayout,
  data: CaseData,
  { size, seed, coders }: SampleOptions,
): Promise<void> {
  const settings = {
    size: size ?? null,
    seed: seed ?? null,
    coders: Number(coders ?? 1),
    today: new Date().toISOString().slice(0, 10),
  };
  const { draw: drawn, folder, sheets } = await recordDraw(layout, data, settings);
  const strata = drawn.strata.length;
  const place = relative(process.cwd(), folder) || folder;
  process.stdout.write(
    `Sample ${drawn.sample}: ${drawn.units.length} drawn from ${strata} strata, seed ${drawn.seed}\n` +
      sheets.map((sheet) => `  ${join(place, sheet)}\n`).join('') +
      `Fill in a sheet a person, then: contact-audit sample ${basename(layout.root)} --record <sheet>\n`,
  );
}

async function show(data: CaseData, samples: readonly SampleInput[], options: SampleOptions): Promise<void> {
  const drawing = (['size', 'seed', 'coders'] as const).find((name) => options[name] !== undefined);
  if (drawing !== undefined)
    throw new SettingsError(`the case has a sample already; --draw draws another with --${drawing}`);
  print(data, samples, options);
}

function print(data: CaseData, samples: readonly SampleInput[], { json }: SampleOptions): void {
  const section = buildSample(samples, data);
  if (section === null) return;
  process.stdout.write(json === true ? `${JSON.stringify(section, null, 2)}\n` : describeSample(section));
}

function refuseFaults(sheets: readonly ReadBack[]): void {
  const faults = sheets.flatMap((sheet) => sheet.faults);
  if (faults.length === 0) return;
  for (const fault of faults.slice(0, FAULTS_SHOWN)) process.stderr.write(`${fault}\n`);
  if (faults.length > FAULTS_SHOWN) process.stderr.write(`and ${faults.length - FAULTS_SHOWN} more\n`);
  throw new SettingsError(
    `nothing was recorded: ${faults.length} ${faults.length === 1 ? 'fault' : 'faults'} in the sheets, named above`,
  );
}

/** Reads sheets back; records all of them or, where a row is faulty, none. */
async function record(
  layout: CaseLayout,
  data: CaseData,
  samples: readonly SampleInput[],
  options: SampleOptions,
): Promise<void> {
  if (samples.length === 0) throw new SettingsError('the case has no sample: draw one first');
  const sheets = await readBack(samples, {
    sheets: options.record ?? [],
    coder: options.coder ?? null,
    date: options.date ?? null,
    settles: options.settle === true,
  });
  refuseFaults(sheets);
  const added = await recordCodes(layout, samples, sheets);
  const now = await readSamples(layout);
  if (options.json !== true) {
    for (const { name, coder, codes, missing } of sheets) {
      const rest = options.settle === true ? '' : missing === 0 ? ', none missing' : `, ${missing} missing`;
      process.stdout.write(`${name}: ${codes.length} coded by ${coder}${rest}\n`);
    }
    process.stdout.write(`${added} new or changed answers kept in ${basename(layout.decisions)}\n\n`);
  }
  print(data, now, options);
  await writeDifferences(layout, data, now, sheets, options);
}

/** Where coders differ somebody has to decide: a sheet with what each of them said. */
async function writeDifferences(
  { samples: folder }: CaseLayout,
  data: CaseData,
  samples: readonly SampleInput[],
  sheets: readonly ReadBack[],
  { json }: SampleOptions,
): Promise<void> {
  for (const number of new Set(sheets.flatMap(({ codes }) => codes.map(({ sample }) => sample)))) {
    const sample = samples.find(({ draw: one }) => one.sample === number);
    const differences = sample === undefined ? null : buildDifferences(sample, data);
    if (differences === null) continue;
    const path = join(folder, String(number));
    const [name = ''] = await writeSheet(path, 'differences', differences);
    if (json === true) continue;
    process.stdout.write(
      `\nCoders differ on ${differences.rows.length}: decide in ${relative(process.cwd(), join(path, name))}, then --record it with --settle\n`,
    );
  }
}
