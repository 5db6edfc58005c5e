/** A person or a list as a header names it; either half is empty where the record has none. */
export interface Person {
  name: string;
  address: string;
}

/** What stands in the place of a name or address that was blacked out. */
export const REDACTED = '[redacted]';

const EXEMPTION = String.raw`(?:\(?b\)?\s?\(\d\)(?:\s?\(?[A-F]\)?)?|\d{1,2}\(\d\)\([a-z]{1,2}(?:-\d+)?\)(?:\([ivx]+\))?|\bB[1-9](?:\([A-F]\))?)`;
const REDACTION = new RegExp(
  String.raw`(?:[█▇▆■▉]{2,}|\[\s*redacted[^\]]*\]|\(redacted\)|\bREDACTED\b|${EXEMPTION})(?:[\s,;/]*(?:${EXEMPTION}|[█■]{2,}))*`,
  'gi',
);
/** Recognisers put spaces round the stops and the at sign of an address; its local part is then small letters only. */
const SPACED_ADDRESS =
  /[a-z0-9_+'-]{1,64}(?:\s?\.\s?[a-z0-9_+'-]{1,64}){0,6}\s?@\s?[\w-]{1,64}(?:\s?\.\s?[\w-]{1,64}){1,6}|[^\s<>@;,]{1,64}\s?@\s?[\w-]{1,64}(?:\s?\.\s?[\w-]{1,64}){1,6}/g;
const ADDRESS = /[\p{L}\p{N}._%+'&=/!#$*?^{|}~-]{1,64}@(?:[\p{L}\p{N}-]{1,63}\.){0,8}[\p{L}\p{N}-]{1,63}/u;
const X500 = /\/O=[^<>;[\]]*?\/CN=([^/<>;[\]]+?)\s*(?=[>\]];?|$|;)/i;
const PARTICLE = /^(?:van|von|der|den|de|del|della|di|da|dos|la|le|du|st|mc|mac|o)\.?$/i;
const SUFFIX = /^(?:jr|sr|ii|iii|iv|md|m\.d|esq|phd|ph\.d|cpa|rn)\.?$/i;

/** Characters of a list that are read; what is longer is no list of people. */
const LONGEST = 20_000;
/** Characters of one person's name and address. */
const LONGEST_PERSON = 300;

/** Cuts at separators that stand outside quotes and brackets. */
function cut(text: string, separator: (rest: string, piece: string) => boolean): string[] {
  const pieces: string[] = [];
  let piece = '';
  let depth = 0;
  let quoted = false;
  for (let i = 0; i < text.length; i += 1) {
    const char = text[i] ?? '';
    if (char === '"') quoted = !quoted;
    else if (!quoted && /[<[(]/.test(char)) depth += 1;
    else if (!quoted && /[>\])]/.test(char)) depth = Math.max(0, depth - 1);
    // A bracket that is never closed (cut by a redaction) must not swallow the rest of the list.
    const open =
      depth > 0 && text.indexOf(';', i) >= 0 && !/[>\])]/.test(text.slice(i, text.indexOf(';', i)));
    if (!quoted && (depth === 0 || open) && separator(text.slice(i), piece)) {
      pieces.push(piece);
      piece = '';
      depth = 0;
    } else piece += char;
  }
  pieces.push(piece);
  return pieces.map((entry) => entry.trim()).filter((entry) => entry !== '');
}

/** Puts right what extraction and recognition do to addresses: spaces round the at sign and the stops, bracket forms. */
function tidy(raw: string): string {
  return raw
    .replace(REDACTION, REDACTED)
    .replace(/^\s*[.,:;]+\s+/, '')
    .replace(/\s+/g, ' ')
    .replace(/\(\s*mailto:([^)\s]+)\s*\)/gi, '<$1>')
    .replace(/\[?\bma[il1]{2}to\s*(?::\s*|$|(?=\s))/gi, (mark) => (mark.startsWith('[') ? '[' : ''))
    .replace(SPACED_ADDRESS, (address) => address.replace(/\s/g, ''))
    .replace(/\[([^[\]]*(?:@|\/O=)[^[\]]*)\]/gi, '<$1>')
    .trim();
}

function readPerson(text: string): Person {
  const x500 = X500.exec(text);
  let rest = text.replace(X500, '').replace(/<\s*>?$/, '');
  const bracket = /<([^<>]*)>?/.exec(rest);
  let address = '';
  if (bracket) {
    const inner = (bracket[1] ?? '').trim();
    address = ADDRESS.exec(inner)?.[0] ?? (inner.includes(REDACTED) ? REDACTED : '');
    rest = `${rest.slice(0, bracket.index)} ${rest.slice(bracket.index + bracket[0].length)}`;
  }
  rest = rest.replace(/[<>]/g, ' ').replace(/[“”]/g, '"');
  const bare = ADDRESS.exec(rest);
  if (bare && (address === '' || bare[0].replace(/^'|'$/g, '').toLowerCase() === address.toLowerCase())) {
    address ||= bare[0];
    rest = rest.replace(bare[0], ' ');
  }
  address = address.replace(/^['".]+|['".]+$/g, '');
  // "fek9wnr" split by a recogniser: a lone small-letter word before a bare address is its beginning.
  const split = bracket ? null : /^\s*([a-z0-9._-]+)\s+$/.exec(rest);
  if (split && address.includes('@')) {
    address = `${split[1]}${address}`;
    rest = '';
  }
  let name = rest
    .replace(/"/g, ' ')
    .replace(/^\s*'(.*)'\s*$/, '$1')
    .replace(/\(\s*\)|\[\s*\]|^['\s]+$/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/\s+([,.;])/g, '$1')
    .trim()
    .replace(/^[,;:'\s\]>)]+|[,;:\s[<(]+$|\s[\])>]+$/g, '');
  if (name === '' && address === '' && x500) name = (x500[1] ?? '').trim();
  if (name.toLowerCase() === address.toLowerCase()) name = '';
  return { name, address };
}

const words = (text: string): string[] =>
  text
    .replace(/\([^)]*\)/g, '')
    .trim()
    .split(/\s+/)
    .filter(Boolean);

/** True where a piece can be the family name that a comma parts from the given name. */
function isFamilyName(piece: string): boolean {
  if (/[@<[]/.test(piece)) return false;
  const parts = words(piece);
  return parts.length === 1 || (parts.length <= 3 && parts.slice(0, -1).every((part) => PARTICLE.test(part)));
}

/** True where a comma behind the text parts people: it ends with, or holds, an address. */
function endsPerson(before: string): boolean {
  return />\s*$/.test(before) || ADDRESS.test(before.slice(-LONGEST_PERSON));
}

/** Joins "Last" and "First" again where a list was cut at every comma. */
function joinNames(pieces: string[], alone: boolean): string[] {
  const people: string[] = [];
  for (let i = 0; i < pieces.length; i += 1) {
    const piece = pieces[i] ?? '';
    const next = pieces[i + 1];
    const last = people.at(-1);
    if (SUFFIX.test(piece) && last !== undefined) {
      people[people.length - 1] = `${last}, ${piece}`;
      continue;
    }
    const given =
      next !== undefined && !ADDRESS.test(next.split(/[<[(]/)[0] ?? '') && !next.startsWith(REDACTED);
    const family = isFamilyName(piece) || (alone && pieces.length === 2 && words(next ?? '').length === 1);
    if (given && family && piece !== REDACTED) {
      people.push(`${piece}, ${next}`);
      i += 1;
    } else people.push(piece);
  }
  return people;
}

/**
 * The people a header value names, in order. Semicolons part people; commas do so behind an address and between full
 * names, and else part a family name from a given name. Blacked-out halves read `[redacted]`; X.500 paths
 * (`/O=…/CN=…`) are dropped beside a name and give their last part without one.
 */
export function parsePeople(raw: string): Person[] {
  const text = tidy(raw.slice(0, LONGEST));
  const listed = cut(text, (rest) => rest[0] === ';');
  const pieces = listed.flatMap((piece) => {
    const groups = cut(piece, (rest, before) => rest[0] === ',' && endsPerson(before));
    return groups.flatMap((group) => {
      if (listed.length > 1) {
        // "Frye; Ivy J" misreads the comma; a lone family name in a list with semicolons stays one person of its own.
        return [group];
      }
      return joinNames(
        cut(group, (rest) => rest[0] === ','),
        groups.length === 1,
      );
    });
  });
  return pieces.map(readPerson).filter((person) => person.name !== '' || person.address !== '');
}

/** People as `Name <address>` with `; ` between them, either half left out where the record has none. */
export function normalizePeople(raw: string): string {
  return formatPeople(parsePeople(raw));
}

export function formatPeople(people: Person[]): string {
  return people
    .map(({ name, address }) =>
      name && address ? `${name} <${address}>` : name || (address.includes('@') ? address : `<${address}>`),
    )
    .map((text) => (text === `<${REDACTED}>` ? REDACTED : text))
    .join('; ');
}
