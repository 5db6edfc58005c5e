import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

function findRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'package.json'))) folder = dirname(folder);
  return folder;
}

/**
 * The folder of the installed tool, as `workers` finds it too. It is found here again because that stage loads all the
 * others, which `--help` and `--version` have no use for.
 */
export const PROJECT_ROOT = findRoot();

/** The tool's version, as its package names it. */
export const TOOL_VERSION = (
  JSON.parse(readFileSync(join(PROJECT_ROOT, 'package.json'), 'utf8')) as { version: string }
).version;
