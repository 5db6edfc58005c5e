import { join, relative, resolve } from 'node:path';
import { type CaseData, type CaseLayout, caseLayout, lockCase, openDatabase } from '../case/index.ts';
import type { Supplements } from '../report/index.ts';
import { openStore } from '../store/index.ts';
import {
  assessCase,
  chooseSupplements,
  openCase,
  readMaskOptions,
  readSupplements,
  writeResults,
} from '../workers/index.ts';
import { withheldLine } from './console.ts';
import type { MaskFlags } from './public-employees.ts';
import { type SupplementFlags, supplementFiles } from './supplement-options.ts';

/** Writes exports and editions of a case again, from what the case holds and what people added. */
export async function rewriteReport(folder: string, options: MaskFlags & SupplementFlags): Promise<void> {
  const layout = caseLayout(resolve(folder));
  const opened = openCase(layout);
  const masking = chooseMasking(opened, options);
  const given = readSupplements(supplementFiles(options));
  const supplements = chooseSupplements(given, opened.supplements, opened.exchanges);
  const lock = lockCase(layout.lock);
  let withheld: string | null;
  try {
    keepSupplements(layout, supplements);
    const data = assessCase({ ...keepMasking(layout, opened, masking), supplements });
    ({ withheld } = await writeResults(layout, data, openStore(layout.store)));
  } finally {
    lock.release();
  }
  process.stdout.write(`Report: ${relative(process.cwd(), join(layout.report, 'index.html'))}\n`);
  if (withheld !== null) process.stdout.write(withheldLine(withheld));
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

/** The next `report` prints what this one does. */
function keepSupplements(layout: CaseLayout, supplements: Supplements): void {
  const database = openDatabase(layout.database);
  try {
    database.saveSupplements(supplements);
  } finally {
    database.close();
  }
}
