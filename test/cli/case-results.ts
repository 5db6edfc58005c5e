import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

/** Every file under `export/` and `report/` of a case, by its name in there. */
export function caseResults(caseFolder: string): Record<string, Buffer> {
  const files: Record<string, Buffer> = {};
  for (const folder of ['export', 'report']) {
    for (const entry of readdirSync(join(caseFolder, folder), { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue;
      const path = join(entry.parentPath, entry.name);
      files[relative(join(caseFolder, folder), path)] = readFileSync(path);
    }
  }
  return files;
}

/** Fails with the name of the first file that is not the same, byte for byte. */
export function expectSameBytes(found: Record<string, Buffer>, expected: Record<string, Buffer>): void {
  expect(Object.keys(found).sort()).toEqual(Object.keys(expected).sort());
  const differing = Object.entries(found).filter(
    ([name, bytes]) => !bytes.equals(expected[name] ?? Buffer.alloc(0)),
  );
  expect(differing.map(([name]) => name)).toEqual([]);
}

/** Waits until something is there. */
export async function until(ready: () => boolean): Promise<void> {
  while (!ready()) await new Promise((resolve) => setTimeout(resolve, 20));
}
