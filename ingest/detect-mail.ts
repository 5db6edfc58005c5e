/** A line that begins a message in an mbox: `From `, who or `-`, and a date with its year (asctime) somewhere behind. */
const ENVELOPE = /^From \S.*(?:\d{1,2}:\d{2}.*\b\d{4}\b|\b\d{4}\b.*\d{1,2}:\d{2})/;
const HEADER = /^([!-9;-~]+)[ \t]*:/;
/** Headers that only a mail program writes, never a person or a printout. */
const MACHINE = new Set(
  (
    'received return-path message-id mime-version content-type content-transfer-encoding delivered-to references ' +
    'in-reply-to dkim-signature authentication-results user-agent thread-topic thread-index x-mailer x-originating-ip ' +
    'x-ms-has-attach x-mimeole arc-seal list-id status x-status x-uid x-mozilla-status content-disposition ' +
    'x-gm-thrid x-gmail-labels x-folder x-from x-to x-filename x-origin resent-from resent-date errors-to precedence'
  ).split(' '),
);
const KNOWN = new Set([...MACHINE, ...'from to cc bcc subject date sender reply-to'.split(' ')]);
/** RFC 5322 date with its zone, as mail programs write it: `Tue, 6 Jan 2015 05:52:09 -0600`. */
const MACHINE_DATE =
  /^\s*(?:[A-Za-z]{3},\s*)?\d{1,2}\s+[A-Za-z]{3}\s+\d{2,4}\s+\d{1,2}:\d{2}(?::\d{2})?\s+(?:[+-]\d{4}|[A-Z]{2,4})\b/;
/** Lines of a header block that are looked at. */
const MAX_HEADER_LINES = 400;

interface HeaderBlock {
  names: string[];
  machineDate: boolean;
  /** The first header already says that parts follow, which no printout does. */
  multipart: boolean;
}

/** The headers at the top of a text, up to the first empty line; null where another line stands among them. */
function headerBlock(lines: string[]): HeaderBlock | null {
  const names: string[] = [];
  let machineDate = false;
  for (const line of lines.slice(0, MAX_HEADER_LINES)) {
    if (line === '') break;
    if (/^[ \t]/.test(line) && names.length > 0) continue;
    const name = HEADER.exec(line)?.[1]?.toLowerCase();
    // Some exporters leave the envelope line of the mailbox, quoted or not, on top of a single message.
    if (name === undefined && names.length === 0 && /^>?From /.test(line)) continue;
    if (name === undefined) return null;
    if (name === 'date' && MACHINE_DATE.test(line.slice(line.indexOf(':') + 1))) machineDate = true;
    names.push(name);
  }
  const multipart = /^content-type:\s*multipart\//i.test(lines[0] ?? '');
  return names.length > 0 ? { names, machineDate, multipart } : null;
}

/** True where a text begins with the headers of a message as mail programs write them. */
export function looksLikeMessage(text: string): boolean {
  const block = headerBlock(text.replace(/^\s*\n/, '').split(/\r?\n/));
  if (!block) return false;
  const known = new Set(block.names.filter((name) => KNOWN.has(name)));
  const machine = [...known].some((name) => MACHINE.has(name)) || block.machineDate;
  return block.multipart || (machine && known.size >= 2);
}

/** True where a text begins as an mbox does: an envelope line, and headers under it. */
export function looksLikeMbox(text: string): boolean {
  const lines = text.replace(/^[\s\ufeff]*(?=From )/, '').split(/\r?\n/);
  const [first = '', second = ''] = lines;
  if (!first.startsWith('From ')) return false;
  const headerBelow = HEADER.test(second) || second.startsWith('>From ');
  return ENVELOPE.test(first) || (headerBelow && headerBlock(lines.slice(1)) !== null);
}

/** Apple Mail's format: the length of the message on the first line, the message, and a property list behind it. */
export function looksLikeEmlx(text: string): boolean {
  const match = /^\d{1,10}[ \t]*\r?\n/.exec(text);
  return match !== null && looksLikeMessage(text.slice(match[0].length));
}
