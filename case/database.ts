import Database from 'libsql';
import type { Evidence, Exchange } from '../classify/index.ts';
import type { Issue } from '../ingest/index.ts';
import type { MaskOptions, SampleRow, Supplements } from '../report/index.ts';
import type { CaseData, Versions } from './case-data.ts';
import { RunError } from './errors.ts';
import { listReplies } from './list-replies.ts';
import { SCHEMA, SCHEMA_VERSION } from './schema.ts';
import {
  type DatabaseValue,
  decodeRow,
  encodeRow,
  insertSql,
  selectSql,
  TABLES,
  type Table,
} from './tables.ts';
import { VIEW_STATEMENTS } from './views.ts';

export type JobState = 'done' | 'failed' | 'waiting';

/** What `status` shows of one job. Ids and durations, never names. */
export interface JobRow {
  stage: string;
  key: string;
  state: JobState;
  milliseconds: number | null;
  detail: string | null;
}

/** Counts of one stage of the run, as they were `milliseconds` after it began. */
export interface StageRow {
  stage: string;
  total: number;
  done: number;
  kept: number;
  failed: number;
  milliseconds: number;
}

export interface CaseDatabase {
  /** Replaces all that the last run found, in one transaction. */
  save(data: CaseData): void;
  /** All of it again; null where no run has come to its end yet. */
  load(): CaseData | null;
  /** Keeps what was said about the mask, for the next time the editions are written. */
  saveMasking(options: MaskOptions): void;
  /** What people added to the report, null where nothing is kept; and keeps it for the next time. */
  supplements(): Supplements | null;
  saveSupplements(supplements: Supplements): void;
  /** Replaces what the sample that people coded says. */
  saveHumanSample(rows: readonly SampleRow[]): void;
  /** Forgets the jobs of the last run and writes down those of this one as they end. */
  clearJobs(): void;
  recordJobs(rows: JobRow[]): void;
  jobs(): JobRow[];
  /** Files that the last finished run could not read, with their reasons. */
  unreadableFiles(): { path: string; issues: Issue[] }[];
  recordStage(row: StageRow): void;
  stages(): StageRow[];
  /** What the run is about: `state` (`running`, `done`, `stopped`) and `workers`. */
  recordState(key: string, value: string): void;
  state(key: string): string | null;
  close(): void;
}

/** Rows that are written at once: some of those of items hold a message of megabytes. */
const ROWS_AT_ONCE = 16;

const NO_CARD = '{"thresholds":{},"error_rates":null}';

type EvidenceRow = Evidence & { exchange_id: string };

function dropAll(database: Database.Database): void {
  const objects = database
    .prepare(
      "SELECT type, name FROM sqlite_schema WHERE type IN ('view', 'table') AND name NOT LIKE 'sqlite_%'",
    )
    .all() as { type: string; name: string }[];
  const shadows = (name: string) => /_fts_(data|idx|content|docsize|config)$/.test(name);
  for (const { type, name } of objects) if (!shadows(name)) database.exec(`DROP ${type} IF EXISTS "${name}"`);
}

function prepareSchema(database: Database.Database): void {
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL');
  const version = database.prepare('PRAGMA user_version').get() as { user_version: number };
  if (version.user_version !== 0 && version.user_version !== Number(SCHEMA_VERSION)) dropAll(database);
  database.exec(SCHEMA);
  database.exec(VIEW_STATEMENTS);
  database.exec(`PRAGMA user_version = ${SCHEMA_VERSION}`);
}

/** @throws RunError where the file is not an SQLite database. */
export function openDatabase(path: string): CaseDatabase {
  const database = new Database(path);
  try {
    prepareSchema(database);
  } catch (error) {
    database.close();
    throw new RunError(
      `case.sqlite cannot be opened (${(error as Error).message}); move it away to rebuild it`,
    );
  }

  function insertAll(table: Table, records: Iterable<object>): void {
    // Most of the time that a row takes is the way into the library.
    const many = database.prepare(insertSql(table, ROWS_AT_ONCE));
    const one = database.prepare(insertSql(table));
    let rows: DatabaseValue[][] = [];
    for (const record of records) {
      rows.push(encodeRow(table, record));
      if (rows.length < ROWS_AT_ONCE) continue;
      many.run(rows.flat());
      rows = [];
    }
    for (const row of rows) one.run(row);
  }
  function readAll<T>(table: Table): T[] {
    return (database.prepare(selectSql(table)).all() as Record<string, unknown>[]).map((row) =>
      decodeRow<T>(table, row),
    );
  }
  function* evidenceRows(exchanges: Exchange[]): Generator<object> {
    for (const { exchange_id, evidence } of exchanges) {
      for (const [ordinal, quote] of evidence.entries()) yield { exchange_id, ordinal, ...quote };
    }
  }
  function loadExchanges(): Exchange[] {
    const exchanges = readAll<Exchange>(TABLES.exchanges);
    const byId = new Map(exchanges.map((exchange) => [exchange.exchange_id, exchange]));
    for (const exchange of exchanges) exchange.evidence = [];
    for (const { exchange_id, item_id, file_id, path, page, quote, start, end } of readAll<EvidenceRow>(
      TABLES.evidence,
    )) {
      byId.get(exchange_id)?.evidence.push({ item_id, file_id, path, page, quote, start, end });
    }
    return exchanges;
  }

  return {
    save(data) {
      database.transaction(() => {
        for (const { name } of Object.values(TABLES)) database.exec(`DELETE FROM ${name}`);
        database.exec('DELETE FROM meta');
        insertAll(TABLES.inputs, data.inputs);
        insertAll(TABLES.files, data.files);
        insertAll(TABLES.pages, data.pages);
        insertAll(TABLES.items, data.items);
        insertAll(TABLES.exchanges, data.exchanges);
        insertAll(TABLES.evidence, evidenceRows(data.exchanges));
        insertAll(TABLES.participants, data.participants);
        insertAll(TABLES.page_images, data.page_images);
        insertAll(TABLES.findings, data.findings);
        insertAll(TABLES.claims, data.claim_checks);
        const { routes, replies } = listReplies(data);
        insertAll(TABLES.message_routes, routes);
        insertAll(TABLES.replies, replies);
        const meta = database.prepare('INSERT INTO meta (key, value) VALUES (?, ?)');
        meta.run('title', data.title);
        meta.run('agencies', JSON.stringify(data.agencies ?? null));
        meta.run('versions', JSON.stringify(data.versions));
        meta.run('settings', JSON.stringify(data.settings));
        meta.run('model_card', JSON.stringify(data.model_card));
        meta.run('policy_sources', JSON.stringify(data.policy_sources));
        if (data.supplements !== undefined) meta.run('supplements', JSON.stringify(data.supplements));
        if (data.masking !== undefined) meta.run('masking', JSON.stringify(data.masking));
        database.exec("INSERT INTO items_fts (items_fts) VALUES ('rebuild')");
        database.exec("INSERT INTO pages_fts (pages_fts) VALUES ('rebuild')");
      })();
    },
    load() {
      const rows = database.prepare('SELECT key, value FROM meta').all() as { key: string; value: string }[];
      const meta = new Map(rows.map(({ key, value }) => [key, value]));
      const versions = meta.get('versions');
      if (versions === undefined) return null;
      const masking = meta.get('masking');
      const supplements = meta.get('supplements');
      return {
        title: meta.get('title') ?? '',
        agencies: JSON.parse(meta.get('agencies') ?? 'null') as unknown,
        versions: JSON.parse(versions) as Versions,
        settings: JSON.parse(meta.get('settings') ?? '{}') as Record<string, string>,
        inputs: readAll(TABLES.inputs),
        files: readAll(TABLES.files),
        pages: readAll(TABLES.pages),
        items: readAll(TABLES.items),
        exchanges: loadExchanges(),
        participants: readAll(TABLES.participants),
        page_images: readAll(TABLES.page_images),
        model_card: JSON.parse(meta.get('model_card') ?? NO_CARD) as CaseData['model_card'],
        policy_sources: JSON.parse(meta.get('policy_sources') ?? 'null') as CaseData['policy_sources'],
        findings: readAll(TABLES.findings),
        claim_checks: readAll(TABLES.claims),
        ...(masking === undefined ? {} : { masking: JSON.parse(masking) as MaskOptions }),
        ...(supplements === undefined ? {} : { supplements: JSON.parse(supplements) as Supplements }),
      };
    },
    supplements() {
      const row = database.prepare("SELECT value FROM meta WHERE key = 'supplements'").get() as
        | { value: string }
        | undefined;
      return row === undefined ? null : (JSON.parse(row.value) as Supplements);
    },
    saveSupplements(supplements) {
      database
        .prepare('INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)')
        .run('supplements', JSON.stringify(supplements));
    },
    saveMasking(options) {
      database
        .prepare('INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)')
        .run('masking', JSON.stringify(options));
    },
    saveHumanSample(rows) {
      database.transaction(() => {
        database.exec('DELETE FROM human_sample');
        insertAll(TABLES.human_sample, rows);
      })();
    },
    clearJobs: () => database.exec('DELETE FROM jobs; DELETE FROM stages'),
    recordJobs(rows) {
      const statement = database.prepare(
        'INSERT OR REPLACE INTO jobs (stage, key, state, milliseconds, detail) VALUES (?, ?, ?, ?, ?)',
      );
      database.transaction(() => {
        for (const { stage, key, state, milliseconds, detail } of rows) {
          statement.run(stage, key, state, milliseconds, detail);
        }
      })();
    },
    jobs: () =>
      database
        .prepare('SELECT stage, key, state, milliseconds, detail FROM jobs ORDER BY stage, key')
        .all() as JobRow[],
    unreadableFiles() {
      const rows = database
        .prepare("SELECT path, issues FROM files WHERE status = 'unreadable' ORDER BY path")
        .all();
      return (rows as { path: string; issues: string }[]).map(({ path, issues }) => ({
        path,
        issues: JSON.parse(issues) as Issue[],
      }));
    },
    recordStage({ stage, total, done, kept, failed, milliseconds }) {
      database
        .prepare('INSERT OR REPLACE INTO stages VALUES (?, ?, ?, ?, ?, ?)')
        .run(stage, total, done, kept, failed, milliseconds);
    },
    stages: () => database.prepare('SELECT * FROM stages ORDER BY rowid').all() as StageRow[],
    recordState: (key, value) => {
      database.prepare('INSERT OR REPLACE INTO run_state VALUES (?, ?)').run(key, value);
    },
    state(key) {
      const row = database.prepare('SELECT value FROM run_state WHERE key = ?').get(key) as
        | { value: string }
        | undefined;
      return row?.value ?? null;
    },
    close() {
      database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
      database.close();
    },
  };
}
