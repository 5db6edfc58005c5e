import { CELLS, FIELDS } from './answers.ts';
import { VERDICTS } from './coding.ts';
import type { Head } from './head.ts';
import { readArray, readNumber, readNumbers, readRecord, readString } from './read-json.ts';
import { lengthen, shorten } from './shared-names.ts';
import type { Tree } from './trees.ts';

/** One table of a linear model. Weights and bias are in numbers of `unit`, the weights whole ones from -63 to 63. */
export interface WeightTable {
  outputs: string[];
  unit: number;
  bias: number[];
  /** `block:name` by feature. */
  names: string[];
  /** Texts it was trained on, and how many of them have each feature. */
  texts: number;
  times: Uint32Array;
  /** Feature by output. One byte each, for a text's rows lie far apart in memory. */
  weights: Int8Array;
}

/** Largest weight, in units: finer steps change no score that matters (docs/model-card.md). */
export const LARGEST_WEIGHT = 63;

/** A tree as the file has it: the cell or field it corrects, its questions (a fact and the least value for yes), and what each answer adds. */
export interface NamedTree {
  corrects: string;
  asks: [fact: string, least: number][];
  values: number[];
}

/** Trees with the names of outputs and facts in place of their numbers. */
export function nameInputs(
  trees: readonly Tree[],
  outputs: readonly string[],
  names: readonly string[],
): NamedTree[] {
  return trees.map(({ output, inputs, cuts, values }) => ({
    corrects: outputs[output]!,
    asks: inputs.map((input, at) => [names[input]!, cuts[at]!]),
    values,
  }));
}

/** The reverse of `nameInputs`. Throws `TypeError` where an output or a fact is not known. */
export function numberInputs(
  trees: readonly NamedTree[],
  outputs: readonly string[],
  names: readonly string[],
): Tree[] {
  const places = new Map(names.map((name, at) => [name, at]));
  const corrected = new Map(outputs.map((name, at) => [name, at]));
  const placeOf = (all: Map<string, number>, name: string): number => {
    const place = all.get(name);
    if (place === undefined)
      throw new TypeError(`model.trees: "${name}" is not known here; train the model again`);
    return place;
  };
  return trees.map(({ corrects, asks, values }) => ({
    output: placeOf(corrected, corrects),
    inputs: asks.map(([name]) => placeOf(places, name)),
    cuts: asks.map(([, least]) => least),
    values,
  }));
}

/** Which probability is enough to decide without a person, and how it was chosen. */
export interface Thresholds {
  /** Share of right answers the thresholds were chosen for, on items of files left out. */
  precision: number;
  /** Least probability of each verdict. */
  verdict: Record<string, number>;
}

/**
 * Everything learned from the labelled items. The file is JSON with one feature a line, `[block:name, texts that have it,
 * weight of each output…]`, where `~` stands for what a name shares with the one before (`shared-names.ts`).
 */
export interface Model {
  format: 4;
  items: number;
  groups: string[];
  cells: WeightTable;
  head: Head;
  /** What corrects the head, see `trees.ts`. */
  trees: NamedTree[];
  fields: WeightTable;
  /** What makes probabilities of the fields' scores. */
  fieldTrees: NamedTree[];
  /** Weights of a clause's features for being one of those that carry the code, see `EVIDENCE_OUTPUTS`. */
  evidence: WeightTable;
  thresholds: Thresholds;
}

/**
 * Reads a model file as `printModel` writes it. Throws `TypeError` or `SyntaxError` saying what is wrong, also where it is
 * of another format.
 */
export function parseModel(text: string): Model {
  const { rest, rows } = cutRows(text);
  const record = readRecord(JSON.parse(rest), 'model');
  if (record.format !== 4) throw new TypeError('model.format: expected 4; train the model again');
  const head = readRecord(record.head, 'model.head');
  const thresholds = readRecord(record.thresholds, 'model.thresholds');
  return {
    format: 4,
    items: readNumber(record.items, 'model.items'),
    groups: readArray(record.groups, 'model.groups').map((name) => readString(name, 'model.groups')),
    cells: readTable(
      record.cells,
      'model.cells',
      CELLS.map((entry) => entry.name),
      rows,
    ),
    head: {
      mean: readNumbers(head.mean, 'model.head.mean'),
      scale: readNumbers(head.scale, 'model.head.scale'),
      weights: readArray(head.weights, 'model.head.weights').map((row) =>
        readNumbers(row, 'model.head.weights'),
      ),
    },
    trees: readArray(record.trees, 'model.trees').map(readTree),
    fields: readTable(record.fields, 'model.fields', FIELDS, rows),
    fieldTrees: readArray(record.fieldTrees, 'model.fieldTrees').map(readTree),
    evidence: readTable(record.evidence, 'model.evidence', EVIDENCE_OUTPUTS, rows),
    thresholds: {
      precision: readNumber(thresholds.precision, 'model.thresholds.precision'),
      verdict: readNumberRecord(thresholds.verdict, 'model.thresholds.verdict'),
    },
  };
}

function readTree(value: unknown, at: number): NamedTree {
  const where = `model.trees[${at}]`;
  const record = readRecord(value, where);
  const asks = readArray(record.asks, `${where}.asks`).map((ask): [string, number] => {
    const [name, least] = readArray(ask, `${where}.asks`);
    return [readString(name, `${where}.asks`), readNumber(least, `${where}.asks`)];
  });
  const values = readNumbers(record.values, `${where}.values`);
  if (values.length !== 1 << asks.length)
    throw new TypeError(`${where}: a value for each answer is expected`);
  return { corrects: readString(record.corrects, `${where}.corrects`), asks, values };
}

/** Verdicts for which there are quotes. */
export const QUOTED: readonly string[] = VERDICTS.filter((verdict) => verdict !== 'not-contact');

/** How far a clause carries whatever code there is, and what is added for each verdict. */
export const EVIDENCE_OUTPUTS: readonly string[] = ['any', ...QUOTED];

function readNumberRecord(value: unknown, where: string): Record<string, number> {
  return Object.fromEntries(
    Object.entries(readRecord(value, where)).map(([name, entry]) => [
      name,
      readNumber(entry, `${where}.${name}`),
    ]),
  );
}

/**
 * The lines of features, and the text without them, in which each list of features has only the number of its first line
 * and of the one behind its last.
 */
function cutRows(text: string): { rest: string; rows: string[] } {
  const rows: string[] = [];
  let rest = '';
  let inside = false;
  for (const line of text.split('\n')) {
    const row = line.startsWith('["');
    if (row !== inside) rest += rows.length + (row ? ',' : '');
    inside = row;
    if (row) rows.push(line);
    else rest += `${line}\n`;
  }
  return { rest, rows };
}

function readTable(
  value: unknown,
  where: string,
  outputs: readonly string[],
  rows: readonly string[],
): WeightTable {
  const record = readRecord(value, where);
  const given = readArray(record.outputs, `${where}.outputs`).map((name) => readString(name, where));
  if (given.join('|') !== outputs.join('|'))
    throw new TypeError(`${where}.outputs: not those of this version`);
  const [from = 0, to = from] = readNumbers(record.features, `${where}.features`);
  const width = outputs.length;
  const texts = readNumber(record.texts, `${where}.texts`);
  const names: string[] = [];
  const times = new Uint32Array(to - from);
  const weights = new Int8Array((to - from) * width);
  for (let first = 0; first < times.length; first += TOGETHER) {
    const lines = rows.slice(from + first, Math.min(to, from + first + TOGETHER));
    for (const [line, row] of parseLines(lines).entries()) {
      const at = first + line;
      const wrong = faultIn(row, width, texts);
      if (wrong !== null) throw new TypeError(`${where}.features[${at}]: ${wrong}`);
      const [name, often] = row as [string, number];
      names.push(lengthen(name, names[at - 1] ?? ''));
      times[at] = often;
      for (let c = 0; c < width; c += 1) weights[at * width + c] = row[c + 2] as number;
    }
  }
  return {
    outputs: given,
    unit: readNumber(record.unit, `${where}.unit`),
    bias: readNumbers(record.bias, `${where}.bias`),
    texts,
    names,
    times,
    weights,
  };
}

/** Lines of features that are parsed together: one by one takes twice as long, all at once many times the memory. */
const TOGETHER = 500;

/** The rows of lines of features, each an array of its own; the last line of a list has no comma. */
function parseLines(lines: readonly string[]): unknown[][] {
  const rows = readArray(JSON.parse(`[${lines.join('').replace(/,$/, '')}]`), 'model.features');
  return rows.map((row) => readArray(row, 'model.features'));
}

/** What is wrong with a row of features; null for nothing. */
function faultIn(row: readonly unknown[], width: number, texts: number): string | null {
  const often = row[1];
  if (row.length !== width + 2) return 'wrong number of weights';
  if (typeof row[0] !== 'string') return 'expected a name first';
  if (!isWhole(often) || often < 1 || often > texts) return `expected how many of ${texts} texts have it`;
  for (let at = 2; at < row.length; at += 1) {
    const weight = row[at];
    if (!isWhole(weight) || Math.abs(weight) > LARGEST_WEIGHT)
      return `expected whole numbers up to ${LARGEST_WEIGHT}`;
  }
  return null;
}

const isWhole = (value: unknown): value is number => Number.isInteger(value);

/** The model as its file holds it: one feature a line, so that a change can be read. */
export function printModel(model: Model): string {
  const table = ({ names, times, weights, ...rest }: WeightTable): string => {
    const width = rest.outputs.length;
    const rows = names.map((name, at) =>
      JSON.stringify([
        shorten(name, names[at - 1] ?? ''),
        times[at],
        ...weights.subarray(at * width, at * width + width),
      ]),
    );
    return `{${JSON.stringify(rest).slice(1, -1)},"features":[\n${rows.join(',\n')}\n]}`;
  };
  const { cells, fields, evidence, ...rest } = model;
  return `{${JSON.stringify(rest).slice(1, -1)},\n"cells":${table(cells)},\n"fields":${table(fields)},\n"evidence":${table(evidence)}}\n`;
}
