import { isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml';
import { type Place, PolicyFileError } from './policy-file-error.ts';

interface Source {
  file: string;
  text: string;
  lines: LineCounter;
}

/** Files of rules and claims are small; a larger one is a mistake. In characters. */
const LARGEST_FILE = 1_000_000;

/**
 * A value of a YAML file that knows where it stands. Every reader below throws `PolicyFileError` with one line that names
 * the place and what was expected there.
 */
export class YamlNode {
  readonly #source: Source;
  readonly #node: Node | null;
  readonly #start: number;

  private constructor(source: Source, node: Node | null, start: number) {
    this.#source = source;
    this.#node = node;
    this.#start = node?.range?.[0] ?? start;
  }

  /** Reads a whole file (YAML 1.2, no aliases). `file` is the name that errors give. */
  static parse(text: string, file: string): YamlNode {
    const lines = new LineCounter();
    if (text.length > LARGEST_FILE) {
      throw new PolicyFileError('the file is too large', { file, line: 1, column: 1 });
    }
    const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: true });
    const [fault] = document.errors;
    const source = { file, text, lines };
    if (fault !== undefined) {
      const { line, col } = lines.linePos(Math.min(fault.pos[0], Math.max(text.length - 1, 0)));
      throw new PolicyFileError(firstLine(fault.message), { file, line: Math.max(line, 1), column: col });
    }
    return new YamlNode(source, document.contents as Node | null, 0);
  }

  get place(): Place {
    return this.#placeAt(this.#start);
  }

  fail(message: string): never {
    throw new PolicyFileError(message, this.place);
  }

  /** The place of the `offset`-th character of a text value, so that a fault inside an expression is shown where it stands. */
  placeInText(offset: number): Place {
    const { text } = this.#source;
    const value = this.text('a text');
    let at = this.#start;
    if (/["']/.test(text[at] ?? '')) at += 1;
    else if (/[|>]/.test(text[at] ?? '')) at = text.indexOf('\n', at) + 1;
    for (let i = 0; i <= Math.min(offset, value.length); i += 1) {
      const wanted = value[i];
      // Line ends and indentation are folded into one space or one line end.
      if (wanted !== ' ' && wanted !== '\n') while (/[ \n\r\\]/.test(text[at] ?? '')) at += 1;
      if (i < offset && i < value.length) at += 1;
    }
    return this.#placeAt(at);
  }

  /** The values of a mapping; a key that is not in `known` is an error that names the ones that are. */
  fields(known: readonly string[]): Map<string, YamlNode> {
    const node = this.#node;
    if (!isMap(node)) return this.fail(`expected a mapping with ${known.join(', ')}`);
    const fields = new Map<string, YamlNode>();
    for (const { key, value } of node.items) {
      const at = isScalar(key) ? (key.range?.[0] ?? this.#start) : this.#start;
      const name = isScalar(key) ? String(key.value) : '';
      if (!known.includes(name)) {
        throw new PolicyFileError(`unknown key "${name}"; known are ${known.join(', ')}`, this.#placeAt(at));
      }
      fields.set(name, new YamlNode(this.#source, value as Node | null, at));
    }
    return fields;
  }

  /** A mapping whose keys are the user's own names. */
  entries(): [name: string, value: YamlNode][] {
    const node = this.#node;
    if (!isMap(node)) return this.fail('expected a mapping of names to values');
    return node.items.map(({ key, value }) => {
      const at = isScalar(key) ? (key.range?.[0] ?? this.#start) : this.#start;
      return [isScalar(key) ? String(key.value) : '', new YamlNode(this.#source, value as Node | null, at)];
    });
  }

  list(): YamlNode[] {
    const node = this.#node;
    if (!isSeq(node)) return this.fail('expected a list');
    return node.items.map((item) => new YamlNode(this.#source, item as Node | null, this.#start));
  }

  get isMapping(): boolean {
    return isMap(this.#node);
  }

  /** A text that is not empty; numbers and dates are taken as they are written. */
  text(what: string): string {
    const node = this.#node;
    if (!isScalar(node) || node.value === null) return this.fail(`expected ${what}`);
    const value = typeof node.value === 'string' ? node.value : (node.source ?? String(node.value));
    return value.trim() === '' ? this.fail(`expected ${what}`) : value;
  }

  oneOf<T extends string>(values: readonly T[]): T {
    const value = this.text(`one of ${values.join(', ')}`);
    const found = values.find((one) => one === value);
    return found ?? this.fail(`"${value}" is not one of ${values.join(', ')}`);
  }

  number(what: string): number {
    const value = isScalar(this.#node) ? this.#node.value : null;
    return typeof value === 'number' ? value : this.fail(`expected ${what}`);
  }

  boolean(): boolean {
    const value = isScalar(this.#node) ? this.#node.value : null;
    return typeof value === 'boolean' ? value : this.fail('expected true or false');
  }

  #placeAt(offset: number): Place {
    const { line, col } = this.#source.lines.linePos(offset);
    return { file: this.#source.file, line: Math.max(line, 1), column: Math.max(col, 1) };
  }
}

function firstLine(text: string): string {
  return text.split('\n')[0] ?? text;
}
