import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { SettingsError } from '../case/index.ts';
import { type LabelledItem, parseLabelled, parseWorth } from '../classify/index.ts';
import { readUserLines } from './read-json-lines.ts';

/** Labelled items of the given JSON Lines files, or of all such files in a folder; each file is a group of its own, worth what `worth.json` beside it says. */
export async function readLabelledFiles(paths: string[]): Promise<LabelledItem[]> {
  const files = paths.flatMap(expand);
  if (files.length === 0) throw new SettingsError(`no .jsonl file in ${paths.join(', ')}`);
  const items: LabelledItem[] = [];
  for (const file of files) {
    const group = basename(file, '.jsonl');
    const worth = readWorth(dirname(file)).get(group);
    for await (const { line, value } of readUserLines(file)) {
      try {
        items.push(parseLabelled(value, group, worth));
      } catch (error) {
        throw new SettingsError(`${file} line ${line}: ${(error as Error).message}`);
      }
    }
  }
  return items;
}

/** What the folder's `worth.json` says of its files; nothing where there is none. */
function readWorth(folder: string): ReadonlyMap<string, number> {
  const path = join(folder, 'worth.json');
  if (!existsSync(path)) return new Map();
  try {
    return parseWorth(JSON.parse(readFileSync(path, 'utf8')));
  } catch (error) {
    throw new SettingsError(`${path}: ${(error as Error).message}`);
  }
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
