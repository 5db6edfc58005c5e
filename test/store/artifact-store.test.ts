import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openStore, readJsonLines, sweepStore, writeJsonLines } from '../../store/index.ts';
import { temporaryFolder } from '../temporary-folder.ts';

async function collect<T>(records: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const record of records) all.push(record);
  return all;
}

describe('the artifact store', () => {
  test('shows an artifact only when it is whole', async () => {
    const store = openStore(temporaryFolder());
    const failing = store.write('ingest', 'abc', async (folder) => {
      await writeFile(join(folder, 'half'), 'x');
      throw new Error('power cut');
    });
    await expect(failing).rejects.toThrow('power cut');
    expect(store.has('ingest', 'abc')).toBe(false);
    await store.write('ingest', 'abc', (folder) => writeFile(join(folder, 'whole'), 'y'));
    expect(readFileSync(join(store.path('ingest', 'abc'), 'whole'), 'utf8')).toBe('y');
  });

  test('keeps the first of two that do the same work', async () => {
    const store = openStore(temporaryFolder());
    await store.write('code', 'k', (folder) => writeFile(join(folder, 'f'), 'first'));
    await store.write('code', 'k', (folder) => writeFile(join(folder, 'f'), 'second'));
    expect(readFileSync(join(store.path('code', 'k'), 'f'), 'utf8')).toBe('first');
  });

  test('keeps equal bytes once', async () => {
    const store = openStore(temporaryFolder());
    const one = await store.writeBlob(Buffer.from('flyer'));
    expect(await store.writeBlob(Buffer.from('flyer'))).toEqual(one);
    expect(readFileSync(join(store.root, one.blob), 'utf8')).toBe('flyer');
  });

  test('sweeps away what a killed run left half-written', async () => {
    const store = openStore(temporaryFolder());
    await store.writeBlob(Buffer.from('x'));
    writeFileSync(join(store.root, 'tmp', 'left'), 'half');
    await sweepStore(store);
    expect(existsSync(join(store.root, 'tmp'))).toBe(false);
    expect(readdirSync(store.root)).toEqual(['blobs']);
  });
});

describe('JSON Lines', () => {
  test('come back as they went in, line separators of Unicode and multi-byte letters on chunk borders included', async () => {
    const path = join(temporaryFolder(), 'x.jsonl');
    const records = [{ a: 'one\u2028two\u2029' }, { a: 'é'.repeat(70_000) }, { a: 'z\n' }];
    const writer = writeJsonLines(path);
    for (const record of records) await writer.write(record);
    await writer.close();
    expect(await collect(readJsonLines(path))).toEqual(records);
  });

  test('of nothing are nothing', async () => {
    const path = join(temporaryFolder(), 'x.jsonl');
    await writeJsonLines(path).close();
    expect(await collect(readJsonLines(path))).toEqual([]);
  });

  test('say so when they cannot be written', async () => {
    const writer = writeJsonLines(join(temporaryFolder(), 'missing', 'x.jsonl'));
    await expect(writer.close()).rejects.toThrow('ENOENT');
  });
});
