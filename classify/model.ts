import { CELLS, FIELDS } from './answers.ts';
import type { Head } from './head.ts';
import { readArray, readNumber, readNumbers, readRecord, readString } from './read-json.ts';

/** One table of a linear model: a row a feature. Weights are whole numbers of `unit`. */
export interface WeightTable {
  outputs: string[];
  unit: number;
  bias: number[];
  /** `[block:name, idf, weight of each output…]`. */
  features: FeatureRow[];
}

export type FeatureRow = [name: string, idf: number, ...weights: number[]];

/** Which probability is enough to decide without a person, and how it was chosen. */
export interface Thresholds {
  /** Share of right answers the thresholds were chosen for, on items of files left out. */
  precision: number;
  /** Least probability of each verdict. */
  verdict: Record<string, number>;
}

/** Everything learned from the labelled items. Plain JSON; the file has one feature a line. */
export interface Model {
  format: 1;
  items: number;
  groups: string[];
  cells: WeightTable;
  head: Head;
  fields: WeightTable;
  /** Least score at which a nature, a component or `minors` is said to hold, by field. */
  fieldThresholds: Record<string, number>;
  /** Weights of a clause's features for being one of those that carry the code. */
  evidence: WeightTable;
  thresholds: Thresholds;
}

/** Checks a model file. Throws `TypeError` naming what is wrong, also where it is of another format. */
export function parseModel(value: unknown): Model {
  const record = readRecord(value, 'model');
  if (record.format !== 1) throw new TypeError('model.format: expected 1; train the model again');
  const head = readRecord(record.head, 'model.head');
  const thresholds = readRecord(record.thresholds, 'model.thresholds');
  return {
    format: 1,
    items: readNumber(record.items, 'model.items'),
    groups: readArray(record.groups, 'model.groups').map((name) => readString(name, 'model.groups')),
    cells: readTable(
      record.cells,
      'model.cells',
      CELLS.map((entry) => entry.name),
    ),
    head: {
      mean: readNumbers(head.mean, 'model.head.mean'),
      scale: readNumbers(head.scale, 'model.head.scale'),
      weights: readArray(head.weights, 'model.head.weights').map((row) =>
        readNumbers(row, 'model.head.weights'),
      ),
    },
    fields: readTable(record.fields, 'model.fields', FIELDS),
    fieldThresholds: readNumberRecord(record.fieldThresholds, 'model.fieldThresholds'),
    evidence: readTable(record.evidence, 'model.evidence', EVIDENCE_OUTPUTS),
    thresholds: {
      precision: readNumber(thresholds.precision, 'model.thresholds.precision'),
      verdict: readNumberRecord(thresholds.verdict, 'model.thresholds.verdict'),
    },
  };
}

/** What a clause may be: not carrying, or carrying the purpose it shows. */
export const EVIDENCE_OUTPUTS: readonly string[] = ['carries'];

function readNumberRecord(value: unknown, where: string): Record<string, number> {
  return Object.fromEntries(
    Object.entries(readRecord(value, where)).map(([name, entry]) => [
      name,
      readNumber(entry, `${where}.${name}`),
    ]),
  );
}

function readTable(value: unknown, where: string, outputs: readonly string[]): WeightTable {
  const record = readRecord(value, where);
  const names = readArray(record.outputs, `${where}.outputs`).map((name) => readString(name, where));
  if (names.join('|') !== outputs.join('|'))
    throw new TypeError(`${where}.outputs: not those of this version`);
  return {
    outputs: names,
    unit: readNumber(record.unit, `${where}.unit`),
    bias: readNumbers(record.bias, `${where}.bias`),
    features: readArray(record.features, `${where}.features`).map((row, at) => {
      const place = `${where}.features[${at}]`;
      const entries = readArray(row, place);
      const numbers = readNumbers(entries.slice(1), place);
      if (numbers.length !== outputs.length + 1) throw new TypeError(`${place}: wrong number of weights`);
      return [readString(entries[0], place), ...numbers] as FeatureRow;
    }),
  };
}

/** The model as its file holds it: one feature a line, so that a change can be read. */
export function printModel(model: Model): string {
  const table = (entry: WeightTable): string => {
    const { features, ...rest } = entry;
    const rows = features.map((row) => JSON.stringify(row)).join(',\n');
    return `{${JSON.stringify(rest).slice(1, -1)},"features":[\n${rows}\n]}`;
  };
  const { cells, fields, evidence, ...rest } = model;
  return `{${JSON.stringify(rest).slice(1, -1)},\n"cells":${table(cells)},\n"fields":${table(fields)},\n"evidence":${table(evidence)}}\n`;
}
