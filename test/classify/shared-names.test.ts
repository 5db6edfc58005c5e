import { lengthen, shorten } from '../../classify/shared-names.ts';

const written = (names: string[]) => names.map((name, at) => shorten(name, names[at - 1] ?? ''));
const restored = (lines: string[]) => {
  let before = '';
  return lines.map((line) => {
    before = lengthen(line, before);
    return before;
  });
};

describe('names that share a beginning', () => {
  const NAMES = [
    'cue:a',
    'cue:a+b',
    'cue:a+c',
    'word:to',
    'word:to call',
    'word:to send',
    'word:top',
    'near:x:y',
  ];

  test('are written without it', () => {
    expect(written(NAMES)).toEqual([
      'cue:a',
      '~a+b',
      '~c',
      'word:to',
      '~to call',
      '~send',
      'word:top',
      'near:x:y',
    ]);
  });

  test('come back whole', () => {
    expect(restored(written(NAMES))).toEqual(NAMES);
  });
});
