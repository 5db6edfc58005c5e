import { assertMasked, findLeaks, MaskError, sweepPage } from '../../report/mask-sweep.ts';
import { maskText } from '../../report/mask-text.ts';
import { wordsOfHtml } from '../../report/page-words.ts';
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

const PAGE = `<!doctype html><title>x</title><style>.wierzba{}</style>
<p class="a" title="by Wierz&#98;a">Tomasz <b>Wier</b>zba &amp; al.</p><td>309-555-0188</td>
<script type="application/json">{"who":"Wierzba"}</script><script>// Wierzba</script>
<p>${'0123456789abcdef'.repeat(4)}</p><p>Tomasz</p><p>Wierz</p><p>ba</p><p>Wier<b><i>z</i></b><b></b>ba <a href="#wierzba">309</a>-<b>555-</b>0188</p> wierzba <i`;

/** Kinds of what is read in a page that comes in sections of `length`. */
function kindsOf(page: string, length: number): string[] {
  const sweep = sweepPage('public.html', mask);
  for (let at = 0; at < page.length; at += length) sweep.read(page.slice(at, at + length));
  try {
    sweep.end();
  } catch (error) {
    if (error instanceof MaskError) return error.leaks.map(({ kind }) => kind).sort();
    throw error;
  }
  return [];
}

test.each([1, 2, 3, 7, 50, 10_000])(
  'a page in sections of %i letters shows what it shows whole',
  (length) => {
    const whole = findLeaks(wordsOfHtml(PAGE), mask).map(({ kind }) => kind);
    expect(whole).toHaveLength(10);
    expect(kindsOf(PAGE, length)).toEqual(whole.sort());
  },
);

test('a page in which the style sheet has no end, or all is masked, shows nothing', () => {
  expect(kindsOf('<p>Person 1</p><style>.wierzba{} <p>Wierzba</p>', 5)).toEqual([]);
  expect(kindsOf(`<p>${maskText(BODY, mask).text}</p>`, 5)).toEqual([]);
});

test('the error tells how many and of what kind, and never the words', () => {
  const attempt = () => assertMasked('public.html', 'Wierzba 309-555-0188', mask);
  expect(attempt).toThrow(MaskError);
  expect(attempt).toThrow('public.html still shows 2 private strings (person, phone); it was not written');
  expect(attempt).not.toThrow(/Wierzba/);
});
