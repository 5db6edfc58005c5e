/** A line of a calendar or an address card: `NAME;PARAMETER=x:value` (RFC 5545, section 3.1, and RFC 6350, section 3.3). */
export interface ContentLine {
  /** In capitals, without the group that cards put in front. */
  name: string;
  /** By name in capitals. Old cards leave the name out of `TYPE=HOME`; it stands under `TYPE` all the same. */
  parameters: Record<string, string>;
  /** As it stands. */
  value: string;
}

const LINE = /^(?:[\w-]+\.)?([A-Za-z][\w-]*)((?:;[^:";]*(?:"[^"]*"[^:";]*)*)*):([\s\S]*)$/;
/** One parameter; a quoted value may hold any sign. */
const PARAMETER = /;([^=:;"]+)(?:=("[^"]*"|[^;:]*))?/g;

function parametersOf(text: string): Record<string, string> {
  const found: Record<string, string> = {};
  for (const [, name = '', value] of text.matchAll(PARAMETER)) {
    const key = value === undefined ? 'TYPE' : name.trim().toUpperCase();
    found[key] = (value ?? name).replace(/^"(.*)"$/, '$1');
  }
  return found;
}

function toLine(text: string): ContentLine[] {
  const match = LINE.exec(text);
  if (!match) return [];
  const [, name = '', parameters = '', value = ''] = match;
  return [{ name: name.toUpperCase(), parameters: parametersOf(parameters), value }];
}

/** Joins the lines that a quoted-printable value of an old card is broken into; each ends with `=`. */
function joinQuotedPrintable(lines: string[]): string[] {
  const joined: string[] = [];
  let open = false;
  for (const line of lines) {
    if (open) joined.push(`${(joined.pop() ?? '').slice(0, -1)}${line}`);
    else joined.push(line);
    const whole = joined.at(-1) ?? '';
    open = /;ENCODING=QUOTED-PRINTABLE/i.test(whole.slice(0, whole.indexOf(':'))) && whole.endsWith('=');
  }
  return joined;
}

/** The lines of a calendar or a card, unfolded; what is no such line is left out. */
export function contentLines(text: string): ContentLine[] {
  const unfolded = text.replace(/\r\n?/g, '\n').replace(/\n[ \t]/g, '');
  return joinQuotedPrintable(unfolded.split('\n')).flatMap(toLine);
}

/** The lines of each component of one of these names, in order; those of components inside are left out. */
export function components(lines: ContentLine[], names: string[]): ContentLine[][] {
  const found: ContentLine[][] = [];
  const open: string[] = [];
  for (const line of lines) {
    const component = line.value.trim().toUpperCase();
    if (line.name === 'BEGIN') {
      open.push(component);
      if (names.includes(component)) found.push([]);
    } else if (line.name === 'END') open.pop();
    else if (names.includes(open.at(-1) ?? '')) found.at(-1)?.push(line);
  }
  return found;
}

/** A text value without the signs that keep it on one line. */
export function plainValue(value: string): string {
  return value
    .replace(/\\([nN,;:\\])/g, (_, sign: string) => (sign.toLowerCase() === 'n' ? '\n' : sign))
    .trim();
}
