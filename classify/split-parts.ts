/** A stretch of a body: whose words they are and of what sort. `[start, end)` in UTF-16 units. */
export interface TextPart {
  kind: 'new' | 'quoted' | 'header' | 'signature' | 'disclaimer';
  start: number;
  end: number;
  /** 0 for the newest message, 1 for the first one quoted, and so on. */
  message: number;
}

/** One message of the body as its heading names the people; the newest has one only where a form or memo opens with it. */
export interface QuotedMessage {
  /** The writer as the heading prints it: `Ruiz, Ana (ERO) <ana.ruiz@…>`; empty where it names none. */
  from: string;
  /** The readers, likewise. */
  to: string;
}

export interface SplitBody {
  parts: TextPart[];
  /** Index 0 is the newest message; quoted ones follow in the order of the text. */
  messages: QuotedMessage[];
}

interface Line {
  start: number;
  end: number;
  text: string;
}

/** What a notice says of how a record may be used. One of these also stands in ordinary mail ("this message is confidential, burn it"). */
const SIGNS =
  /\b(?:confidential|privileged|intended (?:recipient|only|solely)|addressee|received .{0,40}(?:in|by) error|unauthorized|disclos|disseminat|distribut|prohibited|(?:notify|tell) the sender|public record|exempt|official use only|fouo|law enforcement sensitive|unclassified|need to know|may (?:contain|hold)|originat(?:or|ing)|(?:any|its) attachments?|outside (?:of )?(?:the|your|this) (?:addressee|agency|department|organization))/gi;
/** How a notice begins, be it under the lines of a signature. */
const OPENING =
  /^\W*(?:(?:the )?(?:information|contents?) (?:contained )?(?:in |of ))?this (?:electronic )?(?:e-?mail|mail|message|communication|transmission|document)\b/i;
const HEADED =
  /^\W*(?:confidentiality(?: not(?:ice|e))?\s*:|confidentiality notice|privileged (?:and|&) confidential|(?:warning|notice|disclaimer|caution|please note)\s*:)/i;
/** "Unauthorized use" alone is a crime, and public records are spoken of in mail about requests. */
const FORMULA =
  /\bunauthorized (?:review|use|disclosure)\b[^.]{0,80}\b(?:is|are) (?:strictly |expressly )?(?:prohibited|unlawful|forbidden)\b|\bto (?:and|or) from (?:this|the (?:city|county|village|town|state|university))\b[^.]{0,100}\b(?:is|are|may be)\b[^.]{0,80}\bpublic records?\b(?! (?:request|release))|\bthis (?:electronic )?(?:e-?mail|mail|message)\b[^.]{0,40}\bsubject to\b[^.]{0,60}\b(?:public records?|disclosure)\b/i;
/** Markings, which also stand over a whole record. */
const MARKING = /^\W*(?:unclassified\W+|u\W+)?(?:for official use only|fouo|law enforcement sensitive)\b/i;
const SIGNATURE_MARK = /^\s*(?:--|__+|~~+|\*{3,})\s*$/;
const SENT_FROM = /^\s*(?:sent (?:from|via)|get outlook)\b/i;
const PHONE = /(?:\(?\b\d{3}\)?[-. ]?)?\b\d{3}[-.]\d{4}\b|\bx\d{2,5}\b|@[\w.-]+\.\w+/i;
const TITLE =
  /\b(?:det|detective|sgt|sergeant|lt|lieutenant|capt|captain|chief|deputy|dep|officer|ofc|agent|supervisor|specialist|analyst|clerk|investigator|commander|director|coordinator|police|sheriff|homeland|immigration|customs|enforcement|removal|investigations|department|division|unit|bureau|office|esq|badge)\b/i;
const RULE =
  /^\s*[-_=*]{2,}\s*(?:(?:original message|forwarded(?: message)?|begin forwarded)\b.*|[-_=*\s]*)$/i;
const ORIGINAL = /^\s*[-_]{2,}\s*(?:original message|forwarded(?: message)?( by)?|reply above).*$/i;
const WROTE = /^\s*(?:>\s*)*(?:on\s.{4,120}\bwrote:|.{2,80}\b(?:wrote|writes):)\s*$/i;
const FROM_LINE = /^\s*(?:>\s*)*from:\s*(.*)$/i;
const TO_LINE = /^\s*(?:>\s*)*to:\s*(.*)$/i;
const FIELD_LINE = /^\s*(?:>\s*)*(?:sent|date|to|cc|subject|subj|importance|attachments?):/i;
const GROUPWISE = /^\s*>{2,}\s*(.{2,80}?)\s*>{2,}\s*$/;

function splitLines(body: string): Line[] {
  const lines: Line[] = [];
  let start = 0;
  while (start < body.length) {
    const newline = body.indexOf('\n', start);
    const end = newline === -1 ? body.length : newline;
    lines.push({ start, end, text: body.slice(start, end) });
    start = end + 1;
  }
  return lines;
}

/** How many lines the heading of a quoted message takes from `at` on, and the people it names; null where none begins. */
function readHeading(lines: Line[], at: number): (QuotedMessage & { lines: number }) | null {
  const text = lines[at]?.text ?? '';
  if (WROTE.test(text)) {
    const from = text
      .replace(/^[\s>]*/, '')
      .replace(/\s*\b(?:wrote|writes):\s*$/i, '')
      .replace(
        /^on\s.*?(?:\d{1,2}:\d{2}(?:\s*[ap]\.?m\.?)?|\b(?:19|20)\d{2}|\d{1,2}),?\s+(?=\S+$|\p{Lu})/iu,
        '',
      );
    return { lines: 1, from, to: '' };
  }
  const groupwise = GROUPWISE.exec(text);
  if (groupwise !== null) return { lines: 1, from: groupwise[1] ?? '', to: '' };
  let line = at;
  if (ORIGINAL.test(text)) line += 1;
  const from = FROM_LINE.exec(lines[line]?.text ?? '');
  if (from === null) return line > at ? { lines: 1, from: '', to: '' } : null;
  let end = line + 1;
  let fields = 0;
  let to = '';
  while (end < lines.length && FIELD_LINE.test(lines[end]?.text ?? '')) {
    to ||= TO_LINE.exec(lines[end]!.text)?.[1] ?? '';
    fields += 1;
    end += 1;
  }
  if (fields === 0 && line === at) return null;
  return { lines: end - at, from: from[1] ?? '', to };
}

/** First line of the signature at the end of `lines`, or `lines.length` where there is none. */
function findSignature(lines: Line[]): number {
  const mark = lines.findIndex((line) => SIGNATURE_MARK.test(line.text) || SENT_FROM.test(line.text));
  if (mark > 0 && lines.length - mark <= 10) return mark;
  let first = lines.length;
  let blanks = 0;
  for (let at = lines.length - 1; at > 0 && lines.length - at <= 9; at -= 1) {
    const text = lines[at]?.text.trim() ?? '';
    if (text === '') {
      blanks += 1;
      if (blanks > 1) break;
      continue;
    }
    const telling = PHONE.test(text) || TITLE.test(text);
    const short = text.length <= 60 && !/[.!?]$/.test(text.replace(/\b(?:inc|jr|sr|dept|div|st)\.$/i, ''));
    const nameLike = text.length <= 32 && /^[\p{Lu}][\p{L}.'-]*(?:[\s,]+[\p{L}.'#\d/-]+){0,4}$/u.test(text);
    if (!(short && (telling || nameLike))) break;
    first = at;
    blanks = 0;
  }
  return first;
}

/**
 * Cuts a body into the writer's own words, headings, what is quoted, signatures and disclaimers. Only the text is used,
 * so that a message cut out of printed pages and one from a mail file come out alike. The parts are in order and cover
 * every line that is not blank.
 */
export function splitParts(body: string): SplitBody {
  const lines = splitLines(body);
  const messages: QuotedMessage[] = [{ from: '', to: '' }];
  const parts: TextPart[] = [];
  let block: Line[] = [];
  let message = 0;
  const flush = (): void => {
    addBlock(block, message, parts);
    block = [];
  };
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at];
    if (line === undefined) break;
    const heading = readHeading(lines, at);
    if (heading !== null) {
      // A form or a forwarded sheet may open with "From:"; it is then the message itself, not a quotation.
      const opening = parts.length === 0 && block.every((entry) => entry.text.trim() === '');
      flush();
      if (!opening) message += 1;
      messages[message] = { from: heading.from, to: heading.to };
      const last = lines[at + heading.lines - 1] ?? line;
      parts.push({ kind: 'header', start: line.start, end: last.end, message });
      at += heading.lines - 1;
      continue;
    }
    const marked = /^\s*>/.test(line.text);
    if (marked && message === 0 && block.some((entry) => entry.text.trim() !== '')) {
      flush();
      message += 1;
      messages[message] = { from: '', to: '' };
    }
    block.push(line);
  }
  flush();
  return { parts, messages };
}

function addBlock(block: Line[], message: number, parts: TextPart[]): void {
  const lines = [...block];
  while (lines.length > 0 && lines[0]?.text.trim() === '') lines.shift();
  while (lines.length > 0 && (lines.at(-1)?.text.trim() === '' || RULE.test(lines.at(-1)?.text ?? '')))
    lines.pop();
  const kind = message === 0 ? 'new' : 'quoted';
  const add = (from: number, to: number, of: TextPart['kind']): void => {
    const first = lines[from];
    const last = lines[to - 1];
    if (first === undefined || last === undefined || to <= from) return;
    parts.push({ kind: of, start: first.start, end: last.end, message });
  };
  const addText = (from: number, to: number): void => {
    let end = to;
    while (end > from && lines[end - 1]!.text.trim() === '') end -= 1;
    const signature = from + findSignature(lines.slice(from, end));
    add(from, signature, kind);
    add(signature, end, 'signature');
  };
  let from = 0;
  for (const { first, last } of findNotices(lines)) {
    addText(from, first);
    add(first, last, 'disclaimer');
    from = last;
    while (from < lines.length && lines[from]!.text.trim() === '') from += 1;
  }
  addText(from, lines.length);
}

/** Lines `[first, last)`. */
interface Paragraph {
  first: number;
  last: number;
}

function paragraphsOf(lines: readonly Line[]): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  let isOpen = false;
  for (const [at, { text }] of lines.entries()) {
    const isBreak = text.trim() === '' || RULE.test(text);
    if (!isBreak && (!isOpen || OPENING.test(text) || HEADED.test(text)))
      paragraphs.push({ first: at, last: at + 1 });
    else if (!isBreak) paragraphs.at(-1)!.last = at + 1;
    isOpen = !isBreak;
  }
  return paragraphs;
}

/**
 * Paragraphs that only say how the message may be used. Where nothing else follows, what follows belongs to them; words behind them
 * are the writer's again. The first paragraph is never one.
 */
function findNotices(lines: readonly Line[]): Paragraph[] {
  let notices: Paragraph[] = [];
  let isTail = true;
  for (const { first, last } of paragraphsOf(lines).slice(1).reverse()) {
    const text = lines
      .slice(first, last)
      .map((line) => line.text)
      .join(' ');
    const signs = new Set(Array.from(text.matchAll(SIGNS), ([sign]) => sign.toLowerCase())).size;
    const found: boolean = isNotice(text, signs) || (isTail && isMarking(text, signs));
    if (found && isTail) notices = [{ first, last: lines.length }];
    else if (found) notices.unshift({ first, last });
    isTail &&= found || signs > 1;
  }
  return notices;
}

function isNotice(text: string, signs: number): boolean {
  const head = HEADED.exec(text);
  // What a heading announces has to follow: "Confidentiality: no names are kept" is a rule of an office.
  const isHeaded = head !== null && text.slice(head[0].length).search(SIGNS) !== -1;
  return FORMULA.test(text) || (signs > 1 && OPENING.test(text)) || isHeaded;
}

/** A marking alone, or one that goes on about handling; before other words it marks a paragraph of the record. */
function isMarking(text: string, signs: number): boolean {
  const found = MARKING.exec(text);
  return found !== null && (signs > 1 || !/\p{L}{3}/u.test(text.slice(found[0].length)));
}
