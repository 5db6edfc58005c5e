import type { SampleMessage } from '../segmentation-gold.ts';

/** A message as the parts that a layout sets. */
export interface Letter {
  message: SampleMessage;
  name: string;
  address: string;
  to: string;
  cc: string;
  subject: string;
  when: Date;
}

/** How a mail program or an export prints mail. Text in, HTML out; the browser makes the pages. */
export interface Layout {
  name: string;
  css: string;
  /** Each message begins a page. */
  breaks: boolean;
  /** Quoted messages are printed below the one that quotes them. */
  quotes: boolean;
  /** Head of a message of its own. */
  head(letter: Letter): string;
  /** Head of a quoted message, with the separator in front of it. */
  quoteHead(letter: Letter): string;
  /** Header fields that the quoted heads show. */
  quoteFields: readonly ('from' | 'to' | 'date' | 'subject')[];
  /** Body of a quoted message where it is not set like any other. */
  quoteBody?(body: string): string;
  /** False where the sender is blacked out. */
  sender?: boolean;
  /** What stands on the head of each page, as a browser or an export prints it. */
  pageHead?: string;
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign);
}

/** Paragraphs and lines as typed. */
export function bodyHtml(text: string): string {
  return text
    .split(/\n{2,}/)
    .map((paragraph) => `<p>${escapeHtml(paragraph).replaceAll('\n', '<br>')}</p>`)
    .join('');
}

/** The names alone, as programs print recipients. */
function namesOf(list: string): string {
  return list
    .split(/>\s*,\s*|;\s*/)
    .map((entry) => entry.replace(/\s*<.*$/, '').trim())
    .filter((entry) => entry !== '')
    .join('; ');
}

/** The writer's clock: zone offsets are dropped as a print drops them. */
export function toLetter(message: SampleMessage): Letter {
  const { from, to, cc, date, subject } = message.headers;
  return {
    message,
    name: namesOf(from),
    address: from.match(/<([^>]*)>/)?.[1] ?? from,
    to: namesOf(to),
    cc: namesOf(cc),
    subject,
    when: new Date(`${date.replace(/ [+-]\d{4}$/, '')} +0000`),
  };
}

export function formatWhen(when: Date, locale: string, options: Intl.DateTimeFormatOptions): string {
  return (
    new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...options })
      .format(when)
      // Narrow spaces of newer locale data are not what the programs print.
      .replace(/[\u202f\u00a0]/g, ' ')
  );
}

const LONG = { weekday: 'long', month: 'long', day: 'numeric', year: 'numeric' } as const;
const CLOCK = { hour: 'numeric', minute: '2-digit' } as const;

/** `Tuesday, January 6, 2015 5:52 AM` */
export function longWhen(when: Date): string {
  return `${formatWhen(when, 'en-US', LONG)} ${formatWhen(when, 'en-US', CLOCK)}`;
}

/** `1/6/2015 5:52 AM` */
export function shortWhen(when: Date): string {
  const day = formatWhen(when, 'en-US', { month: 'numeric', day: 'numeric', year: 'numeric' });
  return `${day} ${formatWhen(when, 'en-US', CLOCK)}`;
}

/** Rows of label and value, with a column between them. */
export function table(rows: [string, string][]): string {
  const cells = rows
    .filter(([, value]) => value !== '')
    .map(([label, value]) => `<tr><th>${label}</th><td>${escapeHtml(value)}</td></tr>`);
  return `<table class="head">${cells.join('')}</table>`;
}

/** Lines of label and value in running text. */
export function lines(rows: [string, string][]): string {
  const set = rows
    .filter(([, value]) => value !== '')
    .map(([label, value]) => `<b>${label}</b> ${escapeHtml(value)}`);
  return `<p class="quoted-head">${set.join('<br>')}</p>`;
}
