/** A line of a text without what ends it; `[start, end)` in UTF-16 units. */
export interface Line {
  start: number;
  end: number;
  text: string;
}

/** A line of dashes, or one that says that a message follows. */
export const RULE =
  /^\s*[-_=*]{2,}\s*(?:(?:original message|forwarded(?: message)?|begin forwarded)\b.*|[-_=*\s]*)$/i;

/** Lines that end in LF or CR LF. */
export function splitLines(body: string): Line[] {
  const lines: Line[] = [];
  let start = 0;
  while (start < body.length) {
    const newline = body.indexOf('\n', start);
    const next = newline === -1 ? body.length : newline;
    const end = newline !== -1 && next > start && body[next - 1] === '\r' ? next - 1 : next;
    lines.push({ start, end, text: body.slice(start, end) });
    start = next + 1;
  }
  return lines;
}

/** True for the code of a character that is space to a regular expression. */
export function isSpace(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13) || (code > 127 && /\s/.test(String.fromCharCode(code)));
}
