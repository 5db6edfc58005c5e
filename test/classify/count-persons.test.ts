import { prepareLexicons } from '../../classify/lexicons.ts';
import { readItem } from '../../classify/read-item.ts';
import { committedLexicons } from './labelled-samples.ts';

const LEXICONS = prepareLexicons(committedLexicons());
const HEADERS = { from: '', to: '', cc: '', date: '', subject: '' };

const signs = (body: string) => readItem({ id: 'x', kind: 'form', headers: HEADERS, body }, LEXICONS).persons;

describe('rows of a list of people', () => {
  test.each([
    [
      'born outside US\nABREU Tomas      MX   agg dwi\nBADAWI Khalid     JO   bad checks\nHUYNH Bao   VN\n\nThanks',
      3,
    ],
    [
      'LOC   NAME          BORN   CHARGE\nA-4   Uriarte, Ramon   Mex   poss\n\nB-1   Myint, Htut   Burma   DV',
      2,
    ],
    ['Piotr Zalewski - DUI\nRosendo Ayala - assault\nTserendorj Bold - false info', 3],
    ['SOK, Veasna / 1322007 / burglary\nDIAZ, Ana / 1322120 / theft', 2],
  ])('%j', (body, rows) => {
    expect(signs(body).rows).toBe(rows);
  });

  test.each([
    ['From: Trent Mayhugh\nSent: Saturday, September 14, 2019\nTo: Nestor Villanueva\nSubject: Re: a stop'],
    ['Please call me back.\n\nAoife Brannock, Detective'],
    ['We stopped a car on Dell.\nHe has an old passport, no DL.\nCan you look?'],
  ])('none in %j', (body) => {
    expect(signs(body).rows).toBe(0);
  });

  test('a line of a hundred thousand letters takes no time', () => {
    expect(signs(`${'A '.repeat(50_000)}\n${`Ruiz, Ana${' '.repeat(50_000)}`}\nDiaz, Eva  MX`).rows).toBe(2);
  });
});
