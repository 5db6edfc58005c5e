/** How a column stands in SQLite where it is not text or a number as it is. */
type Codec = 'json' | 'boolean';

/** A table whose rows are records of the same field names. */
export interface Table {
  name: string;
  columns: { name: string; codec: Codec | null }[];
  order: string;
}

type Row = Record<string, unknown>;

function table(name: string, order: string, columns: string): Table {
  return {
    name,
    order,
    columns: columns.split(' ').map((column) => {
      const [field = '', codec] = column.split(':');
      return { name: field, codec: (codec as Codec | undefined) ?? null };
    }),
  };
}

export const TABLES = {
  inputs: table('inputs', 'path', 'path sha256 bytes location'),
  files: table(
    'files',
    'rowid',
    'file_id path sha256 media_type bytes status pages items_expected items_emitted items_failed issues:json',
  ),
  pages: table(
    'pages',
    'rowid',
    'file_id page method ocr_confidence chars redactions bates redacted_share failed_redaction:boolean engine width height text ' +
      'runs:json redaction_boxes:json set_aside_text',
  ),
  items: table(
    'items',
    'rowid',
    'item_id file_id path sha256 kind origin page_start page_end part from to cc date date_raw subject body exchange_id ' +
      'duplicate_of witnesses:json redacted:boolean issues:json parent_id message_id in_reply_to:json headers_raw:json ' +
      'parts:json page_offsets:json attachments:json',
  ),
  exchanges: table(
    'exchanges',
    'rowid',
    'exchange_id contact_id incident_id items:json first_date last_date subject relevance purpose conduct verdict ' +
      'probability needs_review:boolean direction nature:json component:json persons minors:boolean coder',
  ),
  evidence: table('evidence', 'rowid', 'exchange_id ordinal item_id file_id path page quote start end'),
  participants: table('participants', 'rowid', 'exchange_id name address side component role'),
  page_images: table('page_images', 'rowid', 'file_id page media_type width height pictures blob'),
  findings: table(
    'findings',
    'rowid',
    'contact_id rule_id finding missing_fact clause quote reason counterfactual policy_id exchange_id item_id file_id ' +
      'path page start end coder',
  ),
  claims: table(
    'claims',
    'rowid',
    'claim_id side speaker claim answer strict broad rows:json unit answer_strict answer_broad reason would_change date ' +
      'source measure supports_if contradicts_if numbers:json',
  ),
  message_routes: table('message_routes', 'rowid', 'exchange_id item_id from_side to_side'),
  human_sample: table(
    'human_sample',
    'rowid',
    'sample quantity of population drawn coded hits value low high',
  ),
  replies: table('replies', 'rowid', 'exchange_id item_id answered_by date minutes'),
} as const;

/** Writes so many rows at once. */
export function insertSql({ name, columns }: Table, rows = 1): string {
  const names = columns.map((column) => `"${column.name}"`).join(', ');
  const values = `(${columns.map(() => '?').join(', ')})`;
  return `INSERT INTO ${name} (${names}) VALUES ${Array.from({ length: rows }, () => values).join(', ')}`;
}

export function selectSql({ name, columns, order }: Table): string {
  return `SELECT ${columns.map((column) => `"${column.name}"`).join(', ')} FROM ${name} ORDER BY ${order}`;
}

export type DatabaseValue = string | number | null;

export function encodeRow({ columns }: Table, record: object): DatabaseValue[] {
  const row = record as Row;
  return columns.map(({ name, codec }) => {
    const value = row[name];
    if (codec === 'json') return JSON.stringify(value);
    if (codec === 'boolean') return value === true ? 1 : 0;
    return (value ?? null) as DatabaseValue;
  });
}

export function decodeRow<T>({ columns }: Table, row: Row): T {
  const record: Row = {};
  for (const { name, codec } of columns) {
    const value = row[name];
    if (codec === 'json') record[name] = JSON.parse(String(value));
    else record[name] = codec === 'boolean' ? value === 1 : value;
  }
  return record as T;
}
