import { type Command, InvalidArgumentError, Option } from 'commander';
import { parseCount } from './common-options.ts';

/** What the options say; missing where nothing was said. */
export interface SampleOptions {
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
      const { takeSample } = await import('./take-sample.ts');
      await takeSample(folder, options);
    });
}
