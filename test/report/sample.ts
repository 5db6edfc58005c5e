import type { Evidence, Exchange, LinkedItem, Verdict } from '../../classify/index.ts';
import { type Page, type SourceFile, unreadPage } from '../../ingest/index.ts';
import type { AuditInput } from '../../report/audit.ts';

/** A small case made up for the report's tests: six contacts, two exchanges set aside, a scan that was not read. */

const PIXEL =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

export function file(path: string, change: Partial<SourceFile> = {}): SourceFile {
  return {
    file_id: `f_${path}`,
    path,
    sha256: 'a'.repeat(64),
    media_type: 'application/pdf',
    bytes: 1234,
    status: 'read',
    pages: 0,
    items_expected: 0,
    items_emitted: 0,
    items_failed: 0,
    issues: [],
    ...change,
  };
}

export function page(path: string, number: number, text: string, change: Partial<Page> = {}): Page {
  return {
    ...unreadPage(`f_${path}`, number),
    width: 612,
    height: 792,
    method: 'text',
    text,
    chars: text.replace(/\s/g, '').length,
    ...change,
  };
}

/** An item that counts, standing on one page of a file, or in its message where `page` is null. */
export function item(
  id: string,
  path: string,
  onPage: number | null,
  body: string,
  change: Partial<LinkedItem> = {},
): LinkedItem {
  const part = onPage === null ? '1' : null;
  const origin = onPage === null ? 'native' : 'printed';
  const place = { file_id: `f_${path}`, path, page_start: onPage, page_end: onPage, part };
  return {
    item_id: id,
    ...place,
    sha256: 'a'.repeat(64),
    kind: 'email',
    origin,
    parent_id: null,
    message_id: null,
    in_reply_to: [],
    from: 'Ames, Pat <pames@police.example>',
    to: 'Brock, Lee <lbrock@authority.example>',
    cc: '',
    date: '2015-03-02T10:15:00-06:00',
    date_raw: 'Mon, 2 Mar 2015 10:15:00 -0600',
    subject: `About ${id}`,
    headers_raw: {},
    body,
    parts: [{ kind: 'new', start: 0, end: body.length }],
    page_offsets: [],
    attachments: [],
    redacted: false,
    issues: [],
    exchange_id: null,
    duplicate_of: null,
    witnesses: [{ item_id: id, ...place, origin }],
    ...change,
  };
}

/** A quote of an item's body, with its true offsets. */
export function evidence(of: LinkedItem, quote: string): Evidence {
  const start = of.body.indexOf(quote);
  return {
    item_id: of.item_id,
    file_id: of.file_id,
    path: of.path,
    page: of.page_start,
    quote,
    start,
    end: start + quote.length,
  };
}

export function exchange(
  id: string,
  verdict: Verdict,
  items: LinkedItem[],
  change: Partial<Exchange> = {},
): Exchange {
  const contact = verdict !== 'not-contact';
  return {
    exchange_id: `x_${id}`,
    contact_id: contact ? `k_${id}` : null,
    incident_id: contact ? `n_${id}` : null,
    items: items.map((one) => one.item_id),
    first_date: items[0]?.date ?? null,
    last_date: items.at(-1)?.date ?? null,
    subject: items[0]?.subject ?? '',
    relevance: contact ? 'contact' : 'none',
    purpose: contact ? 'civil-immigration' : null,
    conduct: contact ? 'none' : null,
    verdict,
    probability: 0.8,
    needs_review: false,
    direction: contact ? 'to-ice' : null,
    nature: contact ? ['status-check'] : [],
    component: contact ? ['ERO'] : [],
    persons: contact ? 1 : null,
    minors: false,
    coder: 'model 9.9',
    evidence: [],
    ...change,
  };
}

export function sample(): AuditInput {
  const status = item('i1', '2015.pdf', 1, 'Can you check him? No crime that\nI know of.\n> old words', {
    parts: [
      { kind: 'new', start: 0, end: 43 },
      { kind: 'quoted', start: 43, end: 55 },
    ],
  });
  const copy = item('i1b', 'box.mbox', null, status.body, { duplicate_of: 'i1', witnesses: [] });
  const { item_id, file_id, path, page_start, page_end, part, origin } = copy;
  status.witnesses.push({ item_id, file_id, path, page_start, page_end, part, origin });
  const again = item('i2', '2015.pdf', 2, 'Did we offer the address?', { date: '2015-05-09' });
  const mixed = item('i3', 'box.mbox', null, 'Arrested for DUI. Do you want him?', {
    date: '2016-01-20',
    redacted: true,
  });
  const crime = item('i4', '2015.pdf', 2, 'The lab found fentanyl.', { date: '2015-03-30' });
  const unclear = item('i5', '2015.pdf', 3, 'Call me about [REDACTED].', { date: null, redacted: true });
  const office = item('i6', '2015.pdf', 2, 'Class is on Thursday.', { date: '2015-12-01' });
  const road = item('i7', '2015.pdf', 1, 'Black ice on the overpass.', { date: '2015-01-06' });
  const news = item('i8', 'box.mbox', null, 'See the news about ICE.', { date: '2015-01-07' });
  return {
    title: 'Example Police, 2015',
    files: [
      file('2015.pdf', { pages: 3, items_expected: 6, items_emitted: 6 }),
      file('box.mbox', {
        media_type: 'application/mbox',
        items_expected: 4,
        items_emitted: 3,
        items_failed: 1,
        status: 'partial',
        issues: [{ code: 'damaged', message: 'One message is cut off.', where: 'message 4' }],
      }),
      file('copy.pdf', { status: 'duplicate' }),
      file('odd.bin', {
        status: 'unreadable',
        issues: [{ code: 'unsupported-format', message: 'Not a kind that is read.' }],
      }),
    ],
    pages: [
      page(
        '2015.pdf',
        1,
        'Subject: About i1\nCan you check him? No crime that I\nknow of.\nBlack ice on the overpass.',
        { bates: 'EX-0001' },
      ),
      page('2015.pdf', 2, 'Did we offer the address?\nThe lab found fentanyl.\nClass is on Thursday.', {
        redactions: 2,
      }),
      page('2015.pdf', 3, '', { method: 'unread' }),
    ],
    items: [status, copy, again, mixed, crime, unclear, office, road, news],
    exchanges: [
      exchange('a', 'status-only', [status], {
        incident_id: 'n_1',
        persons: 3,
        evidence: [evidence(status, 'No crime that\nI know of')],
      }),
      exchange('b', 'status-only', [again], {
        incident_id: 'n_1',
        persons: 2,
        needs_review: true,
        direction: 'internal',
        nature: ['info-provided'],
        coder: 'people: KL, MN',
        evidence: [evidence(again, 'offer the address')],
      }),
      exchange('c', 'mixed', [mixed], {
        conduct: 'alleged-crime',
        nature: ['status-check', 'detainer-or-hold'],
        evidence: [evidence(mixed, 'Do you want him?')],
      }),
      exchange('d', 'criminal-investigation', [crime], {
        purpose: 'criminal',
        component: ['HSI'],
        evidence: [evidence(crime, 'fentanyl')],
      }),
      exchange('e', 'undetermined', [unclear], {
        purpose: 'unclear',
        persons: null,
        needs_review: true,
        evidence: [evidence(unclear, 'Call me about')],
      }),
      exchange('f', 'administrative', [office], {
        purpose: 'administrative',
        persons: 0,
        incident_id: null,
        evidence: [evidence(office, 'Class is on')],
      }),
      exchange('g', 'not-contact', [road]),
      exchange('h', 'not-contact', [news], { relevance: 'mention', needs_review: true }),
    ],
    participants: {
      x_a: [
        {
          name: 'Ames, Pat',
          address: 'pames@police.example',
          side: 'local',
          component: null,
          role: 'analyst',
        },
        {
          name: 'Brock, Lee',
          address: 'lbrock@authority.example',
          side: 'authority',
          component: 'ERO',
          role: 'deportation officer',
        },
      ],
    },
    page_images: [
      { file_id: 'f_2015.pdf', page: 3, media_type: 'image/png', width: 850, height: 1100, base64: PIXEL },
    ],
    versions: { tool: '1.2.3', model: '9.9', lexicon: '4', policy: 'none' },
    settings: { jobs: '2', agency: 'agency.json' },
    thresholds: { 'status-only': 0.7 },
    error_rates: {
      columns: ['Verdict', 'Precision'],
      rows: [['status-only', '0.84 (0.77–0.90)']],
      note: 'On 312 items.',
    },
    inputs: [{ path: 'release', sha256: 'b'.repeat(64), bytes: 99 }],
  };
}
