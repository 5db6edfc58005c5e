import { CONDUCTS, PURPOSES, RELEVANCES, VERDICTS } from '../classify/index.ts';
import type { FrameUnit, SampleCode, SampleDraw, UnitKind } from '../report/index.ts';
import { RunError } from './errors.ts';

type Fields = Record<string, unknown>;

function fieldsOf(value: unknown, where: string): Fields {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new RunError(`${where}: expected a record`);
  return value as Fields;
}

function text(fields: Fields, name: string, where: string): string {
  const value = fields[name];
  if (typeof value !== 'string') throw new RunError(`${where}: ${name} is missing`);
  return value;
}

function whole(fields: Fields, name: string, where: string): number {
  const value = fields[name];
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 0)
    throw new RunError(`${where}: ${name} is no whole number`);
  return value;
}

function oneOf<T extends string>(value: unknown, codes: readonly T[], where: string): T {
  if (!codes.includes(value as T)) throw new RunError(`${where}: ${String(value)} is no code`);
  return value as T;
}

function list(fields: Fields, name: string, where: string): unknown[] {
  const value = fields[name];
  if (!Array.isArray(value)) throw new RunError(`${where}: ${name} is no list`);
  return value;
}

/** @throws RunError with `where` and the fault. */
export function parseDraw(value: unknown, where: string): SampleDraw {
  const fields = fieldsOf(value, where);
  return {
    sample: whole(fields, 'sample', where),
    drawn_on: text(fields, 'drawn_on', where),
    seed: text(fields, 'seed', where),
    coders: whole(fields, 'coders', where),
    model: text(fields, 'model', where),
    lexicon: text(fields, 'lexicon', where),
    case_sha256: text(fields, 'case_sha256', where),
    frame_sha256: text(fields, 'frame_sha256', where),
    strata: list(fields, 'strata', where).map((row) => {
      const one = fieldsOf(row, where);
      return {
        stratum: text(one, 'stratum', where),
        population: whole(one, 'population', where),
        drawn: whole(one, 'drawn', where),
      };
    }),
    units: list(fields, 'units', where).map((unit) => text({ unit }, 'unit', where)),
  };
}

const KINDS: readonly UnitKind[] = ['exchange', 'item', 'page'];

/** A row of `frame.csv`. @throws RunError with `where` and the fault. */
export function parseFrameUnit(value: unknown, where: string): FrameUnit {
  const fields = fieldsOf(value, where);
  return {
    unit: text(fields, 'unit', where),
    kind: oneOf(fields.kind, KINDS, where),
    stratum: text(fields, 'stratum', where),
  };
}

/** A line of `decisions.jsonl` with type `sample-code`. @throws RunError with `where` and the fault. */
export function parseSampleCode(value: unknown, where: string): SampleCode {
  const fields = fieldsOf(value, where);
  const or = <T extends string>(name: string, codes: readonly T[]) =>
    fields[name] === null ? null : oneOf(fields[name], codes, where);
  return {
    sample: whole(fields, 'sample', where),
    unit: text(fields, 'unit', where),
    coder: text(fields, 'coder', where),
    date: text(fields, 'date', where),
    settles: fields.settles === true,
    relevance: oneOf(fields.relevance, RELEVANCES, where),
    purpose: or('purpose', PURPOSES),
    conduct: or('conduct', CONDUCTS),
    verdict: oneOf(fields.verdict, VERDICTS, where),
    note: text(fields, 'note', where),
  };
}
