import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'libsql';
import { type CaseData, openDatabase } from '../../case/index.ts';
import { issue } from '../../ingest/index.ts';
import { exchange, linkedItem, page, sourceFile } from '../records.ts';
import { temporaryFolder } from '../temporary-folder.ts';

const DATA: CaseData = {
  title: 'Linden Grove',
  agencies: { agencies: [] },
  versions: { tool: '1', model: 'm', lexicon: 'l', policy: 'none' },
  settings: { agencies: 'built in' },
  model_card: { thresholds: { mixed: 0.9 }, error_rates: null },
  inputs: [{ path: '2015.pdf', sha256: 'aa', bytes: 10, location: '/x/2015.pdf' }],
  files: [sourceFile({ issues: [issue('no-text-layer', 'scans', 'page 2')] })],
  pages: [
    page({ runs: [{ start: 0, end: 4, x0: 1, y0: 2, x1: 3, y1: 4, size: 12, font: 'a' }] }),
    page({ page: 2, bates: null }),
  ],
  items: [
    linkedItem({ redacted: true }),
    linkedItem({ item_id: 'i_2', duplicate_of: 'i_1', witnesses: [], date: null }),
  ],
  exchanges: [
    exchange(),
    exchange({
      exchange_id: 'x_2',
      contact_id: null,
      persons: null,
      minors: true,
      evidence: [],
      relevance: 'none',
    }),
  ],
  participants: [
    { exchange_id: 'x_1', name: 'Tina Loftus', address: '', side: 'police', component: null, role: null },
  ],
  page_images: [
    {
      file_id: 'f_1',
      page: 2,
      media_type: 'image/webp',
      width: 10,
      height: 20,
      pictures: 0,
      blob: 'blobs/aa',
    },
  ],
  policy_sources: {
    facts: { name: 'facts.yaml', text: 'facts: {}' },
    measures: { name: 'measures.yaml', text: 'measures: {}' },
    policies: [],
    claims: null,
    counterfactual: true,
  },
  findings: [
    {
      contact_id: 'c_1',
      rule_id: 'city-1',
      finding: 'not in force',
      missing_fact: '',
      clause: 'section 1',
      quote: 'check status',
      reason: 'The rule was not in force on the date of the contact.',
      counterfactual: 'cannot tell',
      policy_id: 'city',
      exchange_id: 'x_1',
      item_id: 'i_1',
      file_id: 'f_1',
      path: '2015.pdf',
      page: 1,
      start: 7,
      end: 19,
      coder: 'model test',
    },
  ],
  claim_checks: [
    {
      claim_id: 'a',
      side: 'critics',
      speaker: 'a resident',
      claim: 'There were four.',
      answer: 'partly',
      strict: 1,
      broad: null,
      rows: ['c_1'],
      unit: 'contacts',
      answer_strict: 'supported',
      answer_broad: 'contradicted',
      reason: '',
      would_change: '',
      date: null,
      source: '',
      measure: '',
      supports_if: '',
      contradicts_if: '',
      numbers: [],
    },
  ],
};

describe('case.sqlite', () => {
  test('gives back what was saved', () => {
    const database = openDatabase(join(temporaryFolder(), 'case.sqlite'));
    expect(database.load()).toBeNull();
    database.save(DATA);
    database.save(DATA);
    expect(database.load()).toEqual(DATA);
    database.close();
  });

  test('finds words in items and pages, and shows the contacts', () => {
    const path = join(temporaryFolder(), 'case.sqlite');
    const database = openDatabase(path);
    database.save(DATA);
    database.close();
    const plain = new Database(path, { readonly: true });
    const items = plain.prepare(
      "SELECT item_id FROM items JOIN items_fts ON items_fts.rowid = items.rowid WHERE items_fts MATCH 'driver'",
    );
    expect(items.all()).toHaveLength(2);
    expect(plain.prepare("SELECT rowid FROM pages_fts WHERE pages_fts MATCH 'Loftus'").all()).toHaveLength(2);
    expect(plain.prepare('SELECT contact_id FROM contacts').all()).toEqual([{ contact_id: 'c_1' }]);
    plain.close();
  });

  test('keeps the last state of a job', () => {
    const database = openDatabase(join(temporaryFolder(), 'case.sqlite'));
    const job = { stage: 'ingest', key: 'k', state: 'failed' as const, milliseconds: 5, detail: 'timeout' };
    database.recordJobs([job]);
    database.recordJobs([{ ...job, state: 'done', detail: null }]);
    expect(database.jobs()).toEqual([{ ...job, state: 'done', detail: null }]);
    database.close();
  });

  test('says in one line that a file is no database', () => {
    const path = join(temporaryFolder(), 'case.sqlite');
    writeFileSync(path, 'this is not a database, but it is long enough to look like one'.repeat(20));
    expect(() => openDatabase(path)).toThrow('case.sqlite cannot be opened');
  });
});
