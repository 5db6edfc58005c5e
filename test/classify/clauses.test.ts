import { splitClauses } from '../../classify/clauses.ts';

const clauses = (body: string): string[] =>
  splitClauses(body, { kind: 'new', start: 0, end: body.length, message: 0 }).map(({ start, end }) =>
    body.slice(start, end),
  );

describe('splitClauses', () => {
  test.each([
    [
      'entries of a log',
      '1010 CARDROOM BURGLARY REPORT TAKEN, NO SUSPECTS AND NO CHARGES\n1015 ICE AT FRONT COUNTER',
    ],
    [
      'times behind a name',
      'jsmith 02:11 stopped the gray van at the light on Fourth and Main St\nknolan 02:12 need a unit?',
    ],
    [
      'enumerated lines',
      'The three things that we have to talk about before the week is out\n(a) the detainer list\n(b) lunch',
    ],
    [
      'entries as long as one another',
      'Lopez-Garcia, Juan, no DL, ICE hold\nHernandez, Maria, DUI, no ICE hold\nRodriguez, Ana, trespass, released',
    ],
    ['short lines', 'Call Border\nPatrol Tuesday'],
    [
      'rows of a form',
      'NAME: RUIZ ANA               BOOKED: 03/02/2016 AT 0210\nCHARGE: DUI                  HOLD: NONE ON FILE\nBOND: 500',
    ],
  ])('cuts %s', (_name, body) => {
    expect(clauses(body)).toEqual(body.split('\n'));
  });

  test.each([
    ['thrown out of court for want of a witness, and the file is from\n1997. Nobody kept it.', 2],
    ['> He is held on the traffic case until Monday and then I would call\n> border patrol for us.', 1],
    [
      'They had four of them on the bus and asked us to call the Border\nPatrol for them since nobody at the depot had the number and the\ndriver wanted to leave before the snow came down the pass again',
      1,
    ],
    [
      'All units be advised the deputy asked for Border\nPatrol to come to the rest stop for the four in\nthe van and they are on the way',
      1,
    ],
  ])('leaves a line that a program broke whole: %j', (body, count) => {
    expect(clauses(body)).toHaveLength(count);
  });

  test('an entry stays with its number', () => {
    expect(clauses('1. Juan Lopez, DUI\n2. Eva Diaz, theft')).toEqual([
      '1. Juan Lopez, DUI',
      '2. Eva Diaz, theft',
    ]);
  });

  test('a line of a million letters or stops takes no time', () => {
    expect(clauses('a. '.repeat(100_000)).length).toBeGreaterThan(0);
    expect(clauses('a b '.repeat(250_000))).toHaveLength(1);
    expect(clauses('Ruiz\n'.repeat(100_000))).toHaveLength(100_000);
  });
});
