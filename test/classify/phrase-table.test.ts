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

  test('what another table holds is entered once, and said by the numbers here', () => {
    const there = new PhraseTable();
    const [b, c] = [there.word('b'), there.word('c')];
    const [known, pair] = [there.join(c, '+', c), there.join(there.join(b, ' ', c), ' ', b)];
    const here = new PhraseTable();
    const seen = [here.word('a'), here.word('c')];
    const same = here.join(seen[1]!, '+', seen[1]!);
    const numbers = here.receive(there.send());
    expect([...numbers].map((number) => here.spell(number))).toEqual(['b', 'c', 'c+c', 'b c', 'b c b']);
    expect(numbers[c]).toBe(seen[1]);
    expect(numbers[known]).toBe(same);
    expect(here.join(here.join(numbers[b]!, ' ', numbers[c]!), ' ', numbers[b]!)).toBe(numbers[pair]);
    expect(here.size).toBe(6);
  });
});
