/** The numbers of one record: equal where it is one page. */
export interface BatesRange {
  begin: string;
  end: string;
}

interface Number {
  prefix: string;
  value: number;
  digits: number;
}

function parse(text: string): Number | null {
  const match = /^(.*?)(\d{1,12})$/.exec(text.trim());
  return match ? { prefix: match[1] ?? '', value: Number(match[2]), digits: match[2]?.length ?? 0 } : null;
}

function write({ prefix, digits }: Number, value: number): string {
  return `${prefix}${String(value).padStart(digits, '0')}`;
}

/** The stretches of numbers between the records of a series that no record carries, in order. */
export function missingNumbers(ranges: BatesRange[]): BatesRange[] {
  const series = new Map<string, { first: Number; last: number }[]>();
  for (const { begin, end } of ranges) {
    const first = parse(begin);
    const last = parse(end) ?? first;
    if (first === null || last === null || last.prefix !== first.prefix) continue;
    const list = series.get(first.prefix) ?? [];
    list.push({ first, last: Math.max(first.value, last.value) });
    series.set(first.prefix, list);
  }
  return [...series.keys()].sort().flatMap((prefix) => {
    const gaps: BatesRange[] = [];
    const list = (series.get(prefix) ?? []).toSorted((a, b) => a.first.value - b.first.value);
    let reached = list[0]?.last ?? 0;
    for (const { first, last } of list) {
      if (first.value > reached + 1)
        gaps.push({ begin: write(first, reached + 1), end: write(first, first.value - 1) });
      reached = Math.max(reached, last);
    }
    return gaps;
  });
}
