import { learningCurve, renderCurve } from '../../classify/learning-curve.ts';
import { readLabelled } from '../../classify/read-labelled.ts';
import { committedLexicons, labelledItems } from './labelled-samples.ts';

describe('learningCurve', () => {
  const GROUPS = ['e', 'f', 'g', 'h', 'i', 'j', 'k', 'l', 'm', 'n'].map((letter) => `items-${letter}`);
  const lexicons = committedLexicons();
  const set = readLabelled(
    GROUPS.flatMap((group) => labelledItems(group, 8)),
    lexicons,
  );
  const points = learningCurve(set, lexicons);

  test('trains on ever more files, never on the one it judges', () => {
    expect(points.map(({ share }) => share)).toEqual([1 / 8, 1 / 4, 1 / 2, 1]);
    expect(points.at(-1)).toMatchObject({ files: 8, items: 64 });
    const files = points.map((point) => point.files);
    expect([...files].sort((a, b) => a - b)).toEqual(files);
  });

  test('knows more from all files than from one', () => {
    expect(points.at(-1)!.kappa).toBeGreaterThan(points[0]!.kappa);
  });

  test('is drawn a line a point', () => {
    expect(
      renderCurve([...points, { ...points[0]!, kappa: -0.1 }])
        .trim()
        .split('\n'),
    ).toHaveLength(6);
  });
});
