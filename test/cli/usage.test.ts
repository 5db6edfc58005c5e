import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../temporary-folder.ts';
import { contactAudit } from './contact-audit.ts';

const MAIL =
  'From: a@pd.example\nTo: b@ice.dhs.example\nDate: Tue, 06 Jan 2015 05:52:09 -0600\nSubject: x\n\nhello\n';

describe('wrong usage is one clear line and exit 2', () => {
  const empty = temporaryFolder();
  const agency = join(empty, 'agency.json');
  writeFileSync(agency, '{"agencies": [{"name": 3}]}');
  test.each([
    ['a missing path', ['run', '/does/not/exist', '--case', 'x'], 'no such file or folder: /does/not/exist'],
    ['no path', ['run', '--case', 'x'], "missing required argument 'path'"],
    ['no case folder', ['run', '.'], "required option '--case <dir>' not specified"],
    ['an unknown option', ['run', '.', '--case', 'x', '--frobnicate'], "unknown option '--frobnicate'"],
    [
      'a language that is not installed',
      ['run', empty, '--case', 'x', '--lang', 'eng+isl'],
      'run npm install @tesseract.js-data/isl',
    ],
    ['a language that is none', ['run', empty, '--case', 'x', '--lang', 'English!'], 'is no language code'],
    ['an unknown recogniser', ['run', empty, '--case', 'x', '--ocr', 'abbyy'], 'tesseract.js, native'],
    ['an unknown command', ['frobnicate'], "unknown command 'frobnicate'"],
    ['a number that is none', ['run', '.', '--case', 'x', '--jobs', 'many'], 'whole number'],
    [
      'an agency file that is not there',
      ['run', empty, '--case', 'x', '--agency', '/no/agency.json'],
      'agency file',
    ],
    ['an agency file in another form', ['run', empty, '--case', 'x', '--agency', agency], 'agency file'],
    ['a folder without a case', ['verify', empty], 'no case in'],
    ['a report of no case', ['report', empty], 'no case in'],
    ['the status of no case', ['status', empty], 'no case in'],
  ])('%s', async (_, args, words) => {
    const { status, stderr, stdout } = await contactAudit(...args);
    expect(stderr).toContain(words);
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(stdout).toBe('');
    expect(status).toBe(2);
  });
});

describe('help', () => {
  test('is there for the program and for each command', async () => {
    const { status, stdout } = await contactAudit('--help');
    expect(status).toBe(0);
    const commands = [...stdout.matchAll(/^ {2}([a-z]+) /gm)].map((match) => match[1] ?? '');
    expect(commands).toEqual(
      expect.arrayContaining(['run', 'report', 'verify', 'classify', 'evaluate', 'train', 'status']),
    );
    for (const command of commands) {
      const help = await contactAudit(command, '--help');
      expect(help.status).toBe(0);
      expect(help.stdout).toContain('Usage: contact-audit');
    }
  });
});

describe('a run', () => {
  test('in which nothing can be read ends with 3 and names each file', async () => {
    const root = temporaryFolder();
    const release = join(root, 'release');
    mkdirSync(release);
    writeFileSync(join(release, 'empty.pdf'), '');
    writeFileSync(join(release, 'noise.bin'), Buffer.from([0, 1, 2, 3, 0, 255, 254, 0, 7, 0, 0]));
    const { status, stdout } = await contactAudit('run', release, '--case', join(root, 'case'));
    expect(status).toBe(3);
    expect(stdout).toContain('Nothing could be read');
  });

  test('writes no name, address or word of a record to its logs', async () => {
    const root = temporaryFolder();
    writeFileSync(join(root, 'zebulon.eml'), MAIL.replace('hello', 'Zebulon Quixote, 12 Plum Street'));
    const { status, stderr } = await contactAudit(
      'run',
      join(root, 'zebulon.eml'),
      '--case',
      join(root, 'case'),
      '--log-level',
      'debug',
    );
    expect(status).toBe(0);
    expect(stderr).toContain('"stage":"ingest"');
    expect(stderr).not.toMatch(/zebulon|quixote|plum|pd\.example/i);
  });
});
