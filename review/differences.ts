import type { CaseData } from '../case/index.ts';
import { codesByUnit, type FlatTable, isUnsettled, type SampleInput } from '../report/index.ts';
import { buildSheet } from './write-sheet.ts';

/** Where in a row the answers stand that coders have given. */
const BEHIND_NOTE = 9;

/**
 * A sheet of the units on which coders differ and nobody has decided, with what each of them said beside the empty cells; null
 * where there is none. Coders are numbered and not named, so that an answer is weighed and not a person.
 */
export function buildDifferences({ draw, frame, codes }: SampleInput, data: CaseData): FlatTable | null {
  const units = codesByUnit(codes);
  const open = new Set(draw.units.filter((unit) => isUnsettled(units.get(unit) ?? NOBODY)));
  if (open.size === 0) return null;
  const byUnit = new Map(frame.map((one) => [one.unit, one]));
  const sheet = buildSheet(
    draw.sample,
    [...open].flatMap((unit) => byUnit.get(unit) ?? []),
    data,
  );
  const said = (unit: unknown): string =>
    [...(units.get(String(unit)) ?? NOBODY).coders.values()]
      .map(({ verdict, note }, i) => `coder ${i + 1}: ${verdict}${note === '' ? '' : ` (${note})`}`)
      .join('\n');
  const insert = <T>(list: readonly T[], one: T): T[] => [
    ...list.slice(0, BEHIND_NOTE),
    one,
    ...list.slice(BEHIND_NOTE),
  ];
  return {
    ...sheet,
    columns: insert(sheet.columns, 'said'),
    rows: sheet.rows.map((row) => insert(row, said(row[2]))),
    widths: insert(sheet.widths ?? [], 34),
  };
}

const NOBODY = { coders: new Map(), settled: null };
