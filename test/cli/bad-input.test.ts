import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { zipSync } from 'fflate';
import { temporaryFolder } from '../temporary-folder.ts';
import { contactAudit, type Ended } from './contact-audit.ts';

interface LedgerLine {
  path: string;
  status: string;
  items_expected: string;
  items_emitted: string;
  items_failed: string;
  issues: string;
}

const MAIL =
  'From: a@pd.example\nTo: b@ice.dhs.example\nDate: Tue, 06 Jan 2015 05:52:09 -0600\nSubject: x\n\nhello\n';

/** A zip whose second entry's bytes no longer give its checksum. */
function damagedZip(): Uint8Array {
  const bytes = zipSync(
    { 'good.eml': Buffer.from(MAIL), 'bad.eml': Buffer.from(MAIL.repeat(20)) },
    { level: 0 },
  );
  const at = Buffer.from(bytes).lastIndexOf('hello');
  bytes[at] = 'j'.charCodeAt(0);
  return bytes;
}

describe('a release with bad files among good ones', () => {
  let ended: Ended;
  let ledger: Map<string, LedgerLine>;
  const root = temporaryFolder();

  beforeAll(async () => {
    const release = join(root, 'release');
    mkdirSync(release);
    const files: Record<string, string | Uint8Array> = {
      'good.eml': MAIL,
      'damaged.pdf': '%PDF-1.7\n1 0 obj <</Type /Catalog /Pages 2 0 R>> endobj\ntrailer <</Root 1 0 R',
      'empty.pdf': '',
      'empty.mbox': '',
      'damaged.zip': damagedZip(),
      'headless.eml': 'Just some words, and no header at all.\n\nMore words.\n',
    };
    for (const [name, bytes] of Object.entries(files)) writeFileSync(join(release, name), bytes);
    ended = await contactAudit('run', release, '--case', join(root, 'case'));
    const rows = parse(readFileSync(join(root, 'case/export/files.csv')), { columns: true }) as LedgerLine[];
    ledger = new Map(rows.map((row) => [row.path, row]));
  });

  test('ends with 0 and reads the good ones', () => {
    expect(ended.status).toBe(0);
    expect(ledger.get('good.eml')?.status).toBe('read');
    expect(ledger.get('damaged.zip!/good.eml')?.status).toBe('duplicate');
  });

  test.each(['damaged.pdf', 'empty.pdf', 'empty.mbox'])('names %s with its reason', (path) => {
    expect(ledger.get(path)?.status).toBe('unreadable');
    expect(ledger.get(path)?.issues).not.toBe('');
  });

  test('names the damaged entry of a zip and counts it as failed', () => {
    const zip = ledger.get('damaged.zip');
    expect(zip).toMatchObject({
      status: 'partial',
      items_expected: '2',
      items_emitted: '1',
      items_failed: '1',
    });
    expect(zip?.issues).toContain('bad.eml');
  });

  test('keeps a text without headers as what it is', () => {
    expect(ledger.get('headless.eml')?.status).toMatch(/read|partial/);
  });

  test('has sums that come out, and verifies', async () => {
    for (const row of ledger.values()) {
      expect(Number(row.items_expected)).toBe(Number(row.items_emitted) + Number(row.items_failed));
    }
    const verified = await contactAudit('verify', join(root, 'case'));
    expect(verified.stdout).not.toContain('FAULT');
    expect(verified.status).toBe(0);
  });
});
