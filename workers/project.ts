import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
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
  return codeHash(folders.flatMap(codeFiles), PACKAGE.dependencies);
}

/** The code of a folder but its models, which have versions of their own. */
function codeFiles(folder: string): string[] {
  return readdirSync(join(CODE_ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(js|ts|json)$/.test(name) && !name.startsWith('model'))
    .map((name) => join(folder, name))
    .sort();
}

function codeHash(files: string[], dependencies: Record<string, string | undefined>): string {
  const hashes = files.map((name) => `${name} ${sha256Hex(readFileSync(join(CODE_ROOT, name)))}`);
  return sha256Hex([JSON.stringify(dependencies), ...hashes].join('\n')).slice(0, 16);
}

/** Code and libraries that decide what is recognised on a page: nothing else makes the slowest of all stages run again. */
const OCR_CODE =
  /^(?:ocr-(?!merge|languages)|grey-image|image-|page-text|layout-lines|find-redactions)[\w-]*\.[jt]s$/;
const OCR_LIBRARIES = [
  'tesseract.js',
  '@tesseract.js-data/eng',
  '@hyzyla/pdfium',
  '@napi-rs/canvas',
  'utif2',
];

function ocrVersion(): string {
  const files = codeFiles('ingest').filter((name) => OCR_CODE.test(basename(name)));
  const libraries = OCR_LIBRARIES.map((name) => [name, PACKAGE.dependencies[name]]);
  return codeHash(files, Object.fromEntries(libraries) as Record<string, string | undefined>);
}

export function stageVersions(): { ingest: string; classify: string; ocr: string } {
  return {
    ingest: stageVersion('ingest'),
    classify: stageVersion('ingest', 'classify'),
    ocr: ocrVersion(),
  };
}
