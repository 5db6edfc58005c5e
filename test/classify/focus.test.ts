import { createCoder } from '../../classify/coder.ts';
import { focusOn, placeBack } from '../../classify/focus.ts';
import { prepareLexicons } from '../../classify/lexicons.ts';
import { readItem } from '../../classify/read-item.ts';
import { FOCUS } from '../../classify/training-settings.ts';
import { committedKnowledge, committedLexicons } from './labelled-samples.ts';

const LEXICONS = prepareLexicons(committedLexicons());
const inputOf = (body: string, subject = '') => ({
  id: 'x',
  kind: 'report',
  headers: { from: '', to: '', cc: '', date: '', subject },
  body,
});
const focused = (body: string, subject = 'LOG') => focusOn(readItem(inputOf(body, subject), LEXICONS));
const OTHER = [
  '0615 lineup, eight on the street, two on loan to the county for the fair until Sunday night',
  '0702 burglary to the bakery on Second, glass door, cash drawer and a slicer taken, no prints',
  '0810 fight at the bus station, one male with a cut lip, both parties gone when we got there',
  '0944 felony warrant served with the county on Elm, agg assault, suspect booked, no bond set',
  '1130 shoplift at the hardware store, female of nineteen, cited for theft and released to her aunt',
  '1420 hit and run on Grant, blue pickup, partial plate, driver drunk when found, booked for DUI',
  '1610 parking complaint at the hospital, ambulance bay blocked by a bread van, driver moved it',
  '1745 relieved by the evening watch, camera battery of unit four is dead, new one asked for',
];
const TOLD = '1305 tail light stop, driver without papers, ICE called, they came and took him';
const log = (join: string) => [...OTHER.slice(0, 4), TOLD, ...OTHER.slice(4)].join(join);

describe('focusOn', () => {
  test('leaves the entries of a log that show something of immigration, by lines or by paragraphs', () => {
    for (const join of ['\n', '\n\n', '\r\n\r\n']) {
      const focus = focused(log(join));
      expect(focus?.input.body.trim()).toBe(TOLD);
      expect(focus?.input.headers.subject).toBe('LOG');
    }
  });

  test('tells where each entry that is left stands in the record', () => {
    const body = [...OTHER.slice(0, 4), TOLD, ...OTHER.slice(4, 6), `${TOLD} again`, OTHER[6]].join('\n');
    const { input, entries } = focused(body)!;
    expect(entries).toHaveLength(2);
    for (const { from, to, start } of entries)
      expect(body.slice(start, start + to - from)).toBe(input.body.slice(from, to));
  });

  test.each([
    ['a short record', [OTHER[0], TOLD].join('\n')],
    [
      'prose of a few paragraphs',
      [OTHER.slice(0, 3).join('. '), OTHER.slice(3).join('. '), `${TOLD}.`, 'Sgt.', 'Lt.'].join('\n\n'),
    ],
    ['a record with nothing of immigration', OTHER.join('\n')],
    ['a record of which every entry is about it', OTHER.map((line) => `${line}, ICE called`).join('\n')],
    [
      'an exchange',
      `${log('\n')}\n\nFrom: Dana Whitlow\nSent: Monday, May 2, 2016 9:00 AM\nTo: Kevin Trask\nSubject: log\n\nSend me the log.`,
    ],
    ['nothing', ''],
  ])('leaves %s as it is', (_what, body) => {
    expect(focused(body)).toBeNull();
  });
});

test('a quote is put back where it stands, and not where it goes over the border of an entry', () => {
  const body = log('\n');
  const focus = focused(body)!;
  const at = focus.input.body.indexOf('ICE called');
  const span = { where: 'body' as const, start: at, end: at + 10, quote: 'ICE called' };
  const placed = placeBack(span, focus)!;
  expect(body.slice(placed.start, placed.end)).toBe('ICE called');
  expect(placeBack({ ...span, end: focus.input.body.length + 1 }, focus)).toBeNull();
  const subject = { where: 'subject' as const, start: 0, end: 3, quote: 'LOG' };
  expect(placeBack(subject, focus)).toEqual(subject);
});

describe('a long record of entries', () => {
  const coder = createCoder(committedKnowledge());

  test('takes part of its code from the entries about immigration, and its quotes', () => {
    const body = log('\n');
    const alone = coder.code(inputOf(focused(body)!.input.body)).probabilities;
    const { probabilities, evidence } = coder.code(inputOf(body));
    expect(alone['status-only']).toBeGreaterThan(0.5);
    expect(probabilities['status-only']).toBeGreaterThanOrEqual(FOCUS * alone['status-only']);
    expect(evidence.map(({ start, end }) => body.slice(start, end))).toEqual(
      evidence.map(({ quote }) => quote),
    );
    for (const { quote } of evidence) expect(TOLD).toContain(quote);
  });

  test('is explained by what of it counts twice', () => {
    expect(coder.explain(inputOf(log('\n'))).focus?.trim()).toBe(TOLD);
    expect(coder.explain(inputOf(TOLD)).focus).toBeNull();
  });
});
