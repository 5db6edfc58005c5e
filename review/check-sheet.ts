import type { SampleCode, SampleDraw } from '../report/index.ts';
import { parseAnswer } from './parse-answer.ts';
import type { SheetRow } from './read-sheet.ts';

/** What is known of a sheet beside its rows. */
export interface SheetFacts {
  /** As it is called in messages. */
  name: string;
  /** Who coded it, where the sheet does not say; null where that is left to the sheet. */
  coder: string | null;
  /** ISO day of the coding. */
  date: string;
  /** True where it decides between coders who differ. */
  settles: boolean;
}

/** A sheet that was read back: what can be recorded, what is missing, and every faulty row. */
export interface CheckedSheet {
  coder: string;
  codes: SampleCode[];
  /** Drawn units that the sheet has no answer for. */
  missing: number;
  faults: string[];
}

/** Who filled the sheet in: one name stands for all rows, wherever it stands. */
function coderOf(
  rows: readonly SheetRow[],
  { name, coder }: SheetFacts,
): { coder: string; faults: string[] } {
  const named = [...new Set(rows.map(({ cells }) => cells.coder ?? '').filter((one) => one !== ''))];
  const [first] = named;
  if (coder !== null) {
    const others = named.filter((one) => one !== coder);
    return {
      coder,
      faults: others.map((one) => `${name}: the sheet names ${one} as its coder, and --coder ${coder}`),
    };
  }
  if (first === undefined)
    return { coder: '', faults: [`${name}: nobody is named in the column coder; give --coder <name>`] };
  const faults =
    named.length > 1
      ? [`${name}: names more than one coder (${named.join(', ')}); a sheet is one person’s`]
      : [];
  return { coder: first, faults };
}

/** Sets a sheet beside its draw. Rows without any answer are missing, not faulty. */
export function checkSheet(rows: readonly SheetRow[], draw: SampleDraw, facts: SheetFacts): CheckedSheet {
  const { coder, faults } = coderOf(rows, facts);
  const drawn = new Set(draw.units);
  const seen = new Map<string, number>();
  const codes: SampleCode[] = [];
  for (const { row, cells } of rows) {
    const { unit = '' } = cells;
    const fault = (words: string) => faults.push(`${facts.name} row ${row} (${unit}): ${words}`);
    const before = seen.get(unit);
    seen.set(unit, before ?? row);
    if (cells.sample !== undefined && cells.sample !== '' && Number(cells.sample) !== draw.sample) {
      fault(`it is of sample ${cells.sample}, not of sample ${draw.sample}`);
    } else if (!drawn.has(unit)) fault(`it was not drawn in sample ${draw.sample}`);
    else if (before !== undefined) fault(`the unit stands in row ${before} as well`);
    else {
      const answer = parseAnswer(cells);
      if (answer === null) continue;
      if ('fault' in answer) fault(answer.fault);
      else {
        const { date, settles } = facts;
        codes.push({ sample: draw.sample, unit, coder, date, settles, ...answer, note: cells.note ?? '' });
      }
    }
  }
  return { coder, codes, missing: draw.units.length - codes.length, faults };
}
