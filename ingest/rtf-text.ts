import { decodeCodePage } from './code-pages.ts';
import { CHARACTERS, CHARSET_PAGES, HIDDEN_GROUPS, SHOWN_GROUPS } from './rtf-words.ts';

/** The words of an RTF, and whether they are a web page that a mail program has wrapped in RTF (MS-OXRTFEX). */
export interface RtfText {
  text: string;
  html: boolean;
}

interface Group {
  hidden: boolean;
  /** Inside the table of fonts, whose words only name character sets. */
  fonts: boolean;
  /** Inside a piece of the web page's own markup. */
  markup: boolean;
  /** A stretch that only readers without HTML are to show. */
  rtfOnly: boolean;
  /** Characters that follow a `\u` for readers without Unicode. */
  unicodeSkip: number;
  font: number | null;
}

const TOKEN = /\\([a-z]+)(-?\d{1,10})? ?|\\'([0-9a-f]{2})|\\([\s\S])|([{}])|[\r\n]+|[^\\{}\r\n]+/giy;
/** Deeper than any writer nests groups; a bound for files made to break readers. */
const MAX_GROUPS = 5_000;
const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** Reads tokens into words; one object a document. */
class RtfReader {
  private readonly out: string[] = [];
  private readonly groups: Group[] = [];
  private readonly pages = new Map<number, number>();
  private group: Group = {
    hidden: false,
    fonts: false,
    markup: false,
    rtfOnly: false,
    unicodeSkip: 1,
    font: null,
  };
  private documentPage = 1252;
  private html = false;
  private starred = false;
  private toSkip = 0;
  private bytes = '';

  result(): RtfText {
    this.flush();
    return { text: this.out.join(''), html: this.html };
  }

  open(): void {
    this.flush();
    if (this.groups.length >= MAX_GROUPS) throw new Error('too many groups');
    this.groups.push(this.group);
    this.group = { ...this.group };
    this.toSkip = 0;
  }

  close(): void {
    this.flush();
    this.group = this.groups.pop() ?? this.group;
    this.starred = false;
    this.toSkip = 0;
  }

  /** Text in the code page of the font; two of its bytes may be one character, so it is decoded in one piece. */
  raw(text: string): void {
    const kept = text.slice(this.toSkip);
    this.toSkip = Math.max(0, this.toSkip - text.length);
    if (!this.group.hidden && !this.isSilent()) this.bytes += kept;
  }

  symbol(sign: string): void {
    if (sign === '*') this.starred = true;
    else if (sign === '~') this.put(' ');
    else if (sign === '_') this.put('-');
    else if (sign === '\n' || sign === '\r') this.put('\n');
    else if ('\\{}'.includes(sign)) this.raw(sign);
  }

  word(name: string, value: number | null): void {
    this.flush();
    const starred = this.starred;
    this.starred = false;
    if (HIDDEN_GROUPS.has(name) || (starred && !SHOWN_GROUPS.has(name))) this.group.hidden = true;
    const { group } = this;
    if (name === 'fonttbl') group.fonts = true;
    else if (name === 'htmltag') group.markup = true;
    else if (name === 'htmlrtf') group.rtfOnly = value !== 0;
    else if (name === 'fromhtml') this.html = value !== 0;
    else if (name === 'ansicpg' && value !== null) this.documentPage = value;
    else if (name === 'uc' && value !== null) group.unicodeSkip = Math.max(0, value);
    else if (name === 'f' || name === 'plain') group.font = name === 'f' ? value : null;
    else if (name === 'fcharset' && group.fonts) this.setFontPage(CHARSET_PAGES[value ?? 0]);
    else if (name === 'u' && value !== null) this.unicode(value);
    else if (CHARACTERS[name] !== undefined) this.put(CHARACTERS[name]);
  }

  private setFontPage(page: number | undefined): void {
    if (page !== undefined && this.group.font !== null) this.pages.set(this.group.font, page);
  }

  private unicode(value: number): void {
    this.put(String.fromCharCode(value & 0xffff));
    this.toSkip = this.group.unicodeSkip;
  }

  private isSilent(): boolean {
    return this.html && this.group.rtfOnly && !this.group.markup;
  }

  private put(text: string): void {
    this.flush();
    if (this.group.hidden || this.isSilent()) return;
    this.out.push(this.html && !this.group.markup ? escaped(text) : text);
  }

  private flush(): void {
    if (this.bytes === '') return;
    const bytes = Buffer.from(this.bytes, 'latin1');
    this.bytes = '';
    const font = this.group.font === null ? undefined : this.pages.get(this.group.font);
    this.put(decodeCodePage(bytes, font ?? this.documentPage));
  }
}

function escaped(text: string): string {
  return text.replace(/[&<>]/g, (sign) => ESCAPES[sign] ?? sign);
}

/** The words of a rich text document. Pictures and embedded objects are left out; nothing is loaded. */
export function readRtf(bytes: Buffer): RtfText {
  const source = bytes.toString('latin1');
  const reader = new RtfReader();
  TOKEN.lastIndex = 0;
  for (let match = TOKEN.exec(source); match !== null; match = TOKEN.exec(source)) {
    const [token, name, value, byte, sign, brace] = match;
    // Raw bytes of a picture may hold braces: they are passed over by their stated length.
    if (name === 'bin') TOKEN.lastIndex += Math.max(0, Number(value ?? 0));
    else if (name !== undefined) reader.word(name.toLowerCase(), value === undefined ? null : Number(value));
    else if (byte !== undefined) reader.raw(String.fromCharCode(Number.parseInt(byte, 16)));
    else if (sign !== undefined) reader.symbol(sign);
    else if (brace === '{') reader.open();
    else if (brace === '}') reader.close();
    else if (!/^[\r\n]/.test(token)) reader.raw(token);
  }
  return reader.result();
}
