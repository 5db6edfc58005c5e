import { copyOf } from './known-pieces.ts';

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

function decode(html: string): string {
  return html.replace(
    /&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/giu,
    (whole, hex: string, decimal: string, name: string) => {
      if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex, 16));
      if (decimal !== undefined) return String.fromCodePoint(Number(decimal));
      return ENTITIES[name.toLowerCase()] ?? whole;
    },
  );
}

const LONGEST_NAME = 6;
/** Marks inside a line are taken out without a trace, so that a name over the border of one is seen. */
const INLINE: ReadonlySet<number> = new Set(
  ['mark', 'b', 'i', 'em', 'strong', 'span', 'a', 'code', 'abbr', 'time'].map((name) => nameOf(name, 0)),
);
/** First letters of `style` and `script`, small and capital. */
const MUTE_LETTERS = 'sS';
const SLASH = 47;
const ATTRIBUTE = /\s[\w:-]+="([^"]*)"/g;
/** What has no words: the rest of a style sheet or of code up to its end. Data in JSON is read. */
const MUTE = /^<(style|script)(?![^>]*json)[\s>]/i;
const PICTURE = /data:[\w/+.-]+;base64,[\w+/=]+/g;

/** A number for the name of a mark that begins at `at`, the same in capitals; 0 where it is no short one of letters. */
function nameOf(page: string, at: number): number {
  let name = 0;
  for (let end = at; ; end++) {
    const code = page.charCodeAt(end) | 32;
    const isLetter = code >= 97 && code <= 122;
    if (!isLetter) return /\w/.test(page[end] ?? '') ? 0 : name;
    if (end - at === LONGEST_NAME) return 0;
    name = name * 27 + code - 96;
  }
}

/**
 * Takes a piece of a page: `[begin, end)` of `page` is one mark that ends a line of words, with its attributes, where `isTag`,
 * else words with the marks inside of them.
 */
export type TakePiece = (page: string, begin: number, end: number, isTag: boolean) => void;

/** Reads a page section by section. */
export interface PageReader {
  /** A section may end anywhere, inside of a mark too. */
  read(section: string): void;
  end(): void;
}

/** True where the mark that begins at `begin` stands inside of a line. */
export function isInline(page: string, begin: number): boolean {
  return INLINE.has(nameOf(page, begin + (page.charCodeAt(begin + 1) === SLASH ? 2 : 1)));
}

/** Where the words go on behind a mark that ends at `end`; behind all of a style sheet or of code, -1 where its end is not there. */
export function wordsBehind(page: string, begin: number, end: number): number {
  if (!MUTE_LETTERS.includes(page[begin + 1]!)) return end;
  const mute = MUTE.exec(page.slice(begin, end))?.[1];
  if (mute === undefined) return end;
  const close = new RegExp(`</${mute}>`, 'gi');
  close.lastIndex = end;
  return close.exec(page)?.index ?? -1;
}

/** Longer sections are read as they are: a copy would take too much memory. In UTF-16 units. */
const LONGEST_COPIED = 1 << 20;

/** The same text with its characters in one row: what was put together of many pieces is slow to read letter by letter. */
function inOneRow(text: string): string {
  return text.length > LONGEST_COPIED ? text : copyOf(text);
}

/** Passes the pieces from `from` on that need not be taken, as far as they are whole. Returns where they end. */
export type PassPieces = (page: string, from: number) => number;

/** Gives the pieces of a page in their order, but for those that `pass` passes. Styles and code are none. */
export function openPage(take: TakePiece, pass: PassPieces = (_page, from) => from): PageReader {
  let rest = '';
  /** Takes the pieces of `page` that are whole, at the end all. Returns where what is not whole begins. */
  const takeAll = (page: string, isEnd: boolean): number => {
    let words = pass(page, 0);
    for (let at = words; ; ) {
      const begin = page.indexOf('<', at);
      const end = begin < 0 ? 0 : page.indexOf('>', begin) + 1;
      if (end === 0) break;
      at = end;
      if (isInline(page, begin)) continue;
      const behind = wordsBehind(page, begin, end);
      if (behind < 0 && !isEnd) return words;
      if (begin > words) take(page, words, begin, false);
      take(page, begin, end, true);
      words = behind < 0 ? page.length : pass(page, behind);
      at = words;
    }
    if (isEnd && words < page.length) take(page, words, page.length, false);
    return words;
  };
  return {
    read: (section) => {
      const page = inOneRow(rest + section);
      rest = page.slice(takeAll(page, false));
    },
    end: () => {
      takeAll(rest, true);
      rest = '';
    },
  };
}

/** What a piece says: its words with the marks taken out, then the values of attributes. Pictures are no words. */
export function wordsOfPiece(piece: string, isTag: boolean): { text: string; attributes: string[] } {
  const plain = piece.includes(';base64,') ? piece.replace(PICTURE, ' ') : piece;
  const attributes: string[] = [];
  const readTag = (tag: string): string => {
    if (tag.includes('="'))
      for (const match of tag.matchAll(ATTRIBUTE)) attributes.push(decode(match[1] ?? ''));
    return '';
  };
  if (isTag) return { text: readTag(plain), attributes };
  return { text: decode(plain.replace(/<[^>]*>/g, readTag)), attributes };
}

/** What a page says: its words, and the values of all attributes. Styles, code and pictures are no words. */
export function wordsOfHtml(html: string): string {
  const texts: string[] = [];
  const values: string[] = [];
  const page = openPage((source, begin, end, isTag) => {
    const { text, attributes } = wordsOfPiece(source.slice(begin, end), isTag);
    texts.push(isTag ? '\n\n' : text);
    values.push(...attributes);
  });
  page.read(html);
  page.end();
  return `${texts.join('')}\n\n${values.join('\n\n')}`;
}
