import { issue } from '../../ingest/index.ts';
import type { IngestResult, StoredChild } from '../../workers/artifacts.ts';
import { buildLedger, type ReleaseFile } from '../../workers/ledger.ts';
import { sourceFile } from '../records.ts';

const release = (path: string, sha256: string, bytes = 10): ReleaseFile => ({
  path,
  sha256,
  bytes,
  issue: null,
});
const result = (sha256: string, children: StoredChild[] = []): [string, IngestResult] => [
  sha256,
  { file: sourceFile({ file_id: `f_${sha256}`, path: '', sha256 }), children },
];
const child = (suffix: string, sha256: string): StoredChild => ({
  suffix,
  sha256,
  bytes: 10,
  blob: 'b',
  parent_id: 'i_9',
});
const artifact = (sha256: string) => `ingest/${sha256}`;

describe('the ledger', () => {
  test('has a row for each file, those inside containers included', () => {
    const results = new Map([result('aa', [child('!/x.txt', 'bb')]), result('bb')]);
    const rows = buildLedger([release('a.zip', 'aa')], results, artifact, 10);
    expect(
      rows.map(({ file, artifact, parent_id }) => [file.path, file.status, artifact, parent_id]),
    ).toEqual([
      ['a.zip', 'read', 'ingest/aa', null],
      ['a.zip!/x.txt', 'read', 'ingest/bb', 'i_9'],
    ]);
  });

  test('reads a content once and calls each further copy a duplicate', () => {
    const results = new Map([result('aa', [child('!/x.txt', 'bb')]), result('bb')]);
    const rows = buildLedger(
      [release('b.zip', 'aa'), release('c.zip', 'aa'), release('x.txt', 'bb')],
      results,
      artifact,
      10,
    );
    expect(rows.map(({ file }) => [file.path, file.status])).toEqual([
      ['b.zip', 'read'],
      ['b.zip!/x.txt', 'duplicate'],
      ['c.zip', 'duplicate'],
      ['x.txt', 'read'],
    ]);
    expect(new Set(rows.map(({ file }) => file.file_id)).size).toBe(4);
    expect(rows.filter(({ artifact }) => artifact !== null)).toHaveLength(2);
  });

  test('stops at an archive that holds itself', () => {
    const results = new Map([result('aa', [child('!/again.zip', 'aa')])]);
    const rows = buildLedger([release('a.zip', 'aa')], results, artifact, 10);
    expect(rows.map(({ file }) => file.status)).toEqual(['read', 'duplicate']);
  });

  test('names what lies too deep', () => {
    const results = new Map([result('aa', [child('!/b.zip', 'bb')]), result('bb', [child('!/c', 'cc')])]);
    const rows = buildLedger([release('a.zip', 'aa')], results, artifact, 1);
    expect(rows.at(-1)?.file).toMatchObject({ status: 'unreadable', issues: [{ code: 'too-deep' }] });
  });

  test('names a file that cannot be opened', () => {
    const unopened = { path: 'x', sha256: '', bytes: 0, issue: issue('unreadable-source', 'no') };
    const rows = buildLedger([unopened], new Map(), artifact, 10);
    expect(rows[0]?.file).toMatchObject({ status: 'unreadable', issues: [{ code: 'unreadable-source' }] });
  });

  test('does not call empty files copies of one another', () => {
    const empty: [string, IngestResult] = [
      'ee',
      { file: sourceFile({ status: 'unreadable', sha256: 'ee' }), children: [] },
    ];
    const rows = buildLedger([release('a', 'ee', 0), release('b', 'ee', 0)], new Map([empty]), artifact, 10);
    expect(rows.map(({ file }) => file.status)).toEqual(['unreadable', 'unreadable']);
    expect(rows[0]?.file.file_id).not.toBe(rows[1]?.file.file_id);
  });

  test('gives two entries of one name a path each', () => {
    const results = new Map([
      result('aa', [child('!/x', 'bb'), child('!/x', 'cc')]),
      result('bb'),
      result('cc'),
    ]);
    const rows = buildLedger([release('a.zip', 'aa')], results, artifact, 10);
    expect(rows.map(({ file }) => file.path)).toEqual(['a.zip', 'a.zip!/x', 'a.zip!/x (2)']);
  });
});
