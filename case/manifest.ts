import type { FindingKind } from '../policy/index.ts';
import { tally } from '../report/index.ts';
import type { CaseData } from './case-data.ts';

/** The sums of what came in and what came out. `verify` counts them again. */
export interface Sums {
  files: number;
  files_read: number;
  files_partial: number;
  files_unreadable: number;
  files_duplicate: number;
  pages: number;
  pages_text: number;
  pages_ocr: number;
  pages_blank: number;
  pages_unread: number;
  items_expected: number;
  items_emitted: number;
  items_failed: number;
  /** Rows of items.jsonl: every copy that was found, quotations included. */
  item_copies: number;
  /** Items that count: copies of one message are one. */
  items: number;
  exchanges: number;
  contacts: number;
  incidents: number;
  /** Over incidents, the largest number that any contact of it names: the same people in two contacts count once. */
  persons: number;
  contacts_persons_unknown: number;
  status_only: number;
  mixed: number;
  criminal_investigation: number;
  undetermined: number;
  administrative: number;
  needs_review: number;
  /** Rules applied to contacts, and what came of it. */
  findings: number;
  apparent_conflicts: number;
  findings_consistent: number;
  findings_cannot_tell: number;
  findings_not_in_force: number;
  claims: number;
}

function count<T>(records: T[], keep: (record: T) => boolean): number {
  return records.filter(keep).length;
}

function total<T>(records: T[], value: (record: T) => number): number {
  return records.reduce((sum, record) => sum + value(record), 0);
}

export function sumCase(data: CaseData): Sums {
  const { files, pages, items, exchanges, findings, claim_checks } = data;
  const contacts = exchanges.filter(({ contact_id }) => contact_id !== null);
  const { persons, persons_unknown, incidents } = tally(contacts);
  const finding = (name: FindingKind) => count(findings, (one) => one.finding === name);
  const verdict = (name: string) => count(contacts, (contact) => contact.verdict === name);
  return {
    files: files.length,
    files_read: count(files, ({ status }) => status === 'read'),
    files_partial: count(files, ({ status }) => status === 'partial'),
    files_unreadable: count(files, ({ status }) => status === 'unreadable'),
    files_duplicate: count(files, ({ status }) => status === 'duplicate'),
    pages: pages.length,
    pages_text: count(pages, ({ method }) => method === 'text'),
    pages_ocr: count(pages, ({ method }) => method === 'ocr'),
    pages_blank: count(pages, ({ method }) => method === 'blank'),
    pages_unread: count(pages, ({ method }) => method === 'unread'),
    items_expected: total(files, (file) => file.items_expected),
    items_emitted: total(files, (file) => file.items_emitted),
    items_failed: total(files, (file) => file.items_failed),
    item_copies: items.length,
    items: count(items, ({ duplicate_of }) => duplicate_of === null),
    exchanges: exchanges.length,
    contacts: contacts.length,
    incidents,
    persons,
    contacts_persons_unknown: persons_unknown,
    status_only: verdict('status-only'),
    mixed: verdict('mixed'),
    criminal_investigation: verdict('criminal-investigation'),
    undetermined: verdict('undetermined'),
    administrative: verdict('administrative'),
    needs_review: count(exchanges, ({ needs_review }) => needs_review),
    findings: findings.length,
    apparent_conflicts: finding('apparent conflict'),
    findings_consistent: finding('consistent'),
    findings_cannot_tell: finding('cannot tell'),
    findings_not_in_force: finding('not in force'),
    claims: claim_checks.length,
  };
}

export interface Manifest {
  tool: { name: string; version: string };
  model: string;
  lexicon: string;
  policy: string;
  settings: Record<string, string>;
  inputs: { path: string; sha256: string; bytes: number }[];
  sums: Sums;
  /** sha256 of each exported file but this one. */
  exports: Record<string, string>;
}

export function buildManifest(data: CaseData, exported: Record<string, string>): Manifest {
  return {
    tool: { name: 'contact-audit', version: data.versions.tool },
    model: data.versions.model,
    lexicon: data.versions.lexicon,
    policy: data.versions.policy,
    settings: data.settings,
    inputs: data.inputs.map(({ path, sha256, bytes }) => ({ path, sha256, bytes })),
    sums: sumCase(data),
    exports: exported,
  };
}
