import { relative, resolve } from 'node:path';
import { type Command, Option } from 'commander';
import { SettingsError, type Sums } from '../case/index.ts';
import { type OcrChoice, type RunResult, runCase } from '../workers/index.ts';
import {
  type ConsoleOptions,
  formatRows,
  logLevelOption,
  openConsole,
  parseCount,
  parseJobs,
  withheldLine,
} from './console.ts';
import { type MaskFlags, publicEmployeesOption } from './public-employees.ts';
import { addSecondCoderOptions, readSecondCoder, type SecondCoderOptions } from './second-coder-options.ts';
import { addSupplementOptions, type SupplementFlags, supplementFiles } from './supplement-options.ts';

const NOTHING_READ = 3;

interface RunOptions extends ConsoleOptions, SecondCoderOptions, MaskFlags, SupplementFlags {
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
    if (options.dashboard !== undefined && options.redis === undefined) {
      throw new SettingsError('--dashboard needs --redis: there is nothing to show without it');
    }
    if (options.jobs === 0 && options.redis === undefined) {
      throw new SettingsError('--jobs 0 needs --redis: somebody has to do the work');
    }
    const { progress, logger } = openConsole(options);
    const stopper = new AbortController();
    const stop = () => stopper.abort();
    process.once('SIGINT', stop);
    process.once('SIGTERM', stop);
    try {
      const settings = {
        paths,
        caseFolder: options.case,
        title: options.title ?? null,
        agencyFile: options.agency === undefined ? null : resolve(options.agency),
        threads: options.jobs ?? null,
        redisUrl: options.redis ?? null,
        dashboardPort: options.dashboard ?? null,
        retryFailed: options.retryFailed === true,
        passwordsFile: options.passwords ?? null,
        ocr: ocrChoice(options),
        secondCoder: readSecondCoder(options),
        policy: {
          policies: options.policy ?? [],
          claimsFile: options.claims ?? null,
          counterfactual: options.counterfactual === true,
        },
        masking: { listFile: options.mask ?? null, publicEmployees: options.publicEmployees ?? 'role' },
        supplements: supplementFiles(options),
      };
      const result = await runCase(settings, progress, logger, stopper.signal);
      process.stdout.write(summarize(result));
      if (!result.anythingRead) process.exitCode = NOTHING_READ;
    } finally {
      process.off('SIGINT', stop);
      process.off('SIGTERM', stop);
    }
  });
}

function ocrChoice({ ocr, lang }: RunOptions): OcrChoice {
  return { engine: ocr || 'none', languages: lang };
}

/** Gathers the values of an option that is given several times. */
function collect(value: string, before: string[] = []): string[] {
  return [...before, value];
}

function summarize({ manifest, reportPath, withheld, anythingRead, secondCoder }: RunResult): string {
  const { sums } = manifest;
  if (!anythingRead)
    return `Nothing could be read: ${sums.files} files, each named with its reason in export/files.csv.\n`;
  const broad = sums.status_only + sums.mixed;
  const rows: [string, string | number][] = [
    ['files', ledgerText(sums)],
    ['pages', pagesText(sums)],
    ['items', `${sums.items} (found as ${sums.item_copies} copies)`],
    ['exchanges', sums.exchanges],
    ['contacts', `${sums.contacts} in ${sums.incidents} incidents`],
    ['persons', personsText(sums)],
    ['strict', `${sums.status_only} status-only`],
    [
      'broad',
      `${broad} status-only + mixed; ${broad + sums.undetermined} if every undetermined one is counted`,
    ],
    ['criminal', sums.criminal_investigation],
    ['administrative', sums.administrative],
    ['undetermined', sums.undetermined],
    [
      'needs review',
      `${sums.needs_review} exchanges; every code is the model's suggestion until people decide`,
    ],
  ];
  if (secondCoder !== null) rows.push(['second coder', secondCoder]);
  if (sums.findings > 0) rows.push(['findings', findingsText(sums)]);
  if (sums.claims > 0) rows.push(['claims', `${sums.claims} tested; the answers are in export/claims.csv`]);
  const report = `Report: ${relative(process.cwd(), reportPath)}\n`;
  return `${formatRows(rows)}\n${report}${withheld === null ? '' : withheldLine(withheld)}`;
}

function findingsText(sums: Sums): string {
  const { apparent_conflicts, findings_consistent, findings_cannot_tell, findings_not_in_force } = sums;
  return `${apparent_conflicts} apparent conflict, ${findings_consistent} consistent, ${findings_cannot_tell} cannot tell, ${findings_not_in_force} not in force`;
}

function ledgerText(sums: Sums): string {
  const named = [
    [sums.files_read, 'read'],
    [sums.files_partial, 'read in part'],
    [sums.files_unreadable, 'unreadable'],
    [sums.files_duplicate, 'duplicate'],
  ] as const;
  const parts = named.filter(([count]) => count > 0).map(([count, label]) => `${count} ${label}`);
  return `${sums.files}: ${parts.join(', ')}`;
}

function pagesText(sums: Sums): string {
  return `${sums.pages}: ${sums.pages_text + sums.pages_ocr} read, ${sums.pages_blank} blank, ${sums.pages_unread} unread`;
}

function personsText({ persons, contacts_persons_unknown: unknown }: Sums): string {
  return unknown === 0 ? `${persons}` : `${persons}, and ${unknown} contacts where the number cannot be told`;
}
