import { readFileSync } from 'node:fs';
import { SettingsError } from '../case/index.ts';
import { MaskListError, type MaskOptions, type PublicEmployees, parseMaskList } from '../report/index.ts';

/** What the user said about the mask of the public edition. */
export interface MaskSettings {
  /** A `--mask` file; null for none. */
  listFile: string | null;
  publicEmployees: PublicEmployees;
}

/** @throws SettingsError with file, line and fault where the list cannot be used. */
export function readMaskOptions({ listFile, publicEmployees }: MaskSettings): MaskOptions {
  if (listFile === null) return { public_employees: publicEmployees, list: [] };
  let text: string;
  try {
    text = readFileSync(listFile, 'utf8');
  } catch {
    throw new SettingsError(`mask file cannot be read: ${listFile}`);
  }
  try {
    return { public_employees: publicEmployees, list: parseMaskList(text) };
  } catch (error) {
    if (error instanceof MaskListError) throw new SettingsError(`mask file ${listFile}: ${error.message}`);
    throw error;
  }
}
