import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import type { GreyImage } from '../../ingest/grey-image.ts';
import { buildPdf } from '../ingest/build-pdf.ts';
import { buildScan, MAIL, pictureOf } from '../ingest/build-scan.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { caseResults, expectSameBytes, until } from './case-results.ts';
import { contactAudit, type Ended, start } from './contact-audit.ts';

const SECRET = 'Quillfeather';

/** A scanned sheet with an annotation over its line of text at 212 points from the top, which nobody has applied. */
function annotatedSheet({ width, height, data }: GreyImage): Buffer {
  const image = `BI /W ${width} /H ${height} /CS /G /BPC 8 ID ${Buffer.from(data).toString('latin1')}\nEI`;
  const note = '<< /Type /Annot /Subtype /Redact /Rect [60 575 560 588] /C [1 0 0] >>';
  return buildPdf([{ content: `q 612 0 0 792 0 0 cm ${image} Q`, notes: [note] }]);
}

function recognised(caseFolder: string): string[] {
  const folder = join(caseFolder, 'store/ocr');
  return existsSync(folder)
    ? readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
        name.endsWith('result.json'),
      )
    : [];
}

function stageEnd({ stderr }: Ended, stage: string): { done: number; kept: number; failed: number } {
  const lines = stderr.split('\n').filter((line) => line.includes('"stage done"'));
  return lines
    .map((line) => JSON.parse(line) as { stage: string; done: number; kept: number; failed: number })
    .find((line) => line.stage === stage) as { done: number; kept: number; failed: number };
}

describe('a run killed in the middle of recognition', () => {
  const root = temporaryFolder();
  const release = join(root, 'release');
  const [undisturbed, killed] = [join(root, 'undisturbed'), join(root, 'killed')];
  let keptThen = 0;
  let whole: Ended;
  let again: Ended;

  beforeAll(async () => {
    mkdirSync(release);
    const later = MAIL.map((line) => line.replace('2:50 PM', '3:10 PM').replace('He was', 'She was'));
    const sheets = [await pictureOf(root, MAIL), await pictureOf(root, later)];
    writeFileSync(join(release, 'scan.pdf'), buildScan(sheets));
    const secret = MAIL.map((line) => line.replace('Dana Petrick', `His name is ${SECRET}`));
    writeFileSync(join(release, 'sheet.pdf'), annotatedSheet(await pictureOf(root, secret)));
    whole = await contactAudit('run', release, '--case', undisturbed, '--jobs', '1');

    const { child, ended } = start('run', release, '--case', killed, '--jobs', '1');
    await until(() => recognised(killed).length > 0 || child.exitCode !== null);
    child.kill('SIGKILL');
    await ended;
    keptThen = recognised(killed).length;
    again = await contactAudit('run', release, '--case', killed, '--jobs', '1');
  }, 900_000);

  test('was killed when some pages were recognised and some were not', () => {
    expect(whole.status).toBe(0);
    expect(stageEnd(whole, 'ocr')).toMatchObject({ done: 3, kept: 0, failed: 0 });
    expect(keptThen).toBeGreaterThan(0);
    expect(keptThen).toBeLessThan(3);
  });

  test('recognises the others alone when it is run again', () => {
    expect(again.status).toBe(0);
    expect(stageEnd(again, 'ocr')).toMatchObject({ done: 3 - keptThen, kept: keptThen, failed: 0 });
  });

  test('gives the bytes of a run that was not disturbed', () => {
    expectSameBytes(caseResults(killed), caseResults(undisturbed));
  });

  test('keeps what stands under an annotation that nobody applied out of every file, and marks the page', () => {
    const rows = parse(readFileSync(join(killed, 'export/files.csv')), { columns: true }) as {
      path: string;
      status: string;
      issues: string;
    }[];
    const sheet = rows.find(({ path }) => path === 'sheet.pdf');
    expect(sheet).toMatchObject({
      status: 'read',
      issues: expect.stringContaining('failed-redaction (page 1)'),
    });
    expect(rows.find(({ path }) => path === 'scan.pdf')?.issues).toBe('');
    const items = readFileSync(join(killed, 'export/items.jsonl'), 'utf8');
    expect(items).toContain('booked on a warrant');
    for (const name of readdirSync(killed, { recursive: true, encoding: 'utf8' })) {
      const path = join(killed, name);
      if (!statSync(path).isFile()) continue;
      expect({ name, found: /quillf|feather/i.test(readFileSync(path, 'latin1')) }).toEqual({
        name,
        found: false,
      });
    }
  });
});
