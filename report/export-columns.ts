/**
 * The columns of the exported tables, in order. `docs/data-dictionary.md` explains each, and a test keeps both equal.
 */
export const SUMMARY_COLUMNS = ['number', 'value', 'meaning'] as const;

export const FILE_COLUMNS = [
  'file_id',
  'path',
  'sha256',
  'media_type',
  'bytes',
  'status',
  'pages',
  'items_expected',
  'items_emitted',
  'items_failed',
  'issues',
] as const;

export const PAGE_COLUMNS = [
  'file_id',
  'page',
  'method',
  'ocr_confidence',
  'chars',
  'redactions',
  'bates',
  'redacted_share',
  'failed_redaction',
  'engine',
] as const;

export const ITEM_COLUMNS = [
  'item_id',
  'file_id',
  'path',
  'sha256',
  'kind',
  'origin',
  'page_start',
  'page_end',
  'part',
  'from',
  'to',
  'cc',
  'date',
  'date_raw',
  'subject',
  'body',
  'exchange_id',
  'duplicate_of',
  'witnesses',
  'redacted',
  'issues',
  'parent_id',
  'message_id',
  'in_reply_to',
  'headers_raw',
  'parts',
  'attachments',
] as const;

const CODING_COLUMNS = [
  'exchange_id',
  'contact_id',
  'incident_id',
  'items',
  'first_date',
  'last_date',
  'relevance',
  'purpose',
  'conduct',
  'verdict',
  'probability',
  'needs_review',
  'direction',
  'nature',
  'component',
  'persons',
  'coder',
] as const;

export const EXCHANGE_COLUMNS = [...CODING_COLUMNS, 'evidence', 'subject', 'minors'] as const;
export const CONTACT_COLUMNS = [...CODING_COLUMNS, 'subject', 'minors'] as const;

export const EVIDENCE_COLUMNS = [
  'contact_id',
  'exchange_id',
  'item_id',
  'file_id',
  'path',
  'page',
  'quote',
  'start',
  'end',
] as const;

export const FINDING_COLUMNS = [
  'contact_id',
  'rule_id',
  'finding',
  'missing_fact',
  'clause',
  'quote',
  'reason',
  'counterfactual',
  'policy_id',
  'exchange_id',
  'item_id',
  'file_id',
  'path',
  'page',
  'start',
  'end',
  'coder',
] as const;

export const CLAIM_COLUMNS = [
  'claim_id',
  'side',
  'speaker',
  'claim',
  'answer',
  'strict',
  'broad',
  'rows',
  'unit',
  'answer_strict',
  'answer_broad',
  'reason',
  'would_change',
  'figures',
  'date',
  'source',
  'measure',
  'supports_if',
  'contradicts_if',
] as const;

export const SAMPLE_COLUMNS = [
  'sample',
  'quantity',
  'of',
  'population',
  'drawn',
  'coded',
  'hits',
  'value',
  'low',
  'high',
] as const;
