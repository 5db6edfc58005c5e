import type { AddressObject, EmailAddress, HeaderLines } from 'mailparser';
import { decodeText } from './detect-encoding.ts';
import type { RawHeaders } from './item.ts';
import { formatPeople, normalizePeople } from './normalize-people.ts';

/** Header lines come as one character a byte; senders put UTF-8 or Windows-1252 there although RFC 5322 forbids it. */
function decodeLine(line: string): string {
  const bytes = Buffer.from(line, 'latin1');
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return decodeText(bytes, 'windows-1252');
  }
}

/** Headers as they stand, unfolded, by lower-case name; lines of a repeated header are joined with `\n`. */
export function rawHeaders(lines: HeaderLines): RawHeaders {
  const found = new Map<string, string>();
  for (const { key, line } of lines) {
    if (key === '') continue;
    const text = decodeLine(line).replace(/\r?\n[ \t]+/g, ' ');
    const value = text.slice(text.indexOf(':') + 1).trim();
    const before = found.get(key);
    found.set(key, before === undefined ? value : `${before}\n${value}`);
  }
  return Object.fromEntries(found);
}

function flatten(entries: EmailAddress[]): EmailAddress[] {
  return entries.flatMap((entry) => (entry.group?.length ? flatten(entry.group) : [entry]));
}

/**
 * People of an address header as `Name <address>; …`. `raw` is the header as it stands: a list that breaks the rules of
 * RFC 5322 (`Smith, John` without quotes, an X.500 path) is read as the headers of printed mail are.
 */
export function mailPeople(parsed: AddressObject | AddressObject[] | undefined, raw: string): string {
  const people = [parsed ?? []].flat().flatMap((list) => flatten(list.value));
  const broken = people.some((person) => !person.group && !person.address?.includes('@'));
  if ((broken || people.length === 0) && !raw.includes('=?')) return normalizePeople(raw);
  return formatPeople(people.map(({ name, address }) => ({ name: name.trim(), address: address ?? '' })));
}

/** Message-IDs of a header, with their angle brackets; one that stands without them is given them. */
export function messageIds(value: string | undefined): string[] {
  const bare = /^[^\s<>]+@[^\s<>]+$/.exec(value?.trim() ?? '')?.[0];
  return bare === undefined ? (value?.match(/<[^<>]+>/g) ?? []) : [`<${bare}>`];
}

/** What a message answers, nearest first: In-Reply-To, then References from the end, each once. */
export function answeredIds(headers: RawHeaders): string[] {
  const nearest = messageIds(headers['in-reply-to']);
  return [...new Set([...nearest, ...messageIds(headers.references).reverse()])];
}
