/** HTML that is known to be safe to put into a page. Only this file makes one out of a string. */
export class Html {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

export type Value = Html | string | number | null | undefined | readonly Value[];

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Characters that HTML does not allow, and halves of surrogate pairs, which UTF-8 cannot write: a record may hold any. */
const FORBIDDEN = /(?![\n\t])[\p{Cc}\p{Cs}\ufdd0-\ufdef\ufffe\uffff]/gu;

/** Anything but letters, digits and punctuation that stand for themselves; a page of many contacts has little of it. */
const UNUSUAL = /[^\n\t !#-%(-;=?-~\u00a0-\u024f\u2010-\u2026]/;

/** Text of a record, made safe for an element's content or a quoted attribute. Carriage returns become line ends. */
export function escapeHtml(text: string): string {
  if (!UNUSUAL.test(text)) return text;
  const allowed = text.replace(/\r\n?/g, '\n').replace(FORBIDDEN, '\ufffd');
  return allowed.replace(/[&<>"']/g, (character) => ENTITIES[character]!);
}

function write(value: Value): string {
  if (value instanceof Html) return value.text;
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return escapeHtml(value);
  if (typeof value === 'number') return String(value);
  let text = '';
  for (const one of value) text += write(one);
  return text;
}

/** A template whose values are escaped unless they are Html themselves. Nothing prints for null and undefined. */
export function html(strings: TemplateStringsArray, ...values: Value[]): Html {
  let text = strings[0] ?? '';
  for (let i = 0; i < values.length; i += 1) text += write(values[i]) + (strings[i + 1] ?? '');
  return new Html(text);
}

/** A part of a page that is made piece by piece, as it is asked for: a page of many contacts is never held whole. */
export type Pieces = Generator<Html>;

function isPieces(value: Value | Pieces): value is Pieces {
  return typeof value === 'object' && value !== null && 'next' in value;
}

/** As `html`, of values that may be made piece by piece. */
export function* pieces(strings: TemplateStringsArray, ...values: (Value | Pieces)[]): Pieces {
  let text = strings[0] ?? '';
  for (const [i, value] of values.entries()) {
    if (isPieces(value)) {
      yield new Html(text);
      yield* value;
      text = '';
    } else text += write(value);
    text += strings[i + 1] ?? '';
  }
  yield new Html(text);
}

/** Values turned into pieces one after the other. */
export function* each<T>(values: Iterable<T>, piece: (value: T, index: number) => Html | Pieces): Pieces {
  let index = 0;
  for (const value of values) {
    const made = piece(value, index);
    if (made instanceof Html) yield made;
    else yield* made;
    index += 1;
  }
}

/** HTML written by this project, never by a record. */
export function trusted(text: string): Html {
  return new Html(text);
}

/** What an anchor does not show as it is. */
const NO_ANCHOR = /[^A-Za-z0-9_.]/u;
const ALL_NO_ANCHOR = new RegExp(NO_ANCHOR, 'gu');

function anchorPart(part: string): string {
  if (!NO_ANCHOR.test(part)) return part;
  return part.replace(ALL_NO_ANCHOR, (character) => `~${(character.codePointAt(0) ?? 0).toString(16)}~`);
}

/**
 * An id for an anchor made of the parts of a key. Letters, digits, `_` and `.` stay; everything else becomes `~` and its
 * code point in hexadecimal, so that two keys never share an anchor and none needs escaping in a link.
 */
export function anchor(...parts: (string | number)[]): string {
  let text = '';
  for (const [at, part] of parts.entries()) {
    text += `${at === 0 ? '' : '-'}${typeof part === 'number' ? part : anchorPart(part)}`;
  }
  return text;
}
