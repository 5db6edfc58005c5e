import type { Exchange, LinkedItem } from '../classify/index.ts';
import { type Page, type SourceFile, sha256Hex, unreadPage } from '../ingest/index.ts';

/** Records for tests: whole, plausible, and changed only in what the test is about. */
export function sourceFile(change: Partial<SourceFile> = {}): SourceFile {
  return {
    file_id: 'f_1',
    path: '2015.pdf',
    sha256: sha256Hex('2015'),
    media_type: 'application/pdf',
    bytes: 10,
    status: 'read',
    pages: 1,
    items_expected: 1,
    items_emitted: 1,
    items_failed: 0,
    issues: [],
    ...change,
  };
}

export function page(change: Partial<Page> = {}): Page {
  return {
    ...unreadPage('f_1', 1),
    width: 612,
    height: 792,
    method: 'text',
    text: 'From: Loftus, Tina\nPlease check status\nof the driver.',
    chars: 40,
    bates: 'LGPD-000001',
    ...change,
  };
}

export function linkedItem(change: Partial<LinkedItem> = {}): LinkedItem {
  const item_id = change.item_id ?? 'i_1';
  return {
    item_id,
    file_id: 'f_1',
    path: '2015.pdf',
    sha256: sha256Hex('2015'),
    kind: 'email',
    origin: 'printed',
    page_start: 1,
    page_end: 1,
    part: 'p1.1',
    parent_id: null,
    message_id: null,
    in_reply_to: [],
    from: 'Loftus, Tina',
    to: '',
    cc: '',
    date: '2015-01-06T05:52',
    date_raw: 'Tuesday, January 6, 2015 5:52 AM',
    subject: 'stop on Mercer',
    headers_raw: { from: 'Loftus, Tina' },
    body: 'Please check status\nof the driver.',
    parts: [{ kind: 'new', start: 0, end: 34 }],
    page_offsets: [{ page: 1, start: 0 }],
    attachments: [],
    redacted: false,
    issues: [],
    exchange_id: 'x_1',
    duplicate_of: null,
    witnesses: [
      {
        item_id,
        file_id: 'f_1',
        path: '2015.pdf',
        page_start: 1,
        page_end: 1,
        part: 'p1.1',
        origin: 'printed',
      },
    ],
    ...change,
  };
}

export function exchange(change: Partial<Exchange> = {}): Exchange {
  return {
    exchange_id: 'x_1',
    contact_id: 'c_1',
    incident_id: 'n_1',
    items: ['i_1'],
    first_date: '2015-01-06T05:52',
    last_date: '2015-01-06T05:52',
    subject: 'stop on Mercer',
    relevance: 'contact',
    purpose: 'civil-immigration',
    conduct: 'unstated',
    verdict: 'status-only',
    probability: 0.93,
    needs_review: false,
    direction: 'to-ice',
    nature: ['status-check'],
    component: ['ERO'],
    persons: 1,
    minors: false,
    coder: 'model test',
    evidence: [
      {
        item_id: 'i_1',
        file_id: 'f_1',
        path: '2015.pdf',
        page: 1,
        quote: 'check status\nof the driver',
        start: 7,
        end: 33,
      },
    ],
    ...change,
  };
}
