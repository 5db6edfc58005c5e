import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Exchange, LinkedItem } from '../classify/index.ts';
import type { ClaimRecords, MessageCodes, Party, RecordCoverage } from '../policy/index.ts';

interface Labels extends Omit<MessageCodes, 'verdict'> {
  verdict: Exchange['verdict'];
}

interface GoldMessage {
  id: string;
  thread: string;
  headers: {
    message_id: string;
    in_reply_to: string | null;
    from: string;
    to: string;
    cc: string;
    date: string;
    subject: string;
  };
  body_new: string;
  labels: Labels;
}

interface GoldThread extends Labels {
  thread: string;
  messages: string[];
  incident: string;
  evidence: { message: string; quote: string }[];
}

/** The sides that the sample's mail domains stand for. */
const SIDES: [pattern: RegExp, side: string][] = [
  [/@(?:ice|cbp)\.dhs\.example$/, 'immigration'],
  [/@(?:lgpd\.lindengrove|\w+\.ashbycounty|\w*pd[\w.]*|\w*police[\w.]*)\.example$/, 'police'],
];

/** `Tue, 06 Jan 2015 05:52:09 -0600` → `2015-01-06T05:52:09-06:00`. */
function isoDate(date: string): string {
  const [, zone = '+0000'] = /([+-]\d{4})\s*$/.exec(date) ?? [];
  const minutes = (Number(zone.slice(1, 3)) * 60 + Number(zone.slice(3))) * (zone.startsWith('-') ? -1 : 1);
  const local = new Date(new Date(date).getTime() + minutes * 60_000);
  return `${local.toISOString().slice(0, 19)}${zone.slice(0, 3)}:${zone.slice(3)}`;
}

function goldItem({ id, thread, headers, body_new }: GoldMessage): LinkedItem {
  return {
    item_id: id,
    file_id: 'f_gold',
    path: 'messages.jsonl',
    sha256: '',
    kind: 'email',
    origin: 'native',
    page_start: null,
    page_end: null,
    part: null,
    parent_id: null,
    message_id: headers.message_id,
    in_reply_to: headers.in_reply_to === null ? [] : [headers.in_reply_to],
    from: headers.from,
    to: headers.to,
    cc: headers.cc,
    date: isoDate(headers.date),
    date_raw: headers.date,
    subject: headers.subject,
    headers_raw: {},
    body: body_new,
    parts: [{ kind: 'new', start: 0, end: body_new.length }],
    page_offsets: [],
    attachments: [],
    redacted: false,
    issues: [],
    exchange_id: thread,
    duplicate_of: null,
    witnesses: [],
  };
}

function partiesOf(items: readonly LinkedItem[]): Party[] {
  const people = items.flatMap(({ from, to, cc }) => [from, to, cc].join(';').split(/[;>]/));
  const addresses = new Set(
    people.flatMap((person) => /[^\s<,]+@[^\s>,]+/.exec(person)?.[0].toLowerCase() ?? []),
  );
  return [...addresses].map((address) => ({
    name: '',
    address,
    side: SIDES.find(([pattern]) => pattern.test(address))?.[1] ?? 'other',
    role: null,
  }));
}

function goldExchange(thread: GoldThread, items: readonly LinkedItem[]): Exchange {
  const { relevance, purpose, conduct, verdict, direction, nature, component, persons, minors } = thread;
  return {
    exchange_id: thread.thread,
    contact_id: relevance === 'contact' ? thread.thread : null,
    incident_id: relevance === 'contact' ? thread.incident : null,
    items: thread.messages,
    first_date: items[0]?.date ?? null,
    last_date: items.at(-1)?.date ?? null,
    subject: items[0]?.subject ?? '',
    relevance,
    purpose,
    conduct,
    verdict,
    probability: 1,
    needs_review: false,
    direction,
    nature,
    component,
    persons,
    minors,
    coder: 'gold',
    evidence: thread.evidence.flatMap(({ message, quote }) => {
      const start = items.find(({ item_id }) => item_id === message)?.body.indexOf(quote) ?? -1;
      const place = { item_id: message, file_id: 'f_gold', path: 'messages.jsonl', page: null };
      return start < 0 ? [] : [{ ...place, quote, start, end: start + quote.length }];
    }),
  };
}

/** The sample's labels as coded exchanges, so that rules and claims can be run on what is known to be right. */
export function readGold(folder: string): { records: ClaimRecords; coverage: RecordCoverage } {
  const lines = readFileSync(join(folder, 'messages.jsonl'), 'utf8').trim().split('\n');
  const messages = lines.map((line) => JSON.parse(line) as GoldMessage);
  const threads = JSON.parse(readFileSync(join(folder, 'threads.json'), 'utf8')) as GoldThread[];
  const items = new Map(messages.map((message) => [message.id, goldItem(message)]));
  const exchanges = threads.map((thread) => {
    const own = thread.messages.flatMap((id) => items.get(id) ?? []);
    return { exchange: goldExchange(thread, own), items: own, parties: partiesOf(own) };
  });
  const days = [...items.values()].map(({ date }) => date?.slice(0, 10) ?? '').sort();
  return {
    records: {
      exchanges,
      items: [...items.values()],
      message_codes: new Map(messages.map(({ id, labels }) => [id, labels])),
    },
    coverage: {
      files: 1,
      files_unreadable: 0,
      pages: 0,
      pages_unread: 0,
      first_day: days[0] ?? null,
      last_day: days.at(-1) ?? null,
    },
  };
}
