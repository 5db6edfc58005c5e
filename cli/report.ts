import { join, relative, resolve } from 'node:path';
import type { Command } from 'commander';
import {
  type CaseData,
  type CaseLayout,
  caseLayout,
  lockCase,
  openDatabase,
  openStore,
} from '../case/index.ts';
import { assessCase, openCase, readMaskOptions, writeResults } from '../workers/index.ts';
import { type MaskFlags, publicEmployeesOption } from './public-employees.ts';

export function addReport(program: Command): void {
  program
    .command('report')
    .description('write exports and report of a case again')
    .argument('<dir>', 'the case folder')
    .option(
      '--mask <file>',
      'names and numbers to mask in the public edition, and some not to: see docs/masking.md',
    )
    .addOption(publicEmployeesOption())
    .action(async (folder: string, options: MaskFlags) => {
      const layout = caseLayout(resolve(folder));
      const opened = openCase(layout);
      const masking = chooseMasking(opened, options);
      const lock = lockCase(layout.lock);
      try {
        const data = assessCase(keepMasking(layout, opened, masking));
        await writeResults(layout, data, openStore(layout.store));
      } finally {
        lock.release();
      }
      process.stdout.write(`Report: ${relative(process.cwd(), join(layout.report, 'index.html'))}\n`);
    });
}

/** What was said this time, else what the case holds; null where neither is so. */
function chooseMasking(data: CaseData, { mask, publicEmployees }: MaskFlags): CaseData['masking'] | null {
  if (mask === undefined && publicEmployees === undefined) return null;
  const shown = publicEmployees ?? data.masking?.public_employees ?? 'role';
  const read = readMaskOptions({ listFile: mask ?? null, publicEmployees: shown });
  return mask === undefined ? { ...read, list: data.masking?.list ?? [] } : read;
}

/** The next `report` masks as this one does. */
function keepMasking(layout: CaseLayout, data: CaseData, masking: CaseData['masking'] | null): CaseData {
  if (masking === null || masking === undefined) return data;
  const database = openDatabase(layout.database);
  try {
    database.saveMasking(masking);
  } finally {
    database.close();
  }
  return { ...data, masking };
}
