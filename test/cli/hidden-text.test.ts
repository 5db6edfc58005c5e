import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import PDFDocument from 'pdfkit';
import { buildPdf, textAt, textPage } from '../ingest/build-pdf.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { contactAudit, type Ended } from './contact-audit.ts';

const SECRET = 'Quillfeather';
const PASSWORD = 'linden-42-grove';

interface LedgerLine {
  path: string;
  status: string;
  issues: string;
}

const HEADERS = [
  'From: Petrick, Dana <dpetrick@lgpd.lindengrove.example>',
  'To: Aldous, Finn <finn.aldous@ice.dhs.example>',
  'Sent: Tuesday, May 2, 2017 9:00 AM',
  'Subject: booking',
  '',
];

/** A mail on a page whose last line has the secret under a black box. */
function coveredMail(): Buffer {
  const { content } = textPage([...HEADERS, 'Booked on a DUI last night, can you check his status?']);
  const line = textAt(72, 156, `His name is ${SECRET} and he is in cell 4`);
  return buildPdf([{ content: `${content}\n${line}\n0 g 70 630 400 14 re f` }]);
}

/** A mail that needs a password. */
function lockedMail(): Promise<Buffer> {
  const pdf = new PDFDocument({
    userPassword: PASSWORD,
    ownerPassword: `${PASSWORD}-owner`,
    pdfVersion: '1.7',
  });
  const chunks: Buffer[] = [];
  for (const line of [...HEADERS.slice(0, -1), 'Please call me about the detainer.']) pdf.text(line);
  return new Promise((resolve) => {
    pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
    pdf.on('end', () => resolve(Buffer.concat(chunks)));
    pdf.end();
  });
}

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile());
}

function readLedger(caseFolder: string): Map<string, LedgerLine> {
  const rows = parse(readFileSync(join(caseFolder, 'export/files.csv')), { columns: true }) as LedgerLine[];
  return new Map(rows.map((row) => [row.path, row]));
}

describe('a release with a failed redaction and a locked file', () => {
  const root = temporaryFolder();
  const caseFolder = join(root, 'case');
  const passwords = join(root, 'passwords.txt');
  const outputs: Ended[] = [];
  let before: Map<string, LedgerLine>;
  let after: Map<string, LedgerLine>;

  beforeAll(async () => {
    const release = join(root, 'release');
    mkdirSync(release);
    writeFileSync(join(release, 'covered.pdf'), coveredMail());
    writeFileSync(join(release, 'locked.pdf'), await lockedMail());
    writeFileSync(passwords, `something else\n${PASSWORD}\n`);
    outputs.push(await contactAudit('run', release, '--case', caseFolder, '--no-ocr'));
    before = readLedger(caseFolder);
    outputs.push(
      await contactAudit('run', release, '--case', caseFolder, '--no-ocr', '--passwords', passwords),
    );
    after = readLedger(caseFolder);
  });

  test('ends well', () => {
    expect(outputs.map(({ status, stderr }) => ({ status, stderr: status === 0 ? '' : stderr }))).toEqual([
      { status: 0, stderr: '' },
      { status: 0, stderr: '' },
    ]);
  });

  test('names the failed redaction and keeps the hidden words out of every file of the case', () => {
    expect(after.get('covered.pdf')).toMatchObject({ status: 'read' });
    expect(after.get('covered.pdf')?.issues).toContain('failed-redaction');
    expect(readFileSync(join(caseFolder, 'export/items.jsonl'), 'utf8')).toContain('Booked on a DUI');
    for (const path of filesUnder(caseFolder)) {
      expect({ path, found: readFileSync(path).includes(SECRET) }).toEqual({ path, found: false });
    }
  });

  test('names the locked file, and reads it in a later run with its password', () => {
    expect(before.get('locked.pdf')).toMatchObject({ status: 'unreadable' });
    expect(before.get('locked.pdf')?.issues).toContain('encrypted');
    expect(after.get('locked.pdf')).toMatchObject({ status: 'read', issues: '' });
    expect(readFileSync(join(caseFolder, 'export/items.jsonl'), 'utf8')).toContain('about the detainer');
  });

  test('writes the password nowhere', () => {
    for (const { stdout, stderr } of outputs) expect(stdout + stderr).not.toContain(PASSWORD);
    for (const path of filesUnder(caseFolder)) {
      expect({ path, found: readFileSync(path).includes(PASSWORD) }).toEqual({ path, found: false });
    }
  });

  test('verifies with the password, and says that it is needed without', async () => {
    const verified = await contactAudit('verify', caseFolder, '--passwords', passwords);
    expect(verified.stdout).not.toContain('FAULT');
    const without = await contactAudit('verify', caseFolder);
    expect(without.stdout).toContain('needs its password');
    expect(without.status).toBe(1);
  });
});
