/**
 * Fields that hold no words of a record: ids made from content, hashes, codes of this tool, times. What stands under them
 * is kept where it is a code by its form too. Every other field is masked, so that one that is added later cannot slip
 * through.
 */
export const CODE_FIELDS: ReadonlySet<string> = new Set([
  'item_id',
  'file_id',
  'exchange_id',
  'contact_id',
  'incident_id',
  'duplicate_of',
  'parent_id',
  'exchange_ids',
  'items',
  'rows',
  'strict_rows',
  'open_rows',
  'sha256',
  'kind',
  'origin',
  'status',
  'method',
  'media_type',
  'code',
  'relevance',
  'purpose',
  'conduct',
  'verdict',
  'verdicts',
  'direction',
  'nature',
  'component',
  'side',
  'role',
  'date',
  'first_date',
  'last_date',
  'first_month',
  'last_month',
  'period',
  'unit',
  'answer',
  'answer_strict',
  'answer_broad',
  'finding',
  'counterfactual',
  'policy_id',
  'rule_id',
  'claim_id',
  'measure',
  'over',
  'count',
  'engine',
  'font',
  'bates',
  'codes',
  'part',
  'pages_printed',
]);

/** Ids, codes, dates and names of engines are made of these. */
const CODE = /^[\w.:/+() ,#!-]{0,120}$/;

export function isCode(field: string, value: string): boolean {
  return CODE_FIELDS.has(field) && CODE.test(value);
}

/** Texts of rules and figures of the coder: published before the release was, and not about it. */
export const PUBLIC_FIELDS: ReadonlySet<string> = new Set([
  'policies',
  'rule',
  'unverified',
  'versions',
  'thresholds',
  'error_rates',
  // Ids and codes, whose letters and digits would be taken for names and phones; coders become initials by `forPublication`.
  'sample',
  'samples',
]);

/** Left out of a public edition: host names, message ids and addresses of servers, and layers that were set aside. */
export const DROPPED_FIELDS: ReadonlyMap<string, unknown> = new Map<string, unknown>([
  ['message_id', null],
  ['in_reply_to', []],
  ['set_aside_text', null],
  ['base64', ''],
  ['location', ''],
]);

const RULES: ReadonlyMap<string, 'public' | 'dropped'> = new Map([
  ...[...PUBLIC_FIELDS].map((field) => [field, 'public'] as const),
  ...[...DROPPED_FIELDS.keys()].map((field) => [field, 'dropped'] as const),
]);

/** What becomes of a field whatever it holds; undefined where its words are masked. Asked for every field of a case. */
export function ruleOf(field: string): 'public' | 'dropped' | undefined {
  return RULES.get(field);
}

/** Raw headers that a reader needs; the others tell servers, programs and numbers of machines. */
export const SHOWN_HEADERS: ReadonlySet<string> = new Set(['from', 'to', 'cc', 'date', 'sent', 'subject']);
