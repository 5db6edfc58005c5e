import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  CLAIM_COLUMNS,
  CONTACT_COLUMNS,
  EVIDENCE_COLUMNS,
  EXCHANGE_COLUMNS,
  FILE_COLUMNS,
  FINDING_COLUMNS,
  ITEM_COLUMNS,
  PAGE_COLUMNS,
  SAMPLE_COLUMNS,
  SUMMARY_COLUMNS,
} from '../../report/index.ts';

const TEXT = readFileSync(join(__dirname, '../../docs/data-dictionary.md'), 'utf8');

function section(name: string): string {
  return TEXT.split('\n## ').find((part) => part.startsWith(`${name}\n`)) ?? '';
}

describe('the data dictionary', () => {
  test.each([
    ['summary.csv', SUMMARY_COLUMNS],
    ['files.csv', FILE_COLUMNS],
    ['pages.csv', PAGE_COLUMNS],
    ['items.jsonl', ITEM_COLUMNS],
    ['exchanges.jsonl', EXCHANGE_COLUMNS],
    ['evidence.csv', EVIDENCE_COLUMNS],
    ['findings.csv', FINDING_COLUMNS],
    ['claims.csv', CLAIM_COLUMNS],
    ['human_sample.csv', SAMPLE_COLUMNS],
  ])('explains each column of %s, in order, and no other', (name, columns) => {
    const explained = [...section(name).matchAll(/^\| `(\w+)` +\|/gm)].map((match) => match[1]);
    expect(explained).toEqual([...columns]);
  });

  test('names each column of contacts.csv, in order', () => {
    const named = [...section('contacts.csv').matchAll(/`(\w+)`/g)].map((match) => match[1]);
    expect(named.slice(1)).toEqual([...CONTACT_COLUMNS]);
  });
});
