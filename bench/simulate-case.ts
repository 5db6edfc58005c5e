import { type CaseData, NO_POLICY } from '../case/index.ts';
import { type LinkedItem, NATURES, VERDICTS, type Verdict } from '../classify/index.ts';
import { type Page, type SourceFile, unreadPage } from '../ingest/index.ts';
import type { Participant } from '../report/index.ts';
import { mentionOf, officerOf } from './simulate-people.ts';

/** Messages of each contact, and contacts on each page. */
const MESSAGES = 2;
const PER_PAGE = 2;
const PER_FILE = 1000;

const WORDS =
  'Can you check whether he has a detainer . We stopped the car on Main Street and he gave no papers . Thanks for the quick answer , let me know what you need from us and when your people will come by .'.split(
    ' ',
  );

/** A text of `length` words that differs from the others by its numbers. */
function textOf(seed: number, length: number): string {
  return Array.from({ length }, (_, i) => WORDS[(seed * 7 + i) % WORDS.length]).join(' ');
}

function dateOf(contact: number, message: number): string {
  const day = new Date(Date.UTC(2015, 0, 1) + contact * 3_600_000 * 2 + message * 900_000);
  return day.toISOString().replace('.000Z', 'Z');
}

/** Who writes in a contact, the police first. */
function peopleOf(contact: number): [Participant, Participant] {
  return [officerOf('police', contact), officerOf('immigration', contact)];
}

function itemOf(contact: number, message: number): LinkedItem {
  const path = `part-${Math.floor(contact / PER_PAGE / PER_FILE)}.pdf`;
  const page = Math.floor((contact / PER_PAGE) % PER_FILE) + 1;
  const item_id = `i_${contact}_${message}`;
  const body = `${textOf(contact + message, 60)}\n${mentionOf(contact, message)}\nNumber ${contact}.`;
  const place = { file_id: `f_${path}`, path, page_start: page, page_end: page, part: null };
  const people = peopleOf(contact);
  const [from, to] = message % 2 === 0 ? people : people.toReversed();
  return {
    item_id,
    ...place,
    sha256: 'a'.repeat(64),
    kind: 'email',
    origin: 'printed',
    parent_id: null,
    message_id: `<${item_id}@x>`,
    in_reply_to: message === 0 ? [] : [`<i_${contact}_${message - 1}@x>`],
    from: `${from?.name} <${from?.address}>`,
    to: `${to?.name} <${to?.address}>`,
    cc: '',
    date: dateOf(contact, message),
    date_raw: '',
    subject: `Case ${contact}`,
    headers_raw: {},
    body,
    parts: [{ kind: 'new', start: 0, end: body.length }],
    page_offsets: [],
    attachments: [],
    redacted: contact % 9 === 0,
    issues: [],
    exchange_id: `x_${contact}`,
    duplicate_of: null,
    witnesses: [{ item_id, ...place, origin: 'printed' }],
  };
}

function filesOf(pages: readonly Page[]): SourceFile[] {
  const counts = new Map<string, number>();
  for (const { file_id } of pages) counts.set(file_id, (counts.get(file_id) ?? 0) + 1);
  return [...counts].map(([file_id, count]) => ({
    file_id,
    path: file_id.slice(2),
    sha256: 'a'.repeat(64),
    media_type: 'application/pdf',
    bytes: 1_000_000,
    status: 'read',
    pages: count,
    items_expected: count * PER_PAGE * MESSAGES,
    items_emitted: count * PER_PAGE * MESSAGES,
    items_failed: 0,
    issues: [],
  }));
}

function pagesOf(items: readonly LinkedItem[]): Page[] {
  const texts = new Map<string, { item: LinkedItem; bodies: string[] }>();
  for (const item of items) {
    const key = `${item.file_id} ${item.page_start}`;
    const entry = texts.get(key) ?? { item, bodies: [] };
    entry.bodies.push(item.body);
    texts.set(key, entry);
  }
  return [...texts.values()].map(({ item, bodies }, i) => {
    const text = bodies.join('\n\n');
    return {
      ...unreadPage(item.file_id, item.page_start ?? 1),
      width: 612,
      height: 792,
      method: 'text',
      text,
      chars: text.length,
      engine: 'made up 1',
      bates: `SIM-${String(i + 1).padStart(6, '0')}`,
    };
  });
}

const VERDICTS_SEEN: readonly Verdict[] = VERDICTS.filter((verdict) => verdict !== 'not-contact');

/**
 * A made-up case of so many contacts, two messages each, on pages; the same for the same number. Each contact is about one
 * of some thousand private persons, whose name, birth date, telephone and house stand in its messages.
 */
export function simulateCase(contacts: number): CaseData {
  const numbers = Array.from({ length: contacts }, (_, i) => i);
  const items = numbers.flatMap((contact) =>
    Array.from({ length: MESSAGES }, (_, message) => itemOf(contact, message)),
  );
  const pages = pagesOf(items);
  return {
    ...NO_POLICY,
    title: 'A made-up release',
    agencies: null,
    model_card: { thresholds: {}, error_rates: null },
    files: filesOf(pages),
    pages,
    items,
    exchanges: numbers.map((contact) => {
      const first = items[contact * MESSAGES];
      const quote = `Number ${contact}.`;
      const start = first?.body.indexOf(quote) ?? 0;
      const verdict = VERDICTS_SEEN[contact % VERDICTS_SEEN.length] ?? 'undetermined';
      return {
        exchange_id: `x_${contact}`,
        contact_id: `k_${contact}`,
        incident_id: `n_${Math.floor(contact / 3)}`,
        items: [`i_${contact}_0`, `i_${contact}_1`],
        first_date: dateOf(contact, 0),
        last_date: dateOf(contact, 1),
        subject: `Case ${contact}`,
        relevance: 'contact',
        purpose: 'civil-immigration',
        conduct: 'none',
        verdict,
        probability: 0.8,
        needs_review: contact % 4 === 0,
        direction: contact % 2 === 0 ? 'to-ice' : 'from-ice',
        nature: [NATURES[contact % NATURES.length] ?? 'policy'],
        component: [contact % 3 === 0 ? 'HSI' : 'ERO'],
        persons: contact % 5,
        minors: false,
        coder: 'model 0',
        evidence: [
          {
            item_id: `i_${contact}_0`,
            file_id: first?.file_id ?? '',
            path: first?.path ?? '',
            page: first?.page_start ?? null,
            quote,
            start,
            end: start + quote.length,
          },
        ],
      };
    }),
    participants: numbers.flatMap((contact) =>
      peopleOf(contact).map((person) => ({ exchange_id: `x_${contact}`, ...person })),
    ),
    page_images: [],
    versions: { tool: '0', model: '0', lexicon: '0', policy: 'none' },
    settings: {},
    inputs: [],
  };
}
