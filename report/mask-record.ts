import type { Segment } from './audit.ts';
import { findQuote, type Span } from './find-quote.ts';
import type { Mask, MaskedText } from './mask.ts';
import { DROPPED_FIELDS, isCode, ruleOf, SHOWN_HEADERS } from './mask-fields.ts';
import { mapOffset, maskText } from './mask-text.ts';

type Fields = Record<string, unknown>;

/** What one pass over a record shares: texts and paragraphs that were masked already, and the messages that quotes stand in. */
export interface MaskPass {
  mask: Mask;
  texts: Map<string, MaskedText>;
  bodies: Map<string, string>;
}

export function startMaskPass(mask: Mask): MaskPass {
  return { mask, texts: new Map(), bodies: new Map() };
}

function masked(text: string, pass: MaskPass): MaskedText {
  return maskText(text, pass.mask, pass.texts);
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What holds no message, and is in a case more often than all else. */
const NO_MESSAGES: ReadonlySet<string> = new Set([
  'segments',
  'parts',
  'runs',
  'participants',
  'witnesses',
  'headers_raw',
  'evidence',
  'quotes',
]);

/** Remembers the bodies of all messages in a record, since quotes are masked as they stand in them. */
export function gatherBodies(value: unknown, pass: MaskPass): void {
  if (typeof value !== 'object' || value === null) return;
  if (Array.isArray(value)) {
    for (const inner of value) if (typeof inner === 'object') gatherBodies(inner, pass);
    return;
  }
  const record = value as Fields;
  if (typeof record.item_id === 'string' && typeof record.body === 'string') {
    pass.bodies.set(record.item_id, record.body);
  }
  for (const field in record) {
    const inner = record[field];
    if (typeof inner === 'object' && !NO_MESSAGES.has(field)) gatherBodies(inner, pass);
  }
}

/** `[start, end)` widened to whole labels, in the masked text. */
export function mapSpan({ start, end }: Span, { spans }: MaskedText): Span {
  return { start: mapOffset(start, spans, 'start'), end: mapOffset(end, spans, 'end') };
}

/** A quote as its message shows it when masked, so that it is found again there word for word. */
function maskQuote(record: Fields, quote: string, pass: MaskPass): Fields {
  const body = typeof record.item_id === 'string' ? pass.bodies.get(record.item_id) : undefined;
  const { start, end } = record;
  if (body !== undefined && quote.trim() !== '') {
    const exact = typeof start === 'number' && typeof end === 'number' && body.slice(start, end) === quote;
    const place = exact ? { start, end } : findQuote(body, quote);
    if (place !== null) {
      const whole = masked(body, pass);
      const span = mapSpan(place, whole);
      const words = { quote: whole.text.slice(span.start, span.end) };
      return typeof start === 'number' ? { ...words, ...span } : words;
    }
  }
  return { quote: masked(quote, pass).text };
}

function isSegment(value: unknown): value is Segment {
  return isFields(value) && typeof value.text === 'string' && typeof value.marked === 'boolean';
}

/** Stretches of one text are masked as one, and cut again where they were cut. */
function maskSegments(segments: readonly Segment[], pass: MaskPass): Segment[] {
  const whole = masked(segments.map(({ text }) => text).join(''), pass);
  let at = 0;
  let done = 0;
  return segments.map((segment) => {
    at += segment.text.length;
    // A name over a border goes to the stretch in which it begins.
    const to = Math.max(done, mapOffset(at, whole.spans, 'end'));
    const text = whole.text.slice(done, to);
    done = to;
    return { ...segment, text };
  });
}

function maskOffsets(list: readonly unknown[], whole: MaskedText): readonly unknown[] {
  if (whole.spans.length === 0) return list;
  return list.map((entry) => {
    if (!isFields(entry)) return entry;
    const start = typeof entry.start === 'number' ? mapOffset(entry.start, whole.spans, 'start') : undefined;
    const end = typeof entry.end === 'number' ? mapOffset(entry.end, whole.spans, 'end') : undefined;
    return { ...entry, ...(start === undefined ? {} : { start }), ...(end === undefined ? {} : { end }) };
  });
}

/** Offsets into a text, by the field that holds the text. */
const OFFSET_FIELDS: readonly [string, readonly string[]][] = [
  ['body', ['parts', 'page_offsets']],
  ['text', ['runs']],
];

/** A person of an exchange: name and address are one label, and the address of a private mailbox is no name. */
function maskParticipant(record: Fields, pass: MaskPass): Fields {
  const { name, address } = record as { name: string; address: string };
  const both = name === '' ? address : address === '' ? name : `${name} <${address}>`;
  const shown = masked(both, pass);
  return shown.spans.length === 0 ? { name, address } : { name: shown.text, address: '' };
}

/** Words at the cut end of an excerpt may be half a name or half a number: they are left out. */
function withoutCutWord(text: string): string {
  return text.replace(/[\d\s().+-]*[^\s]*$/u, '');
}

function maskFields(record: Fields, pass: MaskPass): Fields {
  const done: Fields = {};
  for (const [field, offsets] of OFFSET_FIELDS) {
    const text = record[field];
    if (typeof text !== 'string' || !offsets.some((name) => Array.isArray(record[name]))) continue;
    const whole = masked(text, pass);
    done[field] = whole.text;
    for (const name of offsets) {
      if (Array.isArray(record[name])) done[name] = maskOffsets(record[name], whole);
    }
  }
  if (typeof record.quote === 'string') Object.assign(done, maskQuote(record, record.quote, pass));
  if (typeof record.name === 'string' && typeof record.address === 'string') {
    Object.assign(done, maskParticipant(record, pass));
  }
  if (typeof record.excerpt === 'string' && record.cut === true) {
    done.excerpt = masked(withoutCutWord(record.excerpt), pass).text;
  }
  const isDone = Object.keys(done).length > 0;
  let shown = record;
  for (const field of Object.keys(record)) {
    const value = record[field];
    let safe = value;
    if (isDone && Object.hasOwn(done, field)) safe = done[field];
    else {
      const rule = ruleOf(field);
      if (rule === 'dropped') safe = DROPPED_FIELDS.get(field);
      else if (rule === undefined && !isFigure(value)) safe = maskValue(field, value, pass);
    }
    if (safe === value) continue;
    if (shown === record) shown = { ...record };
    shown[field] = safe;
  }
  return shown;
}

function maskHeaders(headers: Fields, pass: MaskPass): Fields {
  const shown = Object.entries(headers).filter(([name]) => SHOWN_HEADERS.has(name));
  return Object.fromEntries(shown.map(([name, value]) => [name, maskValue('', value, pass)]));
}

/** Numbers, truth values and nulls have nothing to mask. */
function isFigure(value: unknown): boolean {
  return value === null || (typeof value !== 'string' && typeof value !== 'object');
}

/** What `list.map` gives; the list itself where nothing of it changes. */
function mapChanged(list: readonly unknown[], change: (entry: unknown) => unknown): readonly unknown[] {
  let changed: unknown[] | null = null;
  for (let at = 0; at < list.length; at++) {
    const entry = change(list[at]);
    if (changed === null && entry !== list[at]) changed = list.slice(0, at);
    changed?.push(entry);
  }
  return changed ?? list;
}

/** Masks whatever a record holds under `field`. What there is nothing to mask in is returned as it is. */
export function maskValue(field: string, value: unknown, pass: MaskPass): unknown {
  if (typeof value === 'string') return isCode(field, value) ? value : masked(value, pass).text;
  if (Array.isArray(value)) {
    if (value.length > 0 && value.every(isSegment)) return maskSegments(value, pass);
    return mapChanged(value, (entry) => maskValue(field, entry, pass));
  }
  if (!isFields(value)) return value;
  if (field === 'headers_raw') return maskHeaders(value, pass);
  return maskFields(value, pass);
}

/**
 * Any record of a case, masked: an `AuditInput`, an `AuditReport`, what the exports are made of. Its shape and every number
 * but offsets into texts stay the same. Pictures of pages are taken out: see `maskAudit`.
 */
export function maskRecord<T>(record: T, mask: Mask): T {
  const pass = startMaskPass(mask);
  gatherBodies(record, pass);
  return maskValue('', record, pass) as T;
}
