import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { appendDecisions, type CaseLayout, SAMPLE_CODE, SettingsError } from '../case/index.ts';
import { codesByUnit, type SampleCode, type SampleInput } from '../report/index.ts';
import { type CheckedSheet, checkSheet } from './check-sheet.ts';
import type { SheetRow } from './read-sheet.ts';

export interface RecordSettings {
  sheets: readonly string[];
  /** Null where the sheets name their coder. */
  coder: string | null;
  /** ISO day; null for the day on which the file was last changed. */
  date: string | null;
  settles: boolean;
}

/** A sheet that was read and can be recorded, or the faults for which nothing is. */
export interface ReadBack extends CheckedSheet {
  name: string;
}

/** @throws SettingsError where the file cannot be read or is no sheet. */
async function readRows(path: string): Promise<{ rows: SheetRow[]; changed: string }> {
  let bytes: Buffer;
  let changed: string;
  try {
    bytes = await readFile(path);
    changed = (await stat(path)).mtime.toISOString().slice(0, 10);
  } catch {
    throw new SettingsError(`sheet cannot be read: ${path}`);
  }
  const { readSheet } = await import('./read-sheet.ts');
  try {
    return { rows: readSheet(bytes), changed };
  } catch (error) {
    throw new SettingsError(`${path} is no coding sheet: ${(error as Error).message}`);
  }
}

/** Which sample a sheet is of, by its own word. */
function sampleOf(rows: readonly SheetRow[]): number | null {
  const named = rows.map(({ cells }) => cells.sample ?? '').find((one) => one !== '');
  return named === undefined ? null : Number(named);
}

/** Reads sheets and sets them beside the samples that they are of; where a sheet does not say, the newest. */
export async function readBack(
  samples: readonly SampleInput[],
  { sheets, coder, date, settles }: RecordSettings,
): Promise<ReadBack[]> {
  const found: ReadBack[] = [];
  for (const path of sheets) {
    const { rows, changed } = await readRows(path);
    const number = sampleOf(rows) ?? samples.at(-1)?.draw.sample;
    const draw = samples.find((one) => one.draw.sample === number)?.draw;
    if (draw === undefined)
      throw new SettingsError(`${path} is of sample ${number}, and the case has none such`);
    const name = basename(path);
    found.push({ name, ...checkSheet(rows, draw, { name, coder, date: date ?? changed, settles }) });
  }
  return found;
}

function sameCode(a: SampleCode, b: SampleCode): boolean {
  return (
    a.relevance === b.relevance &&
    a.purpose === b.purpose &&
    a.conduct === b.conduct &&
    a.verdict === b.verdict &&
    a.note === b.note
  );
}

/** Codes that the case does not hold yet: a sheet that is recorded twice adds nothing. */
export function newCodes(samples: readonly SampleInput[], codes: readonly SampleCode[]): SampleCode[] {
  const known = new Map(samples.map(({ draw, codes: own }) => [draw.sample, codesByUnit(own)]));
  return codes.filter((code) => {
    const unit = known.get(code.sample)?.get(code.unit);
    const last = code.settles ? unit?.settled : unit?.coders.get(code.coder);
    return last === undefined || last === null || !sameCode(last, code);
  });
}

/** Adds codes to `decisions.jsonl`, a line each. Returns how many were new. */
export async function recordCodes(
  layout: CaseLayout,
  samples: readonly SampleInput[],
  sheets: readonly ReadBack[],
): Promise<number> {
  const codes = newCodes(
    samples,
    sheets.flatMap((sheet) => sheet.codes),
  );
  await appendDecisions(
    layout.decisions,
    codes.map((code) => ({ type: SAMPLE_CODE, ...code })),
  );
  return codes.length;
}
