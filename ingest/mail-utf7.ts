import iconv from 'iconv-lite';
import type { MailForms } from './mail-body.ts';

/** Old mail programs wrote UTF-7 (RFC 2152), which the parser leaves as it stands: `M+APw-ller`. */
const CHARSET = /^content-type:[^\r\n]*(?:\r?\n[ \t][^\r\n]*)*charset="?(?:unicode-1-1-)?utf-7\b/im;
const WORD = /=\?(?:unicode-1-1-)?utf-7\?([qb])\?([^?\s]{0,200})\?=/gi;
/** The longest head of a message that is looked at, in bytes. */
const HEAD = 256 * 1024;

function wordBytes(form: string, text: string): Buffer {
  if (form.toLowerCase() === 'b') return Buffer.from(text, 'base64');
  const spaced = text.replaceAll('_', ' ');
  return Buffer.from(
    spaced.replace(/=([0-9a-f]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))),
    'latin1',
  );
}

/** The message with the UTF-7 words of its header in UTF-8; the same bytes where there are none. */
export function rewordUtf7(bytes: Buffer): Buffer {
  const head = bytes.subarray(0, HEAD).toString('latin1');
  const end = /\r?\n\r?\n/.exec(head)?.index ?? head.length;
  const header = head.slice(0, end);
  const reworded = header.replace(WORD, (_, form: string, text: string) => {
    const decoded = iconv.decode(wordBytes(form, text), 'utf-7');
    return `=?utf-8?B?${Buffer.from(decoded, 'utf8').toString('base64')}?=`;
  });
  if (reworded === header) return bytes;
  return Buffer.concat([Buffer.from(reworded, 'latin1'), bytes.subarray(end)]);
}

/** The text of a message whose part says that it is in UTF-7; as it stands where none does, or where it is none. */
export function decodeUtf7({ text, html }: MailForms, bytes: Buffer): MailForms {
  if (!CHARSET.test(bytes.subarray(0, HEAD).toString('latin1'))) return { text, html };
  const decode = (form: string) =>
    /[^\0-\x7f]/.test(form) ? form : iconv.decode(Buffer.from(form, 'latin1'), 'utf-7');
  return { text: text === undefined ? text : decode(text), html: html ? decode(html) : html };
}
