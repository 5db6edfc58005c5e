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
} from './export-columns.ts';

type Column =
  | (typeof SUMMARY_COLUMNS)[number]
  | (typeof FILE_COLUMNS)[number]
  | (typeof PAGE_COLUMNS)[number]
  | (typeof ITEM_COLUMNS)[number]
  | (typeof EXCHANGE_COLUMNS)[number]
  | (typeof CONTACT_COLUMNS)[number]
  | (typeof EVIDENCE_COLUMNS)[number]
  | (typeof FINDING_COLUMNS)[number]
  | (typeof CLAIM_COLUMNS)[number]
  | (typeof SAMPLE_COLUMNS)[number];

/** What a column holds, wherever it stands. */
const MEANINGS: Record<Column, string> = {
  number: 'Name of a number of the summary; the view summary of case.sqlite has the same names',
  value: 'The number',
  meaning: 'What it counts',
  file_id: 'Id of a file, made from its SHA-256',
  path: 'Path inside the release; !/ stands between a container and what it holds',
  sha256: 'SHA-256 of the file, in hexadecimal',
  media_type: 'Type found from the bytes, never from the name',
  bytes: 'Size in bytes',
  status: 'read, partial, unreadable or duplicate',
  pages: 'Number of pages; 0 where the format has none',
  items_expected: 'Items that the container promises; always items_emitted + items_failed',
  items_emitted: 'Items that came out; messages quoted inside an item are not counted here',
  items_failed: 'Items that did not, each with an issue',
  issues: 'Reasons for which something was not fully read: code, place, sentence',
  page: 'Page number, from 1; empty where the file has no pages',
  method: 'text, ocr, blank or unread',
  ocr_confidence: 'Mean word confidence of the recogniser, 0 to 100; empty where none was used',
  chars: 'Characters that are not white space',
  redactions: 'Redaction marks and exemption codes seen in the text',
  bates: 'Bates number as printed',
  redacted_share: 'Share of the page’s area under redaction boxes, 0 to 1',
  failed_redaction: 'true where text was found under a redaction; that text is kept out of everything',
  engine: 'What read the page, with its version; empty where nothing did',
  item_id: 'Id of an item, made from the file’s SHA-256 and the place in it',
  kind: 'email, log-row, memo, report, form, bulletin, chat, calendar, voicemail or document',
  origin: 'native, printed, quoted, row or document',
  page_start: 'First page the item stands on',
  page_end: 'Last page the item stands on',
  part: 'Place inside the file: message number, MIME part, row, quotation',
  from: 'Sender, normalised: Name <address>',
  to: 'Recipients, normalised, with ; between them',
  cc: 'Copied recipients, likewise',
  date: 'ISO 8601, no more precise than the record',
  date_raw: 'The date as it stands in the record',
  subject: 'Subject as it stands',
  body: 'Text with what it quotes',
  exchange_id: 'Id of the exchange, made from its first message so that a larger release keeps it',
  duplicate_of: 'The item of which this one is a copy; empty on the one that counts',
  witnesses: 'On the item that counts: every place in which the message stands, itself first',
  redacted: 'true where text or headers carry a redaction mark',
  parent_id: 'The item this one is quoted in, attached to or printed behind',
  message_id: 'Message-ID header',
  in_reply_to: 'Message-IDs this one answers, nearest first',
  headers_raw: 'Headers exactly as they stand',
  parts: 'Stretches of the body: new, quoted, signature, disclaimer; offsets in UTF-16 units',
  attachments: 'Names of attachments as the record states them',
  contact_id: 'Id of the contact; empty where the exchange is none',
  incident_id: 'Joins contacts about the same case',
  items: 'Ids of the items, copies left out, in order of date',
  first_date: 'Date of the first item',
  last_date: 'Date of the last item',
  relevance: 'contact, mention or none',
  purpose: 'criminal, civil-immigration, victim-services, administrative or unclear',
  conduct: 'alleged-crime, infraction, none or unstated: what the person is alleged to have done',
  verdict: 'Follows from relevance, purpose and conduct by the rule under Method',
  probability: 'Calibrated probability of the verdict, 0 to 1',
  needs_review: 'true where the model abstains and a person has to decide',
  direction: 'Who sent the newest part: to-ice, from-ice, internal or third-party',
  nature: 'What the contact was, any number of the codebook’s codes',
  component: 'Which authority: ERO, HSI, CBP, USCIS, LESC, ICE-unspecified, DHS-unspecified',
  persons: 'How many individuals it concerns; 0 where none, empty where it cannot be told',
  minors: 'true where a child or a family is concerned',
  coder: 'Who coded it: the model with its version, or people',
  evidence: 'The quotes that carry the verdict, with file, page and offsets',
  quote: 'The words that carry the verdict, exactly as they stand',
  start: 'Offset of the quote in the item’s body, in UTF-16 units',
  end: 'Offset behind the quote',
  rule_id: 'Id of the rule',
  finding: 'apparent conflict, consistent, cannot tell or not in force',
  missing_fact: 'What the record would have to show, where the finding is cannot tell',
  clause: 'The clause as it is cited',
  reason: 'Why, in one sentence',
  counterfactual:
    'What the finding would be had the rule been in force; only on request, only where it was not in force',
  policy_id: 'The policy that the rule belongs to',
  claim_id: 'Id of the claim',
  side: 'Whose side says it',
  speaker: 'Who said it, by role or name',
  claim: 'The statement in their words',
  answer: 'supported, partly, contradicted or cannot tell',
  strict: 'The first number in the strict reading: status-only alone',
  broad: 'The first number in the broad reading: status-only and mixed',
  rows: 'Ids of the rows behind the first number',
  unit: 'What the first number counts',
  answer_strict: 'The answer in the strict reading',
  answer_broad: 'The answer in the broad reading',
  would_change: 'The smallest change of one number that would give another answer',
  figures: 'Every number of the claim, strict / broad',
  source: 'Where the statement stands',
  measure: 'What is counted, in words',
  sample: 'Number of the sample that people coded',
  quantity: 'error, precision, recall, estimated_number, elusion, agreement or kappa',
  of: 'The stratum, verdict or reading that it is of; contact for all contacts, coders for what two people coded',
  population:
    'Units that the row speaks of; for precision those that the model counts, for elusion those set aside',
  drawn: 'Units drawn among them',
  coded: 'Units that people have coded; for agreement and kappa those that two people have',
  hits: 'Units that people code otherwise than the model; for agreement those with one verdict',
  low: 'Lower end of the 95 % interval',
  high: 'Upper end of the 95 % interval',
  supports_if: 'What would support it, in words',
  contradicts_if: 'What would contradict it, in words',
};

export interface TableColumns {
  table: string;
  what: string;
  columns: [name: string, meaning: string][];
}

function describe(table: string, what: string, columns: readonly Column[]): TableColumns {
  return { table, what, columns: columns.map((name) => [name, MEANINGS[name]]) };
}

/** Every column of the exported tables, in the order of the tables. CSV is UTF-8; lists in it are joined by `; `. */
export const DATA_DICTIONARY: readonly TableColumns[] = [
  describe('summary.csv', 'one row a number of the summary', SUMMARY_COLUMNS),
  describe('files.csv', 'one row a file', FILE_COLUMNS),
  describe('pages.csv', 'one row a page', PAGE_COLUMNS),
  describe('items.jsonl', 'one line an item, copies included', ITEM_COLUMNS),
  describe('exchanges.jsonl', 'one line an exchange, contact or not', EXCHANGE_COLUMNS),
  describe('contacts.csv', 'one row a contact', CONTACT_COLUMNS),
  describe('evidence.csv', 'one row a quote of a contact', EVIDENCE_COLUMNS),
  describe('findings.csv', 'one row a rule and contact', FINDING_COLUMNS),
  describe('claims.csv', 'one row a public statement', CLAIM_COLUMNS),
  describe('human_sample.csv', 'one row a number from a sample that people coded', SAMPLE_COLUMNS),
];
