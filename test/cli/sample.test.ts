import { mkdirSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import Database from 'libsql';
import { caseLayout } from '../../case/index.ts';
import { checkSamples } from '../../review/index.ts';
import { openCase } from '../../workers/open-case.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { caseResults, expectSameBytes } from './case-results.ts';
import { contactAudit } from './contact-audit.ts';

type Row = Record<string, string>;

/** Mails about people in custody, and mails about road salt: contacts and what is set aside. */
function writeMails(folder: string): string {
  mkdirSync(folder, { recursive: true });
  for (let number = 1; number <= 14; number += 1) {
    const contact = number <= 8;
    const mail = [
      'From: "Petrick, Dana" <dpetrick@lgpd.lindengrove.example>',
      contact
        ? 'To: "Aldous, Finn" <finn.aldous@ice.dhs.example>'
        : 'To: "Hill, Jo" <jhill@lgpd.lindengrove.example>',
      `Date: Mon, ${String(number + 10)} May 2017 09:15:00 -0500`,
      `Subject: ${contact ? 'booking' : 'road salt'} ${number}`,
      `Message-ID: <${number}@lgpd.lindengrove.example>`,
      '',
      contact
        ? `Number ${number}: booked on a DUI last night, can you check his immigration status?`
        : `The salt for lot ${number} comes on Tuesday, keep the gate open for the truck.`,
      '',
    ];
    writeFileSync(join(folder, `mail-${number}.eml`), mail.join('\n'));
  }
  return folder;
}

function readRows(path: string): Row[] {
  return parse(readFileSync(path), { columns: true, bom: true }) as Row[];
}

/** Fills a sheet in and saves it on a day. */
function fill(from: string, to: string, coder: string, answer: (unit: string, i: number) => string): void {
  const rows = readRows(from).map((row, i) => ({
    ...row,
    verdict: answer(row.unit ?? '', i),
    coder: i === 0 ? coder : '',
  }));
  writeFileSync(to, stringify(rows, { header: true }));
  utimesSync(to, new Date('2026-03-09T12:00:00Z'), new Date('2026-03-09T12:00:00Z'));
}

describe('a sample of a case', () => {
  const root = temporaryFolder();
  const folder = join(root, 'case');
  const decisions = join(folder, 'decisions.jsonl');
  const [first, second, settled] = [join(root, 'a.csv'), join(root, 'b.csv'), join(root, 'c.csv')];
  let verdicts = new Map<string, string>();
  const verdictOf = (unit: string) => verdicts.get(unit) ?? 'not-contact';
  const sheet = (name: string) => join(folder, 'samples/1', name);
  const report = () => readFileSync(join(folder, 'report/index.html'), 'utf8');

  beforeAll(async () => {
    const release = writeMails(join(root, 'release'));
    const { status } = await contactAudit('run', release, '--case', folder);
    expect(status).toBe(0);
    const lines = readFileSync(join(folder, 'export/exchanges.jsonl'), 'utf8').trim().split('\n');
    verdicts = new Map(
      lines.map((line) => {
        const { exchange_id, verdict } = JSON.parse(line) as { exchange_id: string; verdict: string };
        return [exchange_id, verdict];
      }),
    );
  });

  test('is missing from a report at first, which says so', async () => {
    expect(report()).toContain('No sample was coded by people');
    expect((await contactAudit('sample', folder, '--record', first)).stderr).toContain('draw one first');
  });

  test('is drawn with a sheet a coder, a draw and a frame, and written down', async () => {
    const { status, stdout } = await contactAudit('sample', folder, '--coders', '2', '--seed', 'spring');
    expect(status).toBe(0);
    expect(stdout).toContain(`Sample 1: ${verdicts.size} drawn from`);
    expect(readdirSync(join(folder, 'samples/1')).sort()).toEqual([
      'draw.json',
      'frame.csv',
      'sheet-1.csv',
      'sheet-1.xlsx',
      'sheet-2.csv',
      'sheet-2.xlsx',
    ]);
    const units = readRows(sheet('sheet-1.csv')).map(({ unit }) => unit);
    expect(new Set(units)).toEqual(new Set(verdicts.keys()));
    expect(JSON.parse(readFileSync(decisions, 'utf8'))).toMatchObject({ type: 'sample-drawn', sample: 1 });
    const uncoded = await contactAudit('sample', folder);
    expect(uncoded.stdout).toContain('is not coded by people yet');
  });

  test('records nothing of a sheet in which a row is wrong, and names the row', async () => {
    fill(sheet('sheet-1.csv'), first, 'Ana Ruiz', (unit, i) => (i === 2 ? 'civil' : verdictOf(unit)));
    const before = readFileSync(decisions, 'utf8');
    const { status, stderr } = await contactAudit('sample', folder, '--record', first);
    expect(status).toBe(2);
    expect(stderr).toMatch(/^a\.csv row 4 \(x_\w+\): "civil" is no verdict: status-only/m);
    expect(stderr).toContain('nothing was recorded: 1 fault in the sheets');
    expect(readFileSync(decisions, 'utf8')).toBe(before);
  });

  test('records what people say, tells what is missing, and computes', async () => {
    // Ana calls the first set-aside exchange a contact; Lee agrees with the model, and leaves two rows empty.
    const missed = [...verdicts].find(([, verdict]) => verdict === 'not-contact')?.[0];
    fill(sheet('sheet-1.csv'), first, 'Ana Ruiz', (unit) => (unit === missed ? 'mixed' : verdictOf(unit)));
    const places = readRows(sheet('sheet-2.csv')).map(({ unit }) => unit ?? '');
    const left = new Set(places.filter((unit) => unit !== missed).slice(0, 2));
    fill(sheet('sheet-2.csv'), second, 'Lee Brown', (unit) => (left.has(unit) ? '' : verdictOf(unit)));
    const { status, stdout } = await contactAudit('sample', folder, '--record', first, second);
    expect(status).toBe(0);
    expect(stdout).toContain(`a.csv: ${verdicts.size} coded by Ana Ruiz, none missing`);
    expect(stdout).toContain(`b.csv: ${verdicts.size - 2} coded by Lee Brown, 2 missing`);
    expect(stdout).toMatch(/differences\.csv, then --record it with --settle/);
    const { stdout: json } = await contactAudit('sample', folder, '--json');
    const section = JSON.parse(json) as { coded: number; measures: { name: string; recall: object }[] };
    const contacts = [...verdicts.values()].filter((verdict) => verdict !== 'not-contact').length;
    const recall = contacts / (contacts + 1);
    expect(section.coded).toBe(verdicts.size);
    // All was drawn and coded, so that nothing is left to chance.
    expect(section.measures[0]).toMatchObject({
      name: 'contact',
      recall: { value: recall, low: recall, high: recall },
    });
    expect(section).toMatchObject({ agreement: { units: verdicts.size - 2, agreed: verdicts.size - 3 } });
  });

  test('records a sheet once', async () => {
    const before = readFileSync(decisions, 'utf8');
    const { stdout } = await contactAudit('sample', folder, '--record', first);
    expect(stdout).toContain('0 new or changed answers');
    expect(readFileSync(decisions, 'utf8')).toBe(before);
  });

  test('takes what people settle over what they said', async () => {
    const differences = readRows(sheet('differences.csv'));
    expect(differences).toHaveLength(1);
    expect(differences[0]?.said).toBe('coder 1: mixed\ncoder 2: not-contact');
    fill(sheet('differences.csv'), settled, 'Both', () => 'not-contact');
    const { status, stdout } = await contactAudit('sample', folder, '--record', settled, '--settle');
    expect(status).toBe(0);
    expect(stdout).toContain('an estimated 100 % (100–100 %) were found');
    expect(stdout).not.toContain('--settle');
  });

  test('is printed in the report with who coded, and by initials in public', async () => {
    expect((await contactAudit('report', folder)).status).toBe(0);
    expect(report()).toContain('Error rates from the human sample');
    expect(report()).toContain('Ana Ruiz coded');
    expect(report()).toContain('2026-03-09');
    const open = readFileSync(join(folder, 'report/public.html'), 'utf8');
    expect(open).toContain('A. R. coded');
    expect(open).not.toContain('Ruiz');
    const table = readRows(join(folder, 'export/human_sample.csv'));
    const recall = table.find((row) => row.quantity === 'recall' && row.of === 'contact');
    expect(recall).toMatchObject({ value: '1', low: '1', high: '1' });
    const database = new Database(join(folder, 'case.sqlite'), { readonly: true });
    const kept = database.prepare('SELECT COUNT(*) AS n FROM human_sample').get() as { n: number };
    database.close();
    expect(kept.n).toBe(table.length);
  });

  test('outlives a lost database and the next run, and the report is the same bytes', async () => {
    const before = caseResults(folder);
    rmSync(join(folder, 'case.sqlite'));
    const release = join(root, 'release');
    expect((await contactAudit('run', release, '--case', folder)).status).toBe(0);
    expectSameBytes(caseResults(folder), before);
  });

  test('stands up to `verify`; a unit that was put in, another frame and a lost folder do not', async () => {
    const good = await contactAudit('verify', folder, '--no-recount');
    expect(good.stdout).toMatch(/ok +samples +\d+ checked/);
    expect(good.stdout).toMatch(/ok +decisions +\d+ checked/);
    expect(good.status).toBe(0);
    const layout = caseLayout(folder);
    const faults = async () => (await checkSamples(layout, () => openCase(layout))).faults.join('\n');
    const draw = sheet('draw.json');
    const kept = readFileSync(draw, 'utf8');
    const unit = readRows(sheet('sheet-1.csv'))[0]?.unit ?? '';
    writeFileSync(draw, kept.replace(`"${unit}"`, '"x_0000000000000000"'));
    const bad = await faults();
    expect(bad).toContain('draw.json is not what was drawn');
    expect(bad).toContain('its seed draws other units');
    expect(bad).toContain(`${unit} was coded and not drawn`);
    expect(bad).toContain('x_0000000000000000 is not in the case');
    writeFileSync(draw, kept);
    const frame = readFileSync(sheet('frame.csv'), 'utf8');
    writeFileSync(sheet('frame.csv'), `${frame}x_1,exchange,mixed.sure\n`);
    expect(await faults()).toContain('frame.csv is not what it was drawn from');
    rmSync(join(folder, 'samples'), { recursive: true });
    expect(await faults()).toContain('sample 1: its folder is missing');
  });
});

describe('wrong usage of sample is one clear line and exit 2', () => {
  const empty = temporaryFolder();
  test.each([
    ['no case', ['sample', empty], 'no case in'],
    ['three coders', ['sample', empty, '--coders', '3'], '1, 2'],
    [
      'drawing and recording at once',
      ['sample', empty, '--record', 'x.csv', '--size', '9'],
      '--record and --size do not go together',
    ],
    ['a day that is none', ['sample', empty, '--record', 'x.csv', '--date', '2026-02-30'], 'a day such as'],
  ])('%s', async (_case, args, words) => {
    const { status, stderr, stdout } = await contactAudit(...args);
    expect(stderr).toContain(words);
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(stdout).toBe('');
    expect(status).toBe(2);
  });
});
