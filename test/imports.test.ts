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
