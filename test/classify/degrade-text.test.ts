import { degradeText } from '../../classify/degrade-text.ts';

const TEXT = 'The immigration hold is in the file.\nCall me when he is released.\n'.repeat(50);

/** Share of the words of TEXT that are not in the degraded text's place any more. */
function lost(degraded: string): number {
  const words = new Set(degraded.split(/\s+/));
  const all = TEXT.split(/\s+/).filter((word) => word !== '');
  return all.filter((word) => !words.has(word)).length / all.length;
}

describe('degradeText', () => {
  test('gives the same for the same seed and another for another', () => {
    expect(degradeText(TEXT, 0.05, 3)).toBe(degradeText(TEXT, 0.05, 3));
    expect(degradeText(TEXT, 0.05, 4)).not.toBe(degradeText(TEXT, 0.05, 3));
  });

  test('leaves the text alone at rate 0 and keeps its lines at any', () => {
    expect(degradeText(TEXT, 0, 1)).toBe(TEXT);
    expect(degradeText(TEXT, 0.5, 1).split('\n')).toHaveLength(TEXT.split('\n').length);
    expect(degradeText('', 0.5, 1)).toBe('');
  });

  test('harms more at a higher rate', () => {
    const once = TEXT.slice(0, 65);
    const harmed = (rate: number): number =>
      Array.from({ length: 40 }, (_, seed) => degradeText(once, rate, seed)).filter((text) => text !== once)
        .length;
    expect(harmed(0.005)).toBeLessThan(harmed(0.2));
    expect(lost(degradeText(TEXT, 1, 1))).toBeGreaterThan(0.9);
  });
});
