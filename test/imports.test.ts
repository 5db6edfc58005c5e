import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';

const ROOT = resolve(__dirname, '..');

/** What each folder may import besides itself. Nothing imports `workers`, `review` or `cli` but those three. */
const ALLOWED: Record<string, string[]> = {
  ingest: [],
  store: ['ingest'],
  classify: ['ingest'],
  policy: ['ingest', 'classify'],
  report: ['ingest', 'classify', 'policy'],
  case: ['ingest', 'classify', 'policy', 'report', 'store'],
  workers: ['ingest', 'classify', 'policy', 'report', 'store', 'case'],
  review: ['ingest', 'classify', 'policy', 'report', 'store', 'case', 'workers'],
  cli: ['ingest', 'classify', 'policy', 'report', 'store', 'case', 'workers', 'review'],
};

interface Import {
  from: string;
  specifier: string;
  target: string;
}

function sourceFiles(folder: string): string[] {
  if (!existsSync(join(ROOT, folder))) return [];
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(ROOT, folder, name));
}

function importsOf(file: string): Import[] {
  const text = readFileSync(file, 'utf8');
  const found = text.matchAll(/(?:from|import)\s*\(?\s*['"](\.[^'"]+)['"]/g);
  return [...found].map((match) => ({
    from: relative(ROOT, file),
    specifier: match[1] ?? '',
    target: relative(ROOT, resolve(dirname(file), match[1] ?? '')),
  }));
}

function violations(imports: Import[]): string[] {
  return imports.flatMap(({ from, target }) => {
    const source = from.split('/')[0] ?? '';
    const folder = target.split('/')[0] ?? '';
    if (source === folder) return [];
    if (!ALLOWED[source]?.includes(folder)) return [`${from} imports ${target}`];
    return target === `${folder}/index.ts` ? [] : [`${from} reaches past ${folder}/index.ts to ${target}`];
  });
}

describe('the arrow between the stages', () => {
  const imports = Object.keys(ALLOWED).flatMap((folder) => sourceFiles(folder).flatMap(importsOf));

  test('no stage imports against it, or past the index of another stage', () => {
    expect(imports.length).toBeGreaterThan(10);
    expect(violations(imports)).toEqual([]);
  });

  test('an import against it is noticed', () => {
    const against = { from: 'ingest/a.ts', specifier: '', target: 'classify/index.ts' };
    const past = { from: 'classify/a.ts', specifier: '', target: 'ingest/item.ts' };
    expect(violations([against])).toEqual(['ingest/a.ts imports classify/index.ts']);
    expect(violations([past])).toEqual(['classify/a.ts reaches past ingest/index.ts to ingest/item.ts']);
  });
});

/** What a module loads when it is loaded: `import type` and `import()` load nothing then. */
const LOADED = /^(?:import|export) (?!type )(?:[^;'"]*? from )?'([^']+)';/gm;

/** All that is loaded with a module: the project's own files, and packages. */
function loadedWith(start: string): { files: string[]; packages: string[] } {
  const files = new Set([start]);
  const packages = new Set<string>();
  for (const file of files) {
    for (const [, specifier = ''] of readFileSync(join(ROOT, file), 'utf8').matchAll(LOADED)) {
      if (specifier.startsWith('.')) files.add(join(dirname(file), specifier));
      else if (!specifier.startsWith('node:')) packages.add(specifier);
    }
  }
  return { files: [...files], packages: [...packages] };
}

describe('what is loaded', () => {
  test('for help and for wrong usage are the words of the commands, and no stage', () => {
    const { files, packages } = loadedWith('cli/main.ts');
    expect(files).toContain('cli/sample.ts');
    expect(files.filter((file) => !file.startsWith('cli/'))).toEqual([]);
    expect(packages).toEqual(['commander']);
  });

  test('for every command is none of the libraries that few commands use', () => {
    const { files, packages } = loadedWith('workers/index.ts');
    expect(files.length).toBeGreaterThan(200);
    expect(packages).toContain('libsql');
    const large = ['vega', 'vega-lite', 'pdfkit', 'svg-to-pdfkit', 'pdf-parse'];
    const queues = ['bullmq', 'ioredis', 'express'];
    const readers = ['mailparser', 'mammoth', 'html-to-text', 'file-type', '@e965/xlsx', 'tesseract.js'];
    expect([...large, ...queues, ...readers].filter((name) => packages.includes(name))).toEqual([]);
  });

  test('is found through a chain of modules', () => {
    expect(loadedWith('report/load-renderers.ts').files).toHaveLength(1);
    expect(loadedWith('report/render-html.ts').packages).toContain('vega');
  });
});
