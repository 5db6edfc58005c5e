import { basename, join, relative, resolve } from 'node:path';
import { type Command, InvalidArgumentError, Option } from 'commander';
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
import { parseCount } from './console.ts';

interface SampleOptions {
  draw?: boolean;
  size?: number;
  seed?: string;
  coders?: string;
  record?: string[];
  settle?: boolean;
  coder?: string;
  date?: string;
  json?: boolean;
}

/** Faulty rows that are printed; the rest is counted. */
const FAULTS_SHOWN = 50;

const HELP = `
Without options the first sample is drawn; once there is one, what it says is printed.
Give coders the sheets and nothing else: draw.json and frame.csv tell the model's codes.
Columns to fill in: relevance, purpose and conduct, or verdict alone; coder once; note as wanted. See docs/sampling.md.
The report prints what was recorded when it is written again: contact-audit report <dir>`;

/** An ISO day, for commander. */
function parseDay(text: string): string {
  const isDay = /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text));
  if (!isDay || new Date(text).toISOString().slice(0, 10) !== text)
    throw new InvalidArgumentError('a day such as 2026-03-31 is needed.');
  return text;
}

export function addSample(program: Command): void {
  program
    .command('sample')
    .description(
      'draw exchanges for people to code blind, record what they say, and compute error rates and recall',
    )
    .argument('<dir>', 'the case folder')
    .option('--draw', 'draw another sample, where there is one already')
    .option('--size <n>', 'exchanges, items and pages to draw (default: 200, or all there are)', parseCount)
    .option('--seed <text>', 'seed of the draw (default: made of the case, so that nobody chooses it)')
    .addOption(
      new Option('--coders <n>', 'people who code each unit by themselves, a sheet each').choices(['1', '2']),
    )
    .option('--record <sheet...>', 'read filled sheets back, .csv or .xlsx, and keep what they say')
    .option('--settle', 'with --record: these answers decide where coders differ')
    .option('--coder <name>', 'with --record: who coded, where the sheets do not say')
    .option(
      '--date <day>',
      'with --record: when (default: the day on which the sheet was last saved)',
      parseDay,
    )
    .option('--json', 'what the sample says as JSON')
    .addHelpText('after', HELP)
    .action(async (folder: string, options: SampleOptions) => {
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
    });
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
