import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import type { Exchange, LinkedItem } from '../../classify/index.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { contactAudit, type Ended, startWith } from './contact-audit.ts';

const BREAK = { NODE_OPTIONS: `--require ${join(__dirname, 'break-coder.cjs')}` };
/** Bodies of the mailbox's messages; the marks are those of `break-coder.cjs`. */
const BODIES = [
  'Booked on a DUI last night, can you check his immigration status?',
  'Marta Oyelaran breaks the coder. Please notify ICE ERO when she is released from our jail; her detainer (I-247) is on file.',
  'No crime here. ERO will pick him up at our jail on the detainer: it breaks the comparing of copies.',
  'Case 15-0042: ICE ERO placed a detainer on the driver, which breaks the finding of incidents.',
  'The copier on the second floor is mended.',
];

function mailbox(): string {
  return BODIES.map((body, at) =>
    [
      'From - Tue Jan  6 05:52:09 2015',
      `From: "Petrick, Dana" <dpetrick@lgpd.lindengrove.example>`,
      `To: "Aldous, Finn" <finn.aldous@ice.dhs.example>`,
      `Date: Tue, ${String(at + 6).padStart(2, '0')} Jan 2015 05:52:09 -0600`,
      `Subject: matter ${'abcde'[at]}`,
      `Message-ID: <${at}@lgpd.lindengrove.example>`,
      '',
      body,
      '',
      '',
    ].join('\n'),
  ).join('');
}

interface Results {
  exchanges: Map<string, Exchange>;
  items: Map<string, LinkedItem>;
  exports: Record<string, string>;
  issues: string;
}

function readLines<T>(path: string): T[] {
  return readFileSync(path, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as T);
}

/** What a case holds, messages and exchanges by the first words of their body. */
function readResults(folder: string): Results {
  const place = (name: string) => join(folder, 'export', name);
  const lines = readLines<LinkedItem>(place('items.jsonl'));
  const bodies = new Map(lines.map(({ item_id, body }) => [item_id, body.trim()]));
  const exchanges = readLines<Exchange>(place('exchanges.jsonl'));
  const files = parse(readFileSync(place('files.csv')), { columns: true }) as { issues: string }[];
  const manifest = JSON.parse(readFileSync(place('manifest.json'), 'utf8')) as Results;
  return {
    items: new Map(lines.map((item) => [item.body.trim(), item])),
    exchanges: new Map(exchanges.map((exchange) => [bodies.get(exchange.items[0]!) ?? '', exchange])),
    exports: manifest.exports,
    issues: files.map(({ issues }) => issues).join('\n'),
  };
}

describe('a run whose code breaks down on single items', () => {
  const root = temporaryFolder();
  const [release, whole, broken] = ['release', 'whole', 'broken'].map((name) => join(root, name)) as [
    string,
    string,
    string,
  ];
  let ended: Ended;
  let clean: Results;
  let found: Results;
  beforeAll(async () => {
    mkdirSync(release);
    writeFileSync(join(release, 'box.mbox'), mailbox());
    await contactAudit('run', release, '--case', whole);
    clean = readResults(whole);
    ended = await startWith(BREAK, 'run', release, '--case', broken).ended;
    found = readResults(broken);
  });

  test('ends with 0, and says that it happened', () => {
    expect(ended.status).toBe(0);
    expect(ended.stdout).toMatch(/broke down +3 items/);
    expect([...found.items.keys()]).toEqual(BODIES);
  });

  test('names each in the ledger with its place and the error, and no other', () => {
    expect(found.issues).toMatch(/uncoded \(message 2\): .*TypeError: broken on purpose by …/);
    expect(found.issues).toMatch(/unlinked \(message 3\)/);
    expect(found.issues).toMatch(/unlinked \(message 4\)/);
    const codes = BODIES.map((body) => found.items.get(body)?.issues.map(({ code }) => code));
    expect(codes).toEqual([[], ['uncoded'], ['unlinked'], ['unlinked'], []]);
    expect(clean.issues).not.toMatch(/uncoded|unlinked/);
  });

  test('tells the log what broke and where, and none of the words on which it broke', () => {
    const lines = ended.stderr.split('\n').filter((line) => line.includes('broken on purpose'));
    const told = lines.map((line) => JSON.parse(line) as Record<string, string>);
    expect(told.map(({ step, level }) => [step, level])).toEqual([
      ['links', 'error'],
      ['item', 'error'],
      ['incident', 'error'],
    ]);
    expect(told[1]).toMatchObject({
      item_id: found.items.get(BODIES[1]!)?.item_id,
      error: 'TypeError: broken on purpose by …',
      at: expect.stringMatching(/^[\w.-]+\.c?js:\d+:\d+$/),
    });
    expect(ended.stderr).not.toMatch(/Oyelaran|the coder\./);
  });

  test('puts an item that could not be coded before a person, and claims nothing of it', () => {
    const coded = found.exchanges.get(BODIES[1]!);
    expect(clean.exchanges.get(BODIES[1]!)?.relevance).toBe('contact');
    expect(coded).toMatchObject({
      contact_id: null,
      relevance: 'none',
      verdict: 'not-contact',
      needs_review: true,
      evidence: [],
    });
    expect(found.exchanges.get(BODIES[2]!)?.needs_review).toBe(true);
  });

  test('codes all others as it does without', () => {
    for (const body of [BODIES[0]!, BODIES[3]!, BODIES[4]!]) {
      const { incident_id: _, ...coded } = found.exchanges.get(body)!;
      expect(clean.exchanges.get(body)).toMatchObject(coded);
    }
    expect(found.exchanges.get(BODIES[0]!)?.incident_id).toMatch(/^n_/);
    expect(found.exchanges.get(BODIES[3]!)?.incident_id).toBeNull();
  });

  test('leaves a case that verifies, with the reading counted again', async () => {
    const verified = await contactAudit('verify', broken);
    expect(verified.stdout).toMatch(/recount/);
    expect(verified.stdout).not.toContain('FAULT');
    expect(verified.status).toBe(0);
  });

  test('gives what a whole run gives once the code is mended and what failed is tried again', async () => {
    const again = await contactAudit('run', release, '--case', broken, '--retry-failed');
    expect(again.status).toBe(0);
    expect(again.stdout).not.toContain('broke down');
    expect(readResults(broken).exports).toEqual(clean.exports);
  });
});

describe('a file of items with one on which the coder breaks down', () => {
  test('is coded to its end; the one claims nothing, needs review and is named by its line', async () => {
    const file = join(temporaryFolder(), 'items.jsonl');
    const headers = {
      from: 'dpetrick@lgpd.example',
      to: 'finn.aldous@ice.dhs.example',
      cc: '',
      date: '',
      subject: '',
    };
    const lines = [1, 0, 4].map((at) =>
      JSON.stringify({ id: `n${at}`, kind: 'email', headers, body: BODIES[at] }),
    );
    writeFileSync(file, `${lines.join('\n')}\n`);
    const { status, stdout, stderr } = await startWith(
      BREAK,
      'classify',
      '--in',
      file,
      '--out',
      '-',
      '--explain',
    ).ended;
    expect(status).toBe(0);
    expect(stderr).toMatch(/^line 1: the coder broke down on it \(TypeError: broken on purpose by …, \S+\)/);
    const coded = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(coded.map(({ id, verdict }) => [id, verdict])).toEqual([
      ['n1', 'not-contact'],
      ['n0', expect.any(String)],
      ['n4', expect.any(String)],
    ]);
    expect(coded[0]).toMatchObject({ needs_review: true, evidence: [], explanation: null });
    expect(coded[1]).toMatchObject({ relevance: 'contact', explanation: expect.any(Object) });
  });
});
