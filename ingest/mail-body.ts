import { htmlText } from './html-text.ts';

/** Share of the web part's words that must stand in the plain part for it to be only another form of the same text. */
const SAME_TEXT = 0.5;

function words(text: string): Set<string> {
  return new Set(text.toLowerCase().match(/[\p{L}\p{N}]{3,}/gu) ?? []);
}

function saysTheSame(plain: string, web: string): boolean {
  const said = words(plain);
  const all = [...words(web)];
  return all.length === 0 || all.filter((word) => said.has(word)).length >= SAME_TEXT * all.length;
}

function clean(text: string): string {
  return text
    .replaceAll('\0', '')
    .replace(/\r\n?/g, '\n')
    .replace(/^(?:[ \t]*\n)+/, '')
    .trimEnd();
}

/** The two forms of a message's text; either is left out or false where it has none. */
export interface MailForms {
  text?: string | undefined;
  html?: string | false | undefined;
}

/** The words of a message: its plain part, its web part where there is no other, or both where they say different things. */
export function mailBody(mail: MailForms): string {
  const plain = clean(mail.text ?? '');
  const web = mail.html ? clean(htmlText(mail.html)) : '';
  if (plain === '') return web;
  return saysTheSame(plain, web) ? plain : `${plain}\n\n${web}`;
}
