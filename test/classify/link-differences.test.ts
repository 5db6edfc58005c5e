import { findUncovered } from '../../classify/index.ts';
import { makeItem } from './link-samples.ts';

const OPEN =
  'Could you check whether Marvin Xitumul, stopped on Sycamore, plate K41 9920, has a record with you?';

function uncovered(shown: string, hidden: string): string[] {
  const item = makeItem({ body: shown });
  const found = findUncovered(item, makeItem({ body: hidden }));
  for (const { start, end, quote } of found) expect(item.body.slice(start, end)).toBe(quote);
  return found.map((one) => one.quote);
}

describe('words that one release shows and another blacks out', () => {
  test.each([
    [
      'a name',
      'Could you check whether ██████ ██████, stopped on Sycamore, plate K41 9920, has a record with you?',
      ['Marvin Xitumul'],
    ],
    [
      'two places',
      'Could you check whether [REDACTED] 7(1)(c), stopped on Sycamore, plate (b)(6), has a record with you?',
      ['Marvin Xitumul', 'K41 9920'],
    ],
    [
      'the beginning',
      '[REDACTED] stopped on Sycamore, plate K41 9920, has a record with you?',
      ['Could you check whether Marvin Xitumul'],
    ],
    [
      'the end',
      'Could you check whether Marvin Xitumul, stopped on Sycamore, [REDACTED]',
      ['plate K41 9920, has a record with you'],
    ],
    [
      'through misread letters',
      'Could you chcck whethcr ██████, stoppcd on Sycarnore, plate K41 9920, has a record with you?',
      ['Marvin Xitumul'],
    ],
    ['nothing', OPEN, []],
    ['nothing that can be placed', 'Who is ██████ then?', []],
  ])('%s', (_, hidden, expected) => {
    expect(uncovered(OPEN, hidden)).toEqual(expected);
  });

  test('what both black out is no difference', () => {
    const both = OPEN.replace('Marvin Xitumul', '██████');
    expect(uncovered(both, OPEN.replace('Marvin Xitumul', '[REDACTED]'))).toEqual([]);
  });

  test('a place that is found twice claims nothing', () => {
    expect(uncovered('He is in van A. He is in van B.', 'He is in van █')).toEqual([]);
  });
});
