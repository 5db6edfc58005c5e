import { tokenize } from '../../classify/tokenize.ts';
import { findUnticked, firstEndingBehind, putMark } from '../../classify/unticked.ts';

/** What is left unticked, without the spaces around it. */
const unticked = (text: string): string[] =>
  findUnticked(text).map(({ start, end }) => text.slice(start, end).trim());

describe('findUnticked', () => {
  test.each([
    ['[ ] prior felony  [ ] three misd.  [X] ordered removed', ['prior felony', 'three misd.']],
    ['☐ cocaine ☒ meth', ['cocaine']],
    [
      '[x] Local charges only\n[ ] ICE detainer   Agency: ICE ERO   Officer: ______',
      ['ICE detainer   Agency: ICE ERO   Officer: ______'],
    ],
    ['Foreign national: [x] No [ ] Yes, ICE notified at ____ by ____', ['Yes, ICE notified at ____ by ____']],
    ['[x] No [ ] Yes - ICE detainer on file', ['Yes - ICE detainer on file']],
    ['[X] detainer\n[ ] warrant\nnotes', ['warrant']],
    ['Upheld [ ] Denied [X]', ['Upheld']],
    ['HOLD FOR: [ ] Parole [x] ICE [ ] Military', ['Parole', 'Military']],
    ['ICE HOLD?  ( ) Y  (X) N', ['Y']],
    ['Bail posted: [X] Yes [ ] No, turned over to ICE at 0300 on I-247', ['No']],
    ['ICE notified: [X] yes [ ] no  Date 3/4  By: Off. Trammel', ['no']],
    ['ICE notified: [X] yes [ ] no By: Off. Trammel Method: Cleveland ERO', ['no']],
    ['[X] Y [ ] N  per INS/ICE RENO AGT', ['N']],
    ['From: [X] ERO [ ] other  Form no.: I-247A w/ I-200', ['other']],
    ['[X] radio  [ ] phone\tAgent: Ruland', ['phone']],
    ['[X] Y [ ] N <- per HSI', ['N']],
    ['Detained? [ ] Y, min: __ [X] N', ['Y, min: __']],
    ['[X] ICE [ ] other agency: USMS By: Cox', ['other agency: USMS']],
    ['[X] none [ ] Detainer: I-247', ['Detainer: I-247']],
    ['[X] no [ ] I consent only with my attorney present', ['I consent only with my attorney present']],
    ['Signed: [ ]     Sent to USCIS: [X] yes', ['']],
    ['Called ICE at 0300   Bond: yes [ ] no [X]', ['yes']],
    ['Approved: [X] Capt. Orr\tDenied: [ ]', ['Denied:']],
    ['\uF0A8 final order \uF0FE statements', ['final order']],
    ['[X] served\nReleased to: [ ] self [ ] other agency: ICE (DO Poe)', ['self']],
    ['[X] served\nReleased to: [ ] self [X] bond [ ] other: ICE', ['self', 'other: ICE']],
    ['[X] served\nReleased to: [ ] self [ ] other: ______', ['self', 'other: ______']],
    ['[X] served\nICE told: [ ] Yes [ ] No: see log', ['Yes', 'No: see log']],
    ['[X] served\nReleased to: [ ] USMS [ ] ICE Date: 3/1/20 Time: 0900', ['USMS', 'ICE Date: 3/1/20']],
    ['[X] served\nTold: [ ] consulate [ ] ICE agent: none', ['consulate', 'ICE agent: none']],
    ['[X] served\n[ ] self [ ] other: ICE', ['self', 'other: ICE']],
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
  ['[x] next to ICE. I also got [ ] blank ones: see list, ICE picked up Lopez', []],
  ['[x] detainer\n[ ] warrant', ['warrant']],
  ['AGENCY  [ ] ICE  [x] PAROLE', ['ICE']],
  ['Violation: (x) overstay ( ) drugs ( ) guns', ['drugs', 'guns']],
])('an e-mail is a form only with boxes on two lines or in a row: %s', (text, left) => {
  expect(findUnticked(text, true).map(({ start, end }) => text.slice(start, end).trim())).toEqual(left);
});

test.each(['[ ] a  ', '[ ] No, ', 'A: ', '[ ] ', '  ', 'Aa Bb: [ ]', '\t[ ]'])(
  '%p over and over on a line costs little',
  (piece) => {
    const line = `[X] ${piece.repeat(100_000 / piece.length)}`;
    findUnticked(`${line}\n[ ] ${line}`);
    findUnticked(`${line}[ ]`);
  },
);

test('puts a mark for the words within a stretch', () => {
  const tokens = tokenize('no ICE here');
  putMark(tokens, 100, [{ start: 102, end: 106 }], 'unticked');
  expect(tokens.map(({ text }) => text)).toEqual(['no', 'unticked', 'here']);
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
