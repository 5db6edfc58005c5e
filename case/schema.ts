/**
 * The tables of `case.sqlite`. Columns carry the names of the exports; lists and records are JSON text, so that Datasette
 * and `json_each` open them. Everything but `jobs` is written whole at the end of a run, in one transaction.
 */
export const SCHEMA = `
CREATE TABLE IF NOT EXISTS meta (key TEXT PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS inputs (path TEXT PRIMARY KEY, sha256 TEXT NOT NULL, bytes INTEGER NOT NULL, location TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS files (
  file_id TEXT PRIMARY KEY, path TEXT NOT NULL UNIQUE, sha256 TEXT NOT NULL, media_type TEXT NOT NULL, bytes INTEGER NOT NULL,
  status TEXT NOT NULL, pages INTEGER NOT NULL, items_expected INTEGER NOT NULL, items_emitted INTEGER NOT NULL,
  items_failed INTEGER NOT NULL, issues TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS pages (
  file_id TEXT NOT NULL, page INTEGER NOT NULL, method TEXT NOT NULL, ocr_confidence REAL, chars INTEGER NOT NULL,
  redactions INTEGER NOT NULL, bates TEXT, redacted_share REAL NOT NULL, failed_redaction INTEGER NOT NULL, engine TEXT,
  width REAL NOT NULL, height REAL NOT NULL, text TEXT NOT NULL, runs TEXT NOT NULL, redaction_boxes TEXT NOT NULL,
  set_aside_text TEXT,
  PRIMARY KEY (file_id, page));
CREATE TABLE IF NOT EXISTS items (
  item_id TEXT PRIMARY KEY, file_id TEXT NOT NULL, path TEXT NOT NULL, sha256 TEXT NOT NULL, kind TEXT NOT NULL,
  origin TEXT NOT NULL, page_start INTEGER, page_end INTEGER, part TEXT, "from" TEXT NOT NULL, "to" TEXT NOT NULL,
  cc TEXT NOT NULL, date TEXT, date_raw TEXT NOT NULL, subject TEXT NOT NULL, body TEXT NOT NULL, exchange_id TEXT,
  duplicate_of TEXT, witnesses TEXT NOT NULL, redacted INTEGER NOT NULL, issues TEXT NOT NULL, parent_id TEXT,
  message_id TEXT, in_reply_to TEXT NOT NULL, headers_raw TEXT NOT NULL, parts TEXT NOT NULL, page_offsets TEXT NOT NULL,
  attachments TEXT NOT NULL);
CREATE INDEX IF NOT EXISTS items_exchange ON items (exchange_id);
CREATE INDEX IF NOT EXISTS items_file ON items (file_id, page_start);
CREATE TABLE IF NOT EXISTS exchanges (
  exchange_id TEXT PRIMARY KEY, contact_id TEXT, incident_id TEXT, items TEXT NOT NULL, first_date TEXT, last_date TEXT,
  subject TEXT NOT NULL, relevance TEXT NOT NULL, purpose TEXT, conduct TEXT, verdict TEXT NOT NULL,
  probability REAL NOT NULL, needs_review INTEGER NOT NULL, direction TEXT, nature TEXT NOT NULL, component TEXT NOT NULL,
  persons INTEGER, minors INTEGER NOT NULL, coder TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS evidence (
  exchange_id TEXT NOT NULL, ordinal INTEGER NOT NULL, item_id TEXT NOT NULL, file_id TEXT NOT NULL, path TEXT NOT NULL,
  page INTEGER, quote TEXT NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL, PRIMARY KEY (exchange_id, ordinal));
CREATE TABLE IF NOT EXISTS participants (
  exchange_id TEXT NOT NULL, name TEXT NOT NULL, address TEXT NOT NULL, side TEXT NOT NULL, component TEXT, role TEXT);
CREATE TABLE IF NOT EXISTS page_images (
  file_id TEXT NOT NULL, page INTEGER NOT NULL, media_type TEXT NOT NULL, width INTEGER NOT NULL, height INTEGER NOT NULL,
  pictures INTEGER NOT NULL, blob TEXT NOT NULL, PRIMARY KEY (file_id, page));
CREATE TABLE IF NOT EXISTS findings (
  contact_id TEXT NOT NULL, rule_id TEXT NOT NULL, finding TEXT NOT NULL, missing_fact TEXT NOT NULL, clause TEXT NOT NULL,
  quote TEXT NOT NULL, reason TEXT NOT NULL, counterfactual TEXT, policy_id TEXT NOT NULL, exchange_id TEXT NOT NULL,
  item_id TEXT, file_id TEXT, path TEXT, page INTEGER, start INTEGER, "end" INTEGER, coder TEXT NOT NULL,
  PRIMARY KEY (contact_id, rule_id));
CREATE TABLE IF NOT EXISTS claims (
  claim_id TEXT PRIMARY KEY, side TEXT NOT NULL, speaker TEXT NOT NULL, claim TEXT NOT NULL, answer TEXT NOT NULL,
  strict REAL, broad REAL, rows TEXT NOT NULL, unit TEXT NOT NULL, answer_strict TEXT NOT NULL, answer_broad TEXT NOT NULL,
  reason TEXT NOT NULL, would_change TEXT NOT NULL, date TEXT, source TEXT NOT NULL, measure TEXT NOT NULL,
  supports_if TEXT NOT NULL, contradicts_if TEXT NOT NULL, numbers TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS message_routes (
  exchange_id TEXT NOT NULL, item_id TEXT NOT NULL, from_side TEXT NOT NULL, to_side TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS replies (
  exchange_id TEXT NOT NULL, item_id TEXT NOT NULL, answered_by TEXT NOT NULL, date TEXT NOT NULL, minutes REAL NOT NULL);
CREATE TABLE IF NOT EXISTS human_sample (
  sample INTEGER NOT NULL, quantity TEXT NOT NULL, "of" TEXT NOT NULL, population INTEGER, drawn INTEGER, coded INTEGER,
  hits INTEGER, value REAL, low REAL, high REAL, PRIMARY KEY (sample, quantity, "of"));
CREATE TABLE IF NOT EXISTS jobs (
  stage TEXT NOT NULL, key TEXT NOT NULL, state TEXT NOT NULL, milliseconds INTEGER, detail TEXT,
  PRIMARY KEY (stage, key));
CREATE TABLE IF NOT EXISTS stages (
  stage TEXT PRIMARY KEY, total INTEGER NOT NULL, done INTEGER NOT NULL, kept INTEGER NOT NULL, failed INTEGER NOT NULL,
  milliseconds INTEGER NOT NULL);
CREATE TABLE IF NOT EXISTS run_state (key TEXT PRIMARY KEY, value TEXT NOT NULL);
CREATE VIRTUAL TABLE IF NOT EXISTS items_fts USING fts5 (subject, body, content='items', content_rowid='rowid');
CREATE VIRTUAL TABLE IF NOT EXISTS pages_fts USING fts5 (text, content='pages', content_rowid='rowid');
CREATE VIEW IF NOT EXISTS contacts AS SELECT * FROM exchanges WHERE contact_id IS NOT NULL ORDER BY first_date, exchange_id;
CREATE VIEW IF NOT EXISTS messages_once AS SELECT * FROM items WHERE duplicate_of IS NULL ORDER BY date, item_id;
CREATE VIEW IF NOT EXISTS unread_pages AS
  SELECT files.path, pages.page FROM pages JOIN files USING (file_id) WHERE method = 'unread' ORDER BY files.path, pages.page;
CREATE VIEW IF NOT EXISTS verdict_counts AS
  SELECT verdict, COUNT(*) AS exchanges, SUM(needs_review) AS needs_review FROM exchanges GROUP BY verdict;
CREATE VIEW IF NOT EXISTS finding_counts AS
  SELECT rule_id, clause, finding, COUNT(*) AS contacts FROM findings GROUP BY rule_id, clause, finding;
CREATE VIEW IF NOT EXISTS evidence_pages AS
  SELECT exchange_id, verdict, quote, evidence.path, evidence.page, bates FROM evidence
  JOIN exchanges USING (exchange_id) LEFT JOIN pages ON pages.file_id = evidence.file_id AND pages.page = evidence.page;
`;

/** Raised whenever the tables change; an older case is filled anew from its store. */
export const SCHEMA_VERSION = '5';
