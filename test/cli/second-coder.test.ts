import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { askedItem, type ChatServerForTests, openChatServer } from '../chat-server.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { contactAudit } from './contact-audit.ts';

const MAIL = `From: "Petrick, Dana" <dpetrick@lgpd.lindengrove.example>
To: "Aldous, Finn" <finn.aldous@ice.dhs.example>
Date: Mon, 8 May 2017 09:00:00 -0500
Subject: booking
Message-ID: <1@lgpd.lindengrove.example>

Juan Ramirez was booked on a DUI last night. Can you check his status and tell me if you want him?
`;

/** Codes every item as a criminal investigation, with its first words as the quote. */
let server: ChatServerForTests;
const root = temporaryFolder();
const release = join(root, 'release');

beforeAll(async () => {
  server = await openChatServer((request) => {
    const { body } = askedItem(request);
    return JSON.stringify({
      relevance: 'contact',
      purpose: 'criminal',
      conduct: 'alleged-crime',
      quotes: [body.trim().slice(0, 12)],
    });
  });
  mkdirSync(release);
  writeFileSync(join(release, 'mail.eml'), MAIL);
});

afterAll(() => server.close());

interface Manifest {
  settings: Record<string, string>;
  sums: { contacts: number; criminal_investigation: number; needs_review: number };
}

const manifestOf = (folder: string) =>
  JSON.parse(readFileSync(join(folder, 'export/manifest.json'), 'utf8')) as Manifest;

describe('run --second-coder', () => {
  const folder = join(root, 'case');
  const run = (...more: string[]) => contactAudit('run', release, '--case', folder, '--no-ocr', ...more);

  test('puts what the two code differently before a person, overrides nothing, and tells the agreement', async () => {
    const { status, stdout } = await run('--second-coder', server.url, '--model', 'small');
    expect(status).toBe(0);
    const { settings, sums } = manifestOf(folder);
    expect(sums).toMatchObject({ contacts: 1, criminal_investigation: 0, needs_review: 1 });
    expect(settings['second coder']).toContain('small: 1 items answered; 1 compared, 1 with another verdict');
    expect(stdout).toContain(settings['second coder']);
    const report = readFileSync(join(folder, 'report/index.html'), 'utf8');
    expect(report).toContain('1 compared, 1 with another verdict');
  });

  test('asks nothing again the second time and gives the same manifest', async () => {
    const before = manifestOf(folder);
    const asked = server.requests.length;
    await run('--second-coder', server.url, '--model', 'small');
    expect(server.requests).toHaveLength(asked);
    expect(manifestOf(folder)).toEqual(before);
  });

  test('ends well where nobody answers at the address', async () => {
    const dead = join(root, 'dead');
    const { status } = await contactAudit(
      ...['run', release, '--case', dead, '--no-ocr'],
      ...['--second-coder', 'http://127.0.0.1:9', '--model', 'small'],
    );
    expect(status).toBe(0);
    expect(manifestOf(dead).settings['second coder']).toContain('0 items answered, 1 unreachable');
  });

  test.each([
    [['--second-coder', 'http://models.example', '--model', 'm'], '--allow-remote'],
    [['--second-coder', 'http://127.0.0.1:9'], '--model'],
    [['--model', 'm'], '--second-coder'],
  ])('refuses %p before any work: one line and exit 2', async (args, words) => {
    const { status, stderr } = await run(...args);
    expect([status, stderr]).toEqual([2, expect.stringContaining(words)]);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });
});

describe('classify --second-coder', () => {
  test('gives the second answer beside the first and the agreement at the end', async () => {
    const items = readFileSync('fixtures/labelled/items-o.jsonl', 'utf8').split('\n').slice(0, 3).join('\n');
    writeFileSync(join(root, 'items.jsonl'), `${items}\n`);
    const { status, stdout, stderr } = await contactAudit(
      ...['classify', '--in', join(root, 'items.jsonl'), '--out', '-'],
      ...['--second-coder', server.url, '--model', 'small'],
    );
    expect(status).toBe(0);
    expect(stderr).toContain('second coder small: 3 items answered; 3 compared');
    for (const line of stdout.trim().split('\n')) {
      const coding = JSON.parse(line) as { verdict: string; needs_review: boolean; second_coder: object };
      expect(coding.second_coder).toMatchObject({ verdict: 'criminal-investigation' });
      expect(coding.needs_review || coding.verdict === 'criminal-investigation').toBe(true);
    }
  });
});
