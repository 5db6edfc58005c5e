import { CASE_VIEWS } from './views.ts';

/** A query that Datasette offers by name. Words after a colon are asked of the reader. */
interface CannedQuery {
  title: string;
  description: string;
  sql: string;
}

function allOf(view: string): string {
  return `SELECT * FROM ${view}`;
}

/** One query for each headline number, then those that follow a number to its pages. */
const QUERIES: Record<string, CannedQuery> = {
  headline: {
    title: 'Headline numbers',
    description: 'What the first sentence of the report counts, each under its name in the summary.',
    sql: `SELECT * FROM summary WHERE number IN
('pages', 'items', 'contacts', 'strict', 'strict_high', 'broad', 'broad_high', 'undetermined', 'decided', 'suggested', 'needs_review')`,
  },
  strict_reading: {
    title: 'Strict reading',
    description: 'The contacts behind the strict number, with their quotes and pages.',
    sql: allOf('contacts_strict'),
  },
  broad_reading: {
    title: 'Broad reading',
    description: 'The contacts behind the broad number, with their quotes and pages.',
    sql: allOf('contacts_broad'),
  },
  range: {
    title: 'The range: undetermined contacts',
    description: 'The contacts that the upper end of both readings counts as well.',
    sql: allOf('contacts_undetermined'),
  },
  review: {
    title: 'What people still have to decide',
    description: 'The contacts behind the number that need review.',
    sql: allOf('contacts_to_review'),
  },
  replies: {
    title: 'How fast either side answered',
    description: 'Answers whose time is known, by who answers, fastest first.',
    sql: 'SELECT replies.*, contact_id, subject FROM replies JOIN exchanges USING (exchange_id) ORDER BY answered_by, minutes, item_id',
  },
  unread_pages_by_file: {
    title: 'Pages that nobody has read',
    description: 'The pages behind the unread ones, by file.',
    sql: 'SELECT path, COUNT(*) AS pages, MIN(page) AS first, MAX(page) AS last FROM unread_pages GROUP BY path ORDER BY path',
  },
  month: {
    title: 'Contacts of one month',
    description: 'Month as 2015-03.',
    sql: "SELECT * FROM contact_list WHERE first_date LIKE :month || '%' ORDER BY first_date, contact_id",
  },
  quotes_of_contact: {
    title: 'Quotes of one contact',
    description: 'The words that carry the verdict of a contact, with file, page and Bates number.',
    sql: `SELECT evidence_pages.* FROM evidence_pages JOIN exchanges USING (exchange_id) WHERE contact_id = :contact_id`,
  },
  messages_of_contact: {
    title: 'Messages of one contact',
    description: 'Every message once, in order of date.',
    sql: `SELECT messages_once.date, messages_once."from", messages_once."to", messages_once.subject, messages_once.body,
  messages_once.path, messages_once.page_start FROM messages_once JOIN exchanges USING (exchange_id)
WHERE exchanges.contact_id = :contact_id`,
  },
  search_messages: {
    title: 'Search the messages',
    description: 'Words as SQLite’s full-text search takes them: detainer AND jail, "check status".',
    sql: `SELECT items.item_id, items.date, items.subject, items.path, items.page_start,
  snippet(items_fts, 1, '[', ']', ' … ', 24) AS found
FROM items_fts JOIN items ON items.rowid = items_fts.rowid
WHERE items_fts MATCH :words AND duplicate_of IS NULL ORDER BY rank LIMIT 200`,
  },
};

const TABLES: Record<string, string> = {
  files: 'Every file that was handed in or found inside another, with what came of it.',
  pages: 'Every page, how it was read and what was read.',
  items: 'Every copy of every message or document; duplicate_of is empty on those that count.',
  exchanges: 'Items that answer one another, with their codes; contacts are those with a contact_id.',
  evidence: 'The quotes that carry the codes, with file, page and offsets.',
  participants: 'Who takes part in each exchange, under each spelling.',
  message_routes:
    'Each message of a contact with the side that wrote it and each side that it was addressed to.',
  replies: 'Answers of one side to the other with the minutes they took.',
  findings: 'Policy rules applied to contacts.',
  claims: 'Public statements tested against the contacts.',
  human_sample:
    'Error rates, precision, recall and estimated numbers from a sample that people coded; empty where none was.',
};

/**
 * What Datasette shows beside the tables: titles, descriptions and queries. It holds no record and no number, so it says the
 * same of every case but for the title.
 */
export function datasetteMetadata(title: string): string {
  const views = CASE_VIEWS.map(({ name, title: heading, description }) => [
    name,
    { title: heading, description },
  ]);
  const tables = Object.entries(TABLES).map(([name, description]) => [name, { description }]);
  const metadata = {
    title,
    description:
      'A case of contact-audit. It holds the records as they stand, names of private persons included, and is not for publication.',
    databases: { case: { tables: Object.fromEntries([...views, ...tables]), queries: QUERIES } },
  };
  return `${JSON.stringify(metadata, null, 2)}\n`;
}
