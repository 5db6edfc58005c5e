import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ingestSource, type Sink, type Source } from '../../ingest/index.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { ingestBytes } from './ingest-bytes.ts';

const MAIL = 'From: a@x.example\nTo: b@x.example\nDate: Tue, 6 Jan 2015 05:52:09 -0600\nSubject: x\n\ny\n';

function sourceOf(location: string): Source {
  return { location, path: 'a.eml', sha256: '00', bytes: 1, depth: 0, parent_id: null };
}

const silent: Sink = { page: () => {}, item: () => {}, child: () => {} };

test('a file that cannot be opened is in the ledger', async () => {
  const file = await ingestSource(sourceOf(join(temporaryFolder(), 'gone.eml')), silent);
  expect(file).toMatchObject({ status: 'unreadable', items_expected: 0 });
  expect(file.issues.map((problem) => problem.code)).toEqual(['unreadable-source']);
});

test('trouble of the sink is thrown and not blamed on the file', async () => {
  const location = join(temporaryFolder(), 'a.eml');
  writeFileSync(location, MAIL);
  const full: Sink = {
    ...silent,
    item: () => {
      throw new Error('disk full');
    },
  };
  await expect(ingestSource(sourceOf(location), full)).rejects.toThrow('disk full');
});

test('the same bytes give the same records', async () => {
  expect(await ingestBytes(MAIL)).toEqual(await ingestBytes(MAIL));
});

test('an item knows its file by id, path and hash', async () => {
  const { file, items } = await ingestBytes(MAIL);
  expect(items[0]).toMatchObject({ file_id: file.file_id, path: file.path, sha256: file.sha256 });
  expect(file.file_id).toBe(`f_${file.sha256.slice(0, 16)}`);
});
