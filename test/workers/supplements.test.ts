import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SettingsError } from '../../case/index.ts';
import { NO_SUPPLEMENTS } from '../../report/index.ts';
import { chooseSupplements, readSupplements } from '../../workers/supplements.ts';
import { sample } from '../report/sample.ts';

const folder = mkdtempSync(join(tmpdir(), 'supplements-'));
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

const NONE = { request: null, corrections: null, responses: null };
const { exchanges } = sample();
const answer = (contact_id: string) => `- contact_id: ${contact_id}\n  by: Police\n  response: No.\n`;

describe('files that people add to a report', () => {
  test('are read where they are named, and nothing else is said', () => {
    expect(readSupplements(NONE)).toEqual({});
    const given = readSupplements({ ...NONE, request: file('request.txt', 'All e-mail.\n') });
    expect(given).toEqual({ request: 'All e-mail.\n' });
  });

  test.each([
    [{ responses: file('r.yaml', '- by: Police\n') }, 'r.yaml, line 1: "contact_id" is missing'],
    [{ corrections: file('c.csv', 'date,correction\n2026,x\n') }, 'c.csv, line 2: "date" is to be a date'],
    [{ request: join(folder, 'absent.txt') }, 'request file cannot be read'],
  ])('one with a fault is a wrong setting with one line: %#', (files, message) => {
    expect(() => readSupplements({ ...NONE, ...files })).toThrow(SettingsError);
    expect(() => readSupplements({ ...NONE, ...files })).toThrow(message);
  });

  test('what the case holds stays until something else is given, and an empty file takes it away', () => {
    const kept = { ...NO_SUPPLEMENTS, request: 'All e-mail.', responses: [] };
    const given = readSupplements({ ...NONE, responses: file('one.yaml', answer('k_a')) });
    const both = chooseSupplements(given, kept, exchanges);
    expect(both.request).toBe('All e-mail.');
    expect(both.responses.map(({ contact_id }) => contact_id)).toEqual(['k_a']);
    const emptied = readSupplements({
      ...NONE,
      request: file('empty.txt', '\n'),
      responses: file('no.yaml', ''),
    });
    expect(chooseSupplements(emptied, both, exchanges)).toEqual(NO_SUPPLEMENTS);
  });

  test('a contact that the case has not is a wrong setting that names it', () => {
    const given = readSupplements({ ...NONE, responses: file('odd.yaml', answer('k_nowhere')) });
    expect(() => chooseSupplements(given, undefined, exchanges)).toThrow(SettingsError);
    expect(() => chooseSupplements(given, undefined, exchanges)).toThrow('has the id k_nowhere');
  });
});
