import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sha256Hex } from '../ingest/index.ts';

function findRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'package.json'))) folder = dirname(folder);
  return folder;
}

/** The folder of the installed tool: lexicons, model and fixtures lie under it. */
export const PROJECT_ROOT = findRoot();

const PACKAGE = JSON.parse(readFileSync(join(PROJECT_ROOT, 'package.json'), 'utf8')) as {
  version: string;
  dependencies: Record<string, string>;
};

export const TOOL_VERSION = PACKAGE.version;

/** The folder that holds the running code of the stages: `dist` when built. */
const CODE_ROOT = dirname(dirname(fileURLToPath(import.meta.url)));

/**
 * The version of a stage: a hash of its code and of the libraries it may use. Work kept in the store under another
 * version is not used again, so nobody has to remember to raise a number.
 */
function stageVersion(...folders: string[]): string {
  const files = folders.flatMap((folder) =>
    readdirSync(join(CODE_ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(js|ts|json)$/.test(name) && !name.startsWith('model'))
      .map((name) => join(folder, name))
      .sort(),
  );
  const hashes = files.map((name) => `${name} ${sha256Hex(readFileSync(join(CODE_ROOT, name)))}`);
  return sha256Hex([JSON.stringify(PACKAGE.dependencies), ...hashes].join('\n')).slice(0, 16);
}

export function stageVersions(): { ingest: string; classify: string } {
  return { ingest: stageVersion('ingest'), classify: stageVersion('ingest', 'classify') };
}
