import { NumberTable } from '../../classify/number-table.ts';

describe('NumberTable', () => {
  test('gives what was entered and -1 for the rest', () => {
    const entries = new Map(Array.from({ length: 5000 }, (_, at) => [(at * 214_733) % 2 ** 30, [at]]));
    const table = new NumberTable(entries);
    for (const [key, [value]] of entries) expect(table.get(key)).toBe(value);
    const misses = Array.from({ length: 5000 }, (_, at) => at * 214_733 + 1).filter(
      (key) => !entries.has(key),
    );
    expect(misses.map((key) => table.get(key)).filter((value) => value !== -1)).toEqual([]);
  });

  test('keeps keys apart that begin at the same slot', () => {
    const entries = new Map(Array.from({ length: 64 }, (_, at) => [at * 2 ** 24, [at, -1]]));
    const table = new NumberTable(entries);
    const rows = [...entries.keys()].map((key) => table.rowOf(key));
    expect(rows.map((row) => [table.at(row, 0), table.at(row, 1)])).toEqual([...entries.values()]);
  });

  test('is empty where nothing was entered', () => {
    expect(new NumberTable(new Map()).get(0)).toBe(-1);
  });
});
