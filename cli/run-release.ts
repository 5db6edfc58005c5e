import { relative, resolve } from 'node:path';
import { SettingsError, type Sums } from '../case/index.ts';
import { type OcrChoice, type RunResult, runCase } from '../workers/index.ts';
import { formatRows, openConsole, withheldLine } from './console.ts';
import { readSecondCoder } from './read-second-coder.ts';
import type { RunOptions } from './run.ts';
import { supplementFiles } from './supplement-options.ts';

const NOTHING_READ = 3;

/** Runs a release through all stages and says what was found. A signal to stop ends it; the same command goes on from there. */
export async function runRelease(paths: string[], options: RunOptions): Promise<void> {
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
}

function ocrChoice({ ocr, lang }: RunOptions): OcrChoice {
  return { engine: ocr || 'none', languages: lang };
}

function summarize(result: RunResult): string {
  const { manifest, reportPath, withheld, anythingRead, brokenItems, secondCoder } = result;
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
  if (brokenItems > 0)
    rows.push(['broke down', `${brokenItems} items not linked or coded; export/files.csv names each`]);
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
