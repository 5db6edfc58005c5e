/** What stands for the beginning that a name shares with the one before it. */
const DITTO = '~';

/** A name up to its last joint (colon, plus or space), which the next one may share: "word:to " of "word:to call". */
function headOf(name: string): string {
  return name.slice(0, Math.max(name.lastIndexOf(':'), name.lastIndexOf('+'), name.lastIndexOf(' ')) + 1);
}

/** The name as it is written behind `before`: "~send" for "word:to send" behind "word:to call". */
export function shorten(name: string, before: string): string {
  const head = headOf(before);
  return head !== '' && name.startsWith(head) ? `${DITTO}${name.slice(head.length)}` : name;
}

/** The reverse of `shorten`. */
export function lengthen(written: string, before: string): string {
  return written.startsWith(DITTO) ? `${headOf(before)}${written.slice(DITTO.length)}` : written;
}
