import { existsSync } from 'node:fs';
import { type CaseData, type CaseLayout, openDatabase, SettingsError } from '../case/index.ts';

/** @throws SettingsError where the folder holds no case, or no run on it has come to its end. */
export function openCase(layout: CaseLayout): CaseData {
  if (!existsSync(layout.database))
    throw new SettingsError(`no case in ${layout.root}: make one with \`run\``);
  const database = openDatabase(layout.database);
  try {
    const data = database.load();
    if (data === null)
      throw new SettingsError(`the run on ${layout.root} has not come to its end: start it again`);
    return data;
  } finally {
    database.close();
  }
}
