import { LineCounter, parseDocument } from 'yaml';
import { MASK_KINDS, type MaskKind, type MaskListEntry } from './mask.ts';

/** A `--mask` file that cannot be used: what is wrong, and in which line (from 1). */
export class MaskListError extends Error {
  override readonly name = 'MaskListError';
  readonly line: number;
  constructor(message: string, line: number) {
    super(`line ${line}: ${message}`);
    this.line = line;
  }
}

function kindOf(name: string, line: number): MaskKind {
  const kind = MASK_KINDS.find((one) => one === name.trim().toLowerCase());
  if (kind === undefined || kind === 'public' || kind === 'listed') {
    const known = MASK_KINDS.filter((one) => one !== 'public' && one !== 'listed');
    throw new MaskListError(`unknown kind "${name.trim()}"; known: ${known.join(', ')}`, line);
  }
  return kind;
}

function entryOf(
  action: MaskListEntry['action'],
  kind: MaskKind,
  names: readonly string[],
  line: number,
): MaskListEntry {
  const [text = '', ...same_as] = names.map((name) => name.trim()).filter((name) => name !== '');
  if (!/[\p{L}\p{N}]/u.test(text)) throw new MaskListError('there are no words to mask or to show', line);
  return { action, kind, text, same_as, line };
}

const MARKED = /^([+-])\s*(?:([\p{L}][\p{L} -]*?)\s*:\s+)?(.+)$/u;

function parseLine(line: string, number: number): MaskListEntry {
  const found = MARKED.exec(line);
  if (found === null) throw new MaskListError('a line begins with + (mask) or - (show)', number);
  const [, sign, kind, rest = ''] = found;
  const action = sign === '+' ? 'hide' : 'show';
  return entryOf(action, kind === undefined ? 'person' : kindOf(kind, number), rest.split(/\s+=\s+/), number);
}

/**
 * Reads what a person adds to the mask and takes from it. Lines:
 *
 * ```
 * # one person under two names
 * + person: Rosalba Quintanilla = Rosie Q
 * + phone: 309-555-0100
 * - Lindengrove Tacos
 * ```
 * Without a kind a line is about a person. Or YAML with the lists `hide` and `show`, whose entries are words or
 * `{ kind, text, same_as }`.
 *
 * @throws MaskListError with the line of the first fault.
 */
export function parseMaskList(text: string): MaskListEntry[] {
  if (/^(?:hide|show)\s*:/m.test(text)) return parseYaml(text);
  return text.split(/\r?\n/).flatMap((line, i) => {
    const words = line.trim();
    return words === '' || words.startsWith('#') ? [] : [parseLine(words, i + 1)];
  });
}

function parseYaml(text: string): MaskListEntry[] {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const [fault] = document.errors;
  if (fault !== undefined)
    throw new MaskListError(fault.message.split('\n')[0] ?? '', lines.linePos(fault.pos[0]).line);
  const root: unknown = document.toJS();
  const entries: MaskListEntry[] = [];
  for (const [list, values] of Object.entries(root as Record<string, unknown>)) {
    const lineAt = (index?: number): number => {
      const node = document.getIn(index === undefined ? [list] : [list, index], true) as
        | { range?: [number] }
        | undefined;
      return lines.linePos(node?.range?.[0] ?? 0).line;
    };
    if (list !== 'hide' && list !== 'show')
      throw new MaskListError(`unknown list "${list}"; known: hide, show`, lineAt());
    if (!Array.isArray(values)) throw new MaskListError(`${list} is not a list`, lineAt());
    for (const [index, value] of (values as unknown[]).entries()) {
      entries.push(yamlEntry(list, value, lineAt(index)));
    }
  }
  return entries;
}

function yamlEntry(action: MaskListEntry['action'], value: unknown, line: number): MaskListEntry {
  if (typeof value === 'string' || typeof value === 'number')
    return entryOf(action, 'person', [String(value)], line);
  if (typeof value !== 'object' || value === null)
    throw new MaskListError('an entry is words or a record', line);
  const { kind, text, same_as, ...more } = value as Record<string, unknown>;
  const [unknown] = Object.keys(more);
  if (unknown !== undefined)
    throw new MaskListError(`unknown field "${unknown}"; known: kind, text, same_as`, line);
  if (typeof text !== 'string') throw new MaskListError('an entry needs its words under "text"', line);
  const others =
    same_as === undefined ? [] : Array.isArray(same_as) ? same_as.map(String) : [String(same_as)];
  return entryOf(action, kind === undefined ? 'person' : kindOf(String(kind), line), [text, ...others], line);
}
