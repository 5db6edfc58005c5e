import { readdirSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { SettingsError } from '../case/index.ts';
import { type LabelledItem, parseLabelled } from '../classify/index.ts';
import { readUserLines } from './read-json-lines.ts';

/** Labelled items of the given JSON Lines files, or of all such files in a folder; each file is a group of its own. */
export async function readLabelledFiles(paths: string[]): Promise<LabelledItem[]> {
  const files = paths.flatMap(expand);
  if (files.length === 0) throw new SettingsError(`no .jsonl file in ${paths.join(', ')}`);
  const items: LabelledItem[] = [];
  for (const file of files) {
    for await (const { line, value } of readUserLines(file)) {
      try {
        items.push(parseLabelled(value, basename(file, '.jsonl')));
      } catch (error) {
        throw new SettingsError(`${file} line ${line}: ${(error as Error).message}`);
      }
    }
  }
  return items;
}

function expand(path: string): string[] {
  try {
    if (!statSync(path).isDirectory()) return [path];
  } catch {
    throw new SettingsError(`no such file or folder: ${path}`);
  }
  const names = readdirSync(path).filter((name) => name.endsWith('.jsonl'));
  return names.sort().map((name) => join(path, name));
}
