import { KnownPieces } from '../../report/known-pieces.ts';

describe('pieces of a page', () => {
  test('are known again wherever they stand, once they were added', () => {
    const known = new KnownPieces();
    expect(known.has('<dd class="record">', 0, 19)).toBe(false);
    known.add('<p><dd class="record">', 3, 22);
    expect(known.has('<dd class="record">', 0, 19)).toBe(true);
    expect(known.has('x <dd class="record"> y', 2, 21)).toBe(true);
  });

  test.each(['Person 12 called', 'Tamez 12 called', 'Person 13 called', 'Pxrxox 12 callxd'])(
    'are not taken for others of their length or place: %s',
    (other) => {
      const known = new KnownPieces();
      known.add('Person 14 called', 0, 16);
      expect(known.has(other, 0, other.length)).toBe(false);
    },
  );

  test('are all told apart, however many were added', () => {
    const known = new KnownPieces();
    const pieces = Array.from({ length: 20_000 }, (_, i) => `piece ${i} of many`);
    for (const piece of pieces) known.add(piece, 0, piece.length);
    const kept = pieces.filter((piece) => known.has(piece, 0, piece.length));
    expect(kept.length).toBeGreaterThan(0);
    const strange = pieces.map((piece) => piece.replace('of', 'on'));
    expect(strange.filter((piece) => known.has(piece, 0, piece.length))).toEqual([]);
  });

  test('that are long are not kept', () => {
    const known = new KnownPieces();
    const long = 'a word '.repeat(60);
    known.add(long, 0, long.length);
    expect(known.has(long, 0, long.length)).toBe(false);
  });
});
