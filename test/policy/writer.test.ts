import { readerSides, writerSide } from '../../policy/writer.ts';
import { linkedItem } from '../records.ts';

const PARTIES = [
  { name: 'Tina Loftus', address: 'tloftus@pd.example', side: 'police', role: null },
  { name: 'Dana Pike', address: '', side: 'immigration', role: null },
  { name: 'Records', address: '', side: 'police', role: null },
  { name: 'Ann Lee', address: '', side: 'unknown', role: null },
];

describe('the side of a writer', () => {
  test.each([
    ['Loftus, Tina', 'police'],
    ['TINA LOFTUS <other@x.example>', 'police'],
    ['<TLoftus@PD.example>', 'police'],
    ['Pike, Dana R.', 'authority'],
    ['Records', 'police'],
    ['Pike', null],
    ['Loftus, Theo', null],
    ['Records Dana', null],
    ['Lee, Ann', null],
    ['', null],
    ['[REDACTED]', null],
  ])('%s: %s', (from, side) => {
    expect(writerSide(linkedItem({ from }), PARTIES)).toBe(side);
  });

  test('is told of every reader, copied ones included', () => {
    const item = linkedItem({ to: 'Pike, Dana; Lee, Ann', cc: 'Loftus, Tina' });
    expect(readerSides(item, PARTIES)).toEqual(['authority', 'police']);
  });
});
