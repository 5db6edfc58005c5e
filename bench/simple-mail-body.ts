/** The plain text of a sample mail: its only part, or the first `text/plain` part; quoted-printable is decoded. */
export function simpleMailBody(mail: string): string {
  const boundary = /boundary="?([^"\n;]+)"?/i.exec(mail)?.[1];
  const parts = boundary ? mail.split(`--${boundary}`).slice(1) : [mail];
  const part = parts.find((text) => /content-type:\s*text\/plain/i.test(text)) ?? parts[0] ?? '';
  const split = part.replace(/^\n/, '').indexOf('\n\n');
  const head = part.slice(0, split + 1);
  const body = part.replace(/^\n/, '').slice(split + 2);
  if (!/quoted-printable/i.test(head)) return body;
  return body
    .replace(/=\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}
