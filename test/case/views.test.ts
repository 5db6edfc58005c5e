import { join } from 'node:path';
import Database from 'libsql';
import { type CaseData, datasetteMetadata, NO_POLICY, openDatabase } from '../../case/index.ts';
import { countSummary, listSummary } from '../../report/index.ts';
import { sample } from '../report/sample.ts';
import { temporaryFolder } from '../temporary-folder.ts';

type Row = Record<string, string | number | null>;

function caseData(): CaseData {
  const { title, versions, files, pages, items, exchanges } = sample();
  const exchangeOf = (id: string) => exchanges.find((one) => one.items.includes(id))?.exchange_id ?? null;
  return {
    ...NO_POLICY,
    title,
    agencies: null,
    versions,
    settings: {},
    model_card: { thresholds: {}, error_rates: null },
    inputs: [],
    files: [...files],
    pages: [...pages],
    items: items.map((item) => ({ ...item, exchange_id: exchangeOf(item.item_id) })),
    exchanges: [...exchanges],
    participants: [],
    page_images: [],
  };
}

describe('the readable views of case.sqlite', () => {
  const path = temporaryFolder();
  const data = caseData();
  const file = join(path, 'case.sqlite');
  let database: Database.Database;
  const rows = (sql: string): Row[] => database.prepare(sql).all() as Row[];

  beforeAll(() => {
    const store = openDatabase(file);
    store.save(data);
    store.close();
    database = new Database(file, { readonly: true });
  });
  afterAll(() => database.close());

  test('count every number of the summary as the report counts it', () => {
    expect(rows('SELECT * FROM summary')).toEqual(listSummary(countSummary(data)));
  });

  test('list the rows behind the two readings, the range and the review', () => {
    const ids = (view: string) => rows(`SELECT contact_id FROM ${view}`).map((row) => row.contact_id);
    expect(ids('contacts_strict')).toEqual(['k_a', 'k_b']);
    expect(ids('contacts_broad')).toEqual(['k_a', 'k_b', 'k_c']);
    expect(ids('contacts_undetermined')).toEqual(['k_e']);
    expect(ids('contacts_to_review')).toEqual(['k_e', 'k_b']);
    expect(ids('contacts_decided')).toEqual(['k_b']);
    expect(rows('SELECT exchange_id FROM set_aside').map((row) => row.exchange_id)).toEqual(['x_h', 'x_g']);
  });

  test('name the page and the Bates number of a contact’s words', () => {
    expect(rows("SELECT quote, path, page, bates FROM contact_list WHERE contact_id = 'k_a'")).toEqual([
      { quote: 'No crime that\nI know of', path: '2015.pdf', page: 1, bates: 'EX-0001' },
    ]);
  });

  test('put contacts without a date beside the months', () => {
    expect(rows('SELECT month, contacts FROM contacts_by_month')).toEqual([
      { month: '2015-03', contacts: 2 },
      { month: '2015-05', contacts: 1 },
      { month: '2015-12', contacts: 1 },
      { month: '2016-01', contacts: 1 },
      { month: 'no date', contacts: 1 },
    ]);
  });

  test('join the contacts of one incident and count its persons once', () => {
    expect(rows("SELECT contacts, persons FROM incidents WHERE incident = 'n_1'")).toEqual([
      { contacts: 2, persons: 3 },
    ]);
  });

  test('count a contact of two natures under both', () => {
    expect(rows('SELECT * FROM contacts_by_nature')).toEqual([
      { nature: 'status-check', contacts: 5, strict: 1, broad: 2 },
      { nature: 'detainer-or-hold', contacts: 1, strict: 0, broad: 1 },
      { nature: 'info-provided', contacts: 1, strict: 1, broad: 1 },
    ]);
  });

  test('serve each query that Datasette is offered', () => {
    const metadata = JSON.parse(datasetteMetadata('A & B')) as {
      databases: { case: { tables: Record<string, unknown>; queries: Record<string, { sql: string }> } };
    };
    const { tables, queries } = metadata.databases.case;
    const bound = { contact_id: 'k_a', month: '2015-03', words: 'fentanyl' };
    const counts = Object.entries(queries).map(([name, { sql }]) => {
      const asked = Object.fromEntries(Object.entries(bound).filter(([key]) => sql.includes(`:${key}`)));
      return [name, database.prepare(sql).all(asked).length];
    });
    expect(Object.fromEntries(counts)).toEqual({
      headline: 11,
      strict_reading: 2,
      broad_reading: 3,
      range: 1,
      review: 2,
      replies: 0,
      unread_pages_by_file: 1,
      month: 2,
      quotes_of_contact: 1,
      messages_of_contact: 1,
      search_messages: 1,
    });
    for (const name of Object.keys(tables)) expect(rows(`SELECT COUNT(*) AS n FROM ${name}`)).toHaveLength(1);
  });
});
