import { countSummary, listSummary, type SummaryNumber } from '../report/index.ts';

/** A readable view: its name, what its rows are, and its query. */
export interface CaseView {
  name: string;
  title: string;
  description: string;
  sql: string;
}

/** Which verdicts each named count takes in; the names are those of the summary. */
const MEMBERS: [name: string, verdict: string][] = [
  'status-only',
  'mixed',
  'criminal-investigation',
  'undetermined',
  'administrative',
].flatMap((verdict): [string, string][] => [
  ['all', verdict],
  [verdict.replaceAll('-', '_'), verdict],
  ...(verdict === 'status-only' ? [['strict', verdict] as [string, string]] : []),
  ...(verdict === 'status-only' || verdict === 'mixed' ? [['broad', verdict] as [string, string]] : []),
]);

const TALLIES = `WITH member (name, verdict) AS (VALUES ${MEMBERS.map(([name, verdict]) => `('${name}', '${verdict}')`).join(', ')}),
  one AS (
    SELECT name, COALESCE(incident_id, exchange_id) AS incident, persons, needs_review,
      substr(coder, 1, 5) <> 'model' AS decided
    FROM member JOIN exchanges USING (verdict) WHERE relevance = 'contact'),
  incident AS (SELECT name, incident, MAX(COALESCE(persons, 0)) AS persons FROM one GROUP BY name, incident),
  per_contact AS (
    SELECT name, COUNT(*) AS contacts, SUM(persons IS NULL) AS persons_unknown, SUM(decided) AS decided,
      SUM(NOT decided) AS suggested, SUM(needs_review) AS needs_review
    FROM one GROUP BY name),
  per_incident AS (SELECT name, COUNT(*) AS incidents, SUM(persons) AS persons FROM incident GROUP BY name)
SELECT name AS counted, COALESCE(contacts, 0) AS contacts, COALESCE(incidents, 0) AS incidents,
  COALESCE(persons, 0) AS persons, COALESCE(persons_unknown, 0) AS persons_unknown, COALESCE(decided, 0) AS decided,
  COALESCE(suggested, 0) AS suggested, COALESCE(needs_review, 0) AS needs_review
FROM (SELECT DISTINCT name FROM member) LEFT JOIN per_contact USING (name) LEFT JOIN per_incident USING (name)`;

/** How each number that is no tally of contacts is counted. */
const COUNTS: Record<string, string> = {
  files: 'SELECT COUNT(*) FROM files',
  pages: 'SELECT COUNT(*) FROM pages',
  items: 'SELECT COUNT(*) FROM items WHERE duplicate_of IS NULL',
  copies: 'SELECT COUNT(*) FROM items WHERE duplicate_of IS NOT NULL',
  exchanges: 'SELECT COUNT(*) FROM exchanges',
  not_contact: "SELECT COUNT(*) FROM exchanges WHERE relevance <> 'contact'",
  not_contact_review: "SELECT COUNT(*) FROM exchanges WHERE relevance <> 'contact' AND needs_review",
};

const TALLY_FIELDS = ['incidents', 'persons', 'persons_unknown', 'decided', 'suggested', 'needs_review'];

/** The query of one number: by its name, as `strict_persons` is the persons of the strict count. */
function countOf(number: string): string {
  const known = COUNTS[number];
  if (known !== undefined) return known;
  const [, table, code] = /^(files|pages)_(\w+)$/.exec(number) ?? [];
  if (table === 'files') return `SELECT COUNT(*) FROM files WHERE status = '${code}'`;
  if (table === 'pages') return `SELECT COUNT(*) FROM pages WHERE method = '${code}'`;
  const reading = /^(strict|broad)_high$/.exec(number)?.[1];
  if (reading !== undefined) {
    return `SELECT SUM(contacts) FROM tally WHERE counted IN ('${reading}', 'undetermined')`;
  }
  const field = TALLY_FIELDS.find((name) => number === name || number.endsWith(`_${name}`));
  const counted = field === undefined ? number : number.slice(0, -field.length - 1) || 'all';
  return `SELECT ${field ?? 'contacts'} FROM tally WHERE counted = '${counted === 'contacts' ? 'all' : counted}'`;
}

/** The names and meanings of the summary, whatever the case. */
export function summaryNames(): SummaryNumber[] {
  return listSummary(countSummary({ files: [], pages: [], items: [], exchanges: [] }));
}

function summarySql(): string {
  const rows = summaryNames().map(
    ({ number, meaning }) =>
      `SELECT '${number}' AS number, (${countOf(number)}) AS value, '${meaning}' AS meaning`,
  );
  return `WITH tally AS MATERIALIZED (SELECT * FROM contact_tallies)\n${rows.join('\nUNION ALL ')}`;
}

const MONTH = `CASE WHEN first_date GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]*' AND substr(first_date, 6, 2) BETWEEN '01' AND '12'
    THEN substr(first_date, 1, 7) ELSE 'no date' END`;

function byCode(field: 'nature' | 'component'): string {
  return `SELECT code.value AS ${field}, COUNT(*) AS contacts, SUM(verdict = 'status-only') AS strict,
    SUM(verdict IN ('status-only', 'mixed')) AS broad
  FROM (SELECT DISTINCT exchange_id, verdict, json_each.value FROM exchanges, json_each(exchanges.${field}) WHERE relevance = 'contact') AS code
  GROUP BY code.value ORDER BY contacts DESC, code.value`;
}

function only(condition: string): string {
  return `SELECT * FROM contact_list WHERE ${condition} ORDER BY first_date, contact_id`;
}

function view(name: string, title: string, description: string, sql: string): CaseView {
  return { name, title, description, sql };
}

/** The readable views: the summary, and under each of its numbers the rows that make it. In the order in which they build on one another. */
export const CASE_VIEWS: readonly CaseView[] = [
  view(
    'contact_list',
    'All contacts',
    'One row a contact, with the first of the quotes that carry its verdict and where that stands.',
    `SELECT contact_id, first_date, verdict, subject, direction, nature, component, persons, needs_review,
      substr(coder, 1, 5) <> 'model' AS decided, probability, COALESCE(incident_id, exchanges.exchange_id) AS incident,
      exchanges.exchange_id AS exchange_id, evidence.quote, evidence.path, evidence.page, pages.bates
    FROM exchanges LEFT JOIN evidence ON evidence.exchange_id = exchanges.exchange_id AND evidence.ordinal = 0
      LEFT JOIN pages ON pages.file_id = evidence.file_id AND pages.page = evidence.page
    WHERE relevance = 'contact'`,
  ),
  view(
    'contact_tallies',
    'Contacts by verdict and reading',
    'Contacts, incidents, persons and who coded them: for all contacts, both readings and each verdict.',
    TALLIES,
  ),
  view('summary', 'Summary', 'Every number of the summary of the report, under its name.', summarySql()),
  view(
    'contacts_strict',
    'Contacts, strict reading',
    'Contacts that served civil immigration enforcement, no crime alleged (status-only).',
    only("verdict = 'status-only'"),
  ),
  view(
    'contacts_broad',
    'Contacts, broad reading',
    'Contacts that served civil immigration enforcement, whatever else was alleged (status-only and mixed).',
    only("verdict IN ('status-only', 'mixed')"),
  ),
  view(
    'contacts_undetermined',
    'Undetermined contacts',
    'Contacts whose text, or its redactions, do not show what they were for: the range of both readings.',
    only("verdict = 'undetermined'"),
  ),
  view(
    'contacts_to_review',
    'Contacts that need review',
    'Contacts in which the model abstains, so that a person has to decide.',
    only('needs_review'),
  ),
  view(
    'contacts_decided',
    'Contacts decided by people',
    'Contacts whose code people decided and not the model.',
    only('decided'),
  ),
  view(
    'contacts_by_month',
    'Contacts by month',
    'Contacts by month of their first message and by verdict.',
    `SELECT ${MONTH} AS month, SUM(verdict = 'status-only') AS status_only, SUM(verdict = 'mixed') AS mixed,
    SUM(verdict = 'criminal-investigation') AS criminal_investigation, SUM(verdict = 'undetermined') AS undetermined,
    SUM(verdict = 'administrative') AS administrative, COUNT(*) AS contacts
  FROM exchanges WHERE relevance = 'contact' GROUP BY month ORDER BY month`,
  ),
  view('contacts_by_nature', 'Contacts by nature', 'A contact may have several natures.', byCode('nature')),
  view(
    'contacts_by_component',
    'Contacts by federal agency',
    'A contact may concern several agencies.',
    byCode('component'),
  ),
  view(
    'contacts_by_direction',
    'Contacts by direction',
    'Who sent the newest part.',
    `SELECT COALESCE(direction, 'unknown') AS direction, COUNT(*) AS contacts, SUM(verdict = 'status-only') AS strict,
    SUM(verdict IN ('status-only', 'mixed')) AS broad
  FROM exchanges WHERE relevance = 'contact' GROUP BY COALESCE(direction, 'unknown') ORDER BY contacts DESC, direction`,
  ),
  view(
    'incidents',
    'Incidents',
    'Contacts about one case, joined; persons is the largest number that a contact of the incident names.',
    `SELECT COALESCE(incident_id, exchange_id) AS incident, COUNT(*) AS contacts, MAX(COALESCE(persons, 0)) AS persons,
    SUM(persons IS NULL) AS persons_unknown, MIN(first_date) AS first_date, MAX(last_date) AS last_date,
    group_concat(DISTINCT verdict) AS verdicts
  FROM exchanges WHERE relevance = 'contact' GROUP BY incident ORDER BY first_date, incident`,
  ),
  view(
    'who_wrote_to_whom',
    'Who wrote to whom',
    'Messages of contacts by side; a message to two sides is counted under both.',
    `SELECT from_side, to_side, COUNT(*) AS messages, COUNT(DISTINCT exchange_id) AS contacts FROM message_routes
  GROUP BY from_side, to_side ORDER BY from_side, to_side`,
  ),
  view(
    'reply_times',
    'How fast either side answered',
    'Answers whose time is known, and the minutes that half of them took at most.',
    `SELECT answered_by, COUNT(*) AS answers, AVG(CASE WHEN place IN ((total + 1) / 2, (total + 2) / 2) THEN minutes END) AS median_minutes
  FROM (SELECT answered_by, minutes, ROW_NUMBER() OVER (PARTITION BY answered_by ORDER BY minutes) AS place,
    COUNT(*) OVER (PARTITION BY answered_by) AS total FROM replies)
  GROUP BY answered_by ORDER BY answered_by`,
  ),
  view(
    'set_aside',
    'Exchanges set aside',
    'Exchanges that are no contact with an immigration authority; those that need review come first.',
    `SELECT exchange_id, first_date, subject, relevance, probability, needs_review FROM exchanges
  WHERE relevance <> 'contact' ORDER BY needs_review DESC, first_date, exchange_id`,
  ),
  view(
    'files_by_status',
    'Files by status',
    'How many files were read, read in part, unreadable or duplicates.',
    'SELECT status, COUNT(*) AS files, SUM(pages) AS pages FROM files GROUP BY status ORDER BY status',
  ),
  view(
    'pages_by_method',
    'Pages by how they were read',
    'Text in the file, recognised, blank or unread.',
    `SELECT method, COUNT(*) AS pages, SUM(redactions) AS redactions, SUM(chars) AS characters FROM pages
  GROUP BY method ORDER BY method`,
  ),
];

/** Statements that make the views where they are not there yet. */
export const VIEW_STATEMENTS = CASE_VIEWS.map(
  ({ name, sql }) => `CREATE VIEW IF NOT EXISTS ${name} AS ${sql};`,
).join('\n');
