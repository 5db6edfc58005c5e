import { findUnticked } from '../../classify/unticked.ts';

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
