import type { Page } from '../ingest/index.ts';

/** Numbers of one series that no page of the release carries. */
export interface BatesGap {
  prefix: string;
  first: string;
  last: string;
  numbers: number;
}

export interface BatesLedger {
  /** Pages that carry a Bates number. */
  pages: number;
  /** Each series by what stands before its number, from the lowest to the highest that was seen. */
  series: { prefix: string; first: string; last: string; pages: number }[];
  gaps: BatesGap[];
  /** Numbers that stand on two pages or more. */
  repeated: string[];
}

interface Stamp {
  prefix: string;
  number: number;
  text: string;
}

function parseStamp(text: string): Stamp | null {
  const found = /^(.*?)(\d{2,15})$/.exec(text.trim());
  if (found === null) return null;
  const [, prefix = '', digits = ''] = found;
  return { prefix, number: Number(digits), text: text.trim() };
}

/** A number of a series as its neighbour is written: as many digits. */
function write({ prefix, text }: Stamp, number: number): string {
  return `${prefix}${String(number).padStart(text.length - prefix.length, '0')}`;
}

/** The Bates numbers of the release: series, the numbers that are missing inside them, and those that stand twice. */
export function listBates(pages: readonly Page[]): BatesLedger {
  const stamps = pages.flatMap(({ bates }) => (bates === null ? [] : (parseStamp(bates) ?? [])));
  const series = new Map<string, Stamp[]>();
  for (const stamp of stamps) {
    const list = series.get(stamp.prefix);
    if (list === undefined) series.set(stamp.prefix, [stamp]);
    else list.push(stamp);
  }
  const ledger: BatesLedger = {
    pages: pages.filter(({ bates }) => bates !== null).length,
    series: [],
    gaps: [],
    repeated: [],
  };
  for (const [prefix, list] of [...series].sort(([a], [b]) => (a < b ? -1 : 1))) {
    list.sort((a, b) => a.number - b.number || (a.text < b.text ? -1 : 1));
    ledger.series.push({
      prefix,
      first: list[0]?.text ?? '',
      last: list.at(-1)?.text ?? '',
      pages: list.length,
    });
    for (const [i, stamp] of list.slice(1).entries()) {
      const before = list[i];
      if (before === undefined) continue;
      const missing = stamp.number - before.number - 1;
      if (missing < 0 && ledger.repeated.at(-1) !== stamp.text) ledger.repeated.push(stamp.text);
      if (missing > 0) {
        const [first, last] = [write(before, before.number + 1), write(stamp, stamp.number - 1)];
        ledger.gaps.push({ prefix, first, last, numbers: missing });
      }
    }
  }
  return ledger;
}
