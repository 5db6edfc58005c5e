import { PhraseTable } from '../../classify/phrase-table.ts';

describe('PhraseTable', () => {
  test('the same parts have the same number, other parts or another joint another', () => {
    const table = new PhraseTable();
    const [a, b] = [table.word('a'), table.word('b')];
    const made = [
      table.join(a, ' ', b),
      table.join(b, ' ', a),
      table.join(a, '+', b),
      table.join(a, ':', b),
      table.join(table.join(a, ' ', b), ' ', a),
    ];
    expect(new Set([a, b, ...made]).size).toBe(7);
    expect(table.join(a, ' ', b)).toBe(made[0]);
    expect(table.word('b')).toBe(b);
    expect(made.map((number) => table.spell(number))).toEqual(['a b', 'b a', 'a+b', 'a:b', 'a b a']);
  });

  test('every phrase is found again after the table has grown', () => {
    const table = new PhraseTable();
    const words = Array.from({ length: 120 }, (_, at) => table.word(`w${at}`));
    const numbers = words.flatMap((left) => words.map((right) => table.join(left, ' ', right)));
    expect(new Set(numbers).size).toBe(120 * 120);
    expect(words.flatMap((left) => words.map((right) => table.join(left, ' ', right)))).toEqual(numbers);
    expect(table.spell(numbers[119 * 120 + 7]!)).toBe('w119 w7');
    expect(table.size).toBe(120 + 120 * 120);
  });
});
