import { type Command, Option } from 'commander';
import { type ConsoleOptions, logLevelOption, parseCount, parseJobs } from './common-options.ts';
import { type MaskFlags, publicEmployeesOption } from './public-employees.ts';
import { addSecondCoderOptions, type SecondCoderOptions } from './second-coder-options.ts';
import { addSupplementOptions, type SupplementFlags } from './supplement-options.ts';

/** What the options say; missing where nothing was said. */
export interface RunOptions extends ConsoleOptions, SecondCoderOptions, MaskFlags, SupplementFlags {
  case: string;
  agency?: string;
  title?: string;
  jobs?: number;
  retryFailed?: boolean;
  passwords?: string;
  lang: string;
  ocr: 'tesseract.js' | 'native' | false;
  redis?: string;
  dashboard?: number;
  policy?: string[];
  claims?: string;
  counterfactual?: boolean;
}

export function addRun(program: Command): void {
  const command = program
    .command('run')
    .description('read a release, find and code its contacts, write exports and report')
    .argument('<path...>', 'files and folders of the release: pdf, eml, mbox, zip, txt, csv, html, docx')
    .requiredOption('--case <dir>', 'the case folder; made, or continued where it is there')
    .option('--agency <file>', 'JSON file of agencies, in the form of classify/lexicon/agencies.json')
    .option('--title <text>', 'title of the report (default: the name of the release)')
    .option(
      '--redis <url>',
      'queue on Redis, for workers on more machines: redis://[[user]:password@]host[:port], rediss:// for TLS',
    )
    .option('--dashboard <port>', 'with --redis: show the jobs in the browser, on 127.0.0.1', parseCount)
    .option(
      '--jobs <n>',
      'worker threads (default: one a core; 0 with --redis: only other workers)',
      parseJobs,
    )
    .option(
      '--policy <id|file>',
      'test contacts against a policy: an id of `policy list` or a file; may be repeated',
      collect,
    )
    .option('--claims <file>', 'test public statements against the contacts: a YAML file, see docs/claims.md')
    .option('--counterfactual', 'say also what a rule would have found where it was not in force')
    .option(
      '--mask <file>',
      'names and numbers to mask in the public edition, and some not to: see docs/masking.md',
    )
    .addOption(publicEmployeesOption())
    .option('--passwords <file>', 'passwords for locked files, one a line; they are kept nowhere')
    .option('--lang <codes>', 'languages of scanned pages, as in eng or eng+spa', 'eng')
    .addOption(
      new Option(
        '--ocr <engine>',
        'what reads scanned pages; native is the program tesseract of this machine',
      )
        .choices(['tesseract.js', 'native'])
        .default('tesseract.js'),
    )
    .option('--no-ocr', 'leave scanned pages unread')
    .option('--retry-failed', 'try files again that broke their worker in an earlier run')
    .addOption(logLevelOption());
  addSupplementOptions(command);
  addSecondCoderOptions(command).action(async (paths: string[], options: RunOptions) => {
    const { runRelease } = await import('./run-release.ts');
    await runRelease(paths, options);
  });
}

/** Gathers the values of an option that is given several times. */
function collect(value: string, before: string[] = []): string[] {
  return [...before, value];
}
