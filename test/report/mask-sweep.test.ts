import { assertMasked, findLeaks, MaskError, wordsOfHtml } from '../../report/mask-sweep.ts';
import { maskText } from '../../report/mask-text.ts';
import { maskOf } from './mask-sample.ts';

const BODY = 'Tomasz Wierzba, 03/08/1971, 620 Quarry Rd, 309-555-0188, A 098 555 217, is Polish.';
const mask = maskOf([BODY]);

test('a masked text has no leaks', () => {
  expect(findLeaks(maskText(BODY, mask).text, mask)).toEqual([]);
});

test.each([
  ['a full name', 'x Tomasz Wierzba x', 'person'],
  ['a full name in capitals', 'WIERZBA TOMASZ', 'person'],
  ['a rare family name', 'wierzba', 'person'],
  ['a birth date', 'on 3-8-71', 'birth date'],
  ['a telephone number', '(309) 555.0188', 'phone'],
  ['an A-number without spaces', 'A-098-555-217', 'A-number'],
  ['an address', '620 quarry rd', 'address'],
])('%s that survives is found', (_what, text, kind) => {
  expect(findLeaks(text, mask).map((leak) => leak.kind)).toContain(kind);
});

test.each(['3 8 71', '620 rows', 'Polish', 'Person 1', '3, 8, 1971', 'fades d0c4'])(
  '"%s" is no leak',
  (text) => {
    expect(findLeaks(text, mask)).toEqual([]);
  },
);

test('what rules and other public texts name is let be', () => {
  expect(findLeaks('the Wierzba Act', mask, ['Wierzba Act of 1999'])).toEqual([]);
});

test('a name is seen in attributes, over the border of a mark and behind entities', () => {
  const html = '<p title="Wierz&#98;a">a</p><p>Wier<mark>zba</mark></p><style>.wierzba{}</style>';
  expect(findLeaks(wordsOfHtml(html), mask)).toHaveLength(2);
});

test('the error tells how many and of what kind, and never the words', () => {
  const attempt = () => assertMasked('public.html', 'Wierzba 309-555-0188', mask);
  expect(attempt).toThrow(MaskError);
  expect(attempt).toThrow('public.html still shows 2 private strings (person, phone); it was not written');
  expect(attempt).not.toThrow(/Wierzba/);
});
