import { findUnticked, firstEndingBehind } from '../../classify/unticked.ts';

/** What is left unticked, without the spaces around it. */
const unticked = (text: string): string[] =>
  findUnticked(text).map(({ start, end }) => text.slice(start, end).trim());

describe('findUnticked', () => {
  test.each([
    ['[ ] prior felony  [ ] three misd.  [X] ordered removed', ['prior felony', 'three misd.']],
    ['☐ cocaine ☒ meth', ['cocaine']],
    ['[X] detainer\n[ ] warrant\nnotes', ['warrant']],
    ['Upheld [ ] Denied [X]', ['Upheld']],
    ['HOLD FOR: [ ] Parole [x] ICE [ ] Military', ['Parole', 'Military']],
    ['ICE HOLD?  ( ) Y  (X) N', ['Y']],
    ['\uF0A8 final order \uF0FE statements', ['final order']],
  ])('%s', (text, left) => {
    expect(unticked(text)).toEqual(left);
  });

  test.each([
    ['a form without a tick: ticks are often lost in a scan', '[ ] final order\n[ ] statements'],
    ['no boxes', 'he has (a) a warrant [x'],
    ['a mark of redaction', '[REDACTED] was [x] here'],
  ])('nothing in %s', (_what, text) => {
    expect(unticked(text)).toEqual([]);
  });
});

test.each([
  [0, 0],
  [4, 0],
  [5, 1],
  [9, 2],
  [20, 2],
])('the first stretch that ends behind %d is number %d', (place, number) => {
  const stretches = [
    { start: 2, end: 5 },
    { start: 7, end: 9 },
  ];
  expect(firstEndingBehind(stretches, place)).toBe(number);
});
