import { readFileSync } from 'node:fs';
import { parseLabelled, parseWorth } from '../../classify/labelled.ts';

describe('parseWorth', () => {
  test('gives each file that is named its worth', () => {
    expect([...parseWorth({ 'items-a': 4, b: 0.5 })]).toEqual([
      ['items-a', 4],
      ['b', 0.5],
    ]);
    expect(parseWorth({}).size).toBe(0);
  });

  test.each([
    [[], 'worth'],
    [{ a: 'much' }, 'worth.a'],
    [{ a: 0 }, 'worth.a'],
    [{ a: -1 }, 'worth.a'],
    [{ a: 1e9 }, 'worth.a'],
  ])('says what is wrong with %j', (value, place) => {
    expect(() => parseWorth(value)).toThrow(place);
  });
});

describe('parseLabelled', () => {
  test('counts an item once where its file is not named, and as often as it is told', () => {
    const [line = ''] = readFileSync('fixtures/labelled/items-e.jsonl', 'utf8').split('\n');
    expect(parseLabelled(JSON.parse(line), 'own').worth).toBe(1);
    expect(parseLabelled(JSON.parse(line), 'own', 4)).toMatchObject({ group: 'own', worth: 4 });
  });
});
