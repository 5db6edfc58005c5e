import { type BodyPart, type Item, itemId } from '../ingest/index.ts';

/** A line of `fixtures/linden-grove/messages.jsonl`, as far as linking needs it. */
export interface GoldMessage {
  id: string;
  thread: string;
  headers: Record<'from' | 'to' | 'cc' | 'date' | 'subject', string> & {
    message_id: string;
    in_reply_to: string | null;
  };
  body_new: string;
  quotes: string | null;
  attachments: { name: string; text: string }[];
}

/** How a copy differs from what was sent. */
export interface Wear {
  /** Share of letters misread, 0–1. */
  noise: number;
  /** Share of words with a capital or a digit that are blacked out, 0–1. */
  redaction: number;
  /** Hours added to the wall clock. */
  shift: number;
}

export const AS_PRINTED: Wear = { noise: 0, redaction: 0, shift: 0 };

/** A small generator (mulberry32) with a seed, so that a run can be repeated. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const CONFUSED: Record<string, string> = {
  l: '1',
  '1': 'l',
  o: '0',
  '0': 'O',
  e: 'c',
  c: 'e',
  n: 'ri',
  h: 'b',
  t: 'f',
  i: 'j',
  a: 's',
  ',': '.',
  r: 'n',
  m: 'rn',
};

export function misread(text: string, share: number, random: () => number): string {
  if (share === 0) return text;
  return [...text]
    .map((letter) => (random() < share ? (CONFUSED[letter] ?? (random() < 0.5 ? '' : letter)) : letter))
    .join('');
}

export function redact(text: string, share: number, random: () => number): string {
  if (share === 0) return text;
  return text.replace(/\b(?:[A-Z][\w'-]+|\w*\d[\w-]*)/g, (word) => (random() < share ? '█████' : word));
}

/** Lines of a hundred letters, as a page has them. */
export function wrap(text: string, width = 100): string {
  return text
    .split('\n')
    .map((line) => line.replace(new RegExp(`(.{1,${width}})(?:\\s+|$)`, 'g'), '$1\n').trimEnd())
    .join('\n');
}

/** The message as it stands on pages, with what it quotes as items of their own; and the gold message of each item. */
export function printMessage(
  message: GoldMessage,
  messages: ReadonlyMap<string, GoldMessage>,
  place: { file: string; page: number },
  wear: Wear,
  random: () => number,
): { items: Item[]; gold: Map<string, string> } {
  const gold = new Map<string, string>();
  const items: Item[] = [];
  const build = (current: GoldMessage, depth: number, parent: string | null): string => {
    const part = `p${place.page}.1${depth > 0 ? `/q${depth}` : ''}`;
    const id = itemId(place.file, part);
    gold.set(id, current.id);
    const own = misread(redact(wrap(current.body_new), wear.redaction, random), wear.noise, random);
    const quoted = current.quotes === null ? '' : build(messages.get(current.quotes)!, depth + 1, id);
    const from = misread(current.headers.from, depth > 0 ? wear.noise : 0, random);
    const to = namesOnly(current.headers.to);
    const sent = wallClock(current.headers.date, wear.shift);
    const subject = misread(current.headers.subject, wear.noise / 2, random);
    const body = quoted === '' ? own : `${own}\n\n${quoted}`;
    items.push({
      ...blankItem(place.file, id),
      origin: depth === 0 ? 'printed' : 'quoted',
      page_start: place.page,
      page_end: place.page,
      part,
      parent_id: parent,
      from,
      to,
      cc: namesOnly(current.headers.cc),
      date: sent,
      date_raw: sent,
      subject,
      body,
      parts: partsOf(own, body),
    });
    return `From: ${from}\nSent: ${sent}\nTo: ${to}\nSubject: ${subject}\n\n${body}`;
  };
  build(message, 0, null);
  message.attachments.forEach(({ text }, at) => {
    const part = `p${place.page}.${at + 2}`;
    const id = itemId(place.file, part);
    gold.set(id, `${message.id} attachment ${at + 1}`);
    const body = misread(redact(wrap(text), wear.redaction, random), wear.noise, random);
    const parent_id = itemId(place.file, `p${place.page}.1`);
    items.push({
      ...blankItem(place.file, id),
      kind: 'document',
      origin: 'document',
      page_start: place.page,
      page_end: place.page,
      part,
      parent_id,
      body,
    });
  });
  return { items: items.reverse(), gold };
}

/** The message as a mailbox has it, with ids and zone; what it quotes has neither. */
export function mailMessage(
  message: GoldMessage,
  messages: ReadonlyMap<string, GoldMessage>,
  place: { file: string; page: number },
): { items: Item[]; gold: Map<string, string> } {
  const printed = printMessage(message, messages, place, AS_PRINTED, () => 1);
  const items = printed.items.map((item): Item => {
    const pageless: Item = { ...item, page_start: null, page_end: null };
    if (item.origin !== 'printed') return pageless;
    return {
      ...pageless,
      origin: 'native',
      message_id: message.headers.message_id,
      in_reply_to: message.headers.in_reply_to === null ? [] : [message.headers.in_reply_to],
      to: semicolons(message.headers.to),
      cc: semicolons(message.headers.cc),
      date: isoDate(message.headers.date),
      date_raw: message.headers.date,
    };
  });
  return { items, gold: printed.gold };
}

export function blankItem(file: string, id: string): Item {
  return {
    item_id: id,
    file_id: `f_${file}`,
    path: file,
    sha256: file,
    kind: 'email',
    origin: 'printed',
    page_start: null,
    page_end: null,
    part: null,
    parent_id: null,
    message_id: null,
    in_reply_to: [],
    from: '',
    to: '',
    cc: '',
    date: null,
    date_raw: '',
    subject: '',
    headers_raw: {},
    body: '',
    parts: [],
    page_offsets: [],
    attachments: [],
    redacted: false,
    issues: [],
  };
}

function partsOf(own: string, body: string): BodyPart[] {
  const parts: BodyPart[] = [{ kind: 'new', start: 0, end: own.length }];
  if (body.length > own.length) parts.push({ kind: 'quoted', start: own.length + 2, end: body.length });
  return parts;
}

function namesOnly(header: string): string {
  return semicolons(header).replace(/\s*<[^>]*>/g, '');
}

/** `A, B <x>, C, D <y>` → `A, B <x>; C, D <y>`. */
function semicolons(header: string): string {
  return header.replace(/>\s*,\s*/g, '>; ');
}

const MONTHS = 'JanFebMarAprMayJunJulAugSepOctNovDec';

/** RFC 5322 date → ISO 8601 with zone. */
export function isoDate(date: string): string {
  const found = /(\d{2}) (\w{3}) (\d{4}) ([\d:]{8}) ([+-]\d{2})(\d{2})/.exec(date);
  if (!found) throw new Error(`not a date: ${date}`);
  const month = String(MONTHS.indexOf(found[2]!) / 3 + 1).padStart(2, '0');
  return `${found[3]}-${month}-${found[1]}T${found[4]}${found[5]}:${found[6]}`;
}

function wallClock(date: string, shift: number): string {
  const wall = isoDate(date).slice(0, 16);
  if (shift === 0) return wall;
  return new Date(Date.parse(`${wall}Z`) + shift * 3_600_000).toISOString().slice(0, 16);
}
