import { htmlText, readWords } from '../../ingest/html-text.ts';
import { ingestBytes } from './ingest-bytes.ts';

const PAGES: [string, string, string][] = [
  ['paragraphs', '<p>One</p><p>Two</p>', 'One\n\nTwo'],
  [
    'paragraphs of a mail program, which have no gap',
    '<p class="MsoNormal">One</p><p class="MsoNormal">Two</p>',
    'One\nTwo',
  ],
  ['lines in boxes', '<div>One</div><div>Two</div><div><br></div><div>Three</div>', 'One\nTwo\n\nThree'],
  [
    'a break that shows nothing',
    '<div><b>From:</b> Pat<br></div><div><b>To:</b> Lee<br></div>',
    'From: Pat\nTo: Lee',
  ],
  ['a heading as it is written', '<h1>Daily log</h1>x', 'Daily log\n\nx'],
  ['a link by its words', '<a href="http://x.example/very/long">the form</a>', 'the form'],
  ['an image as nothing', 'a <img src="http://x.example/a.png" alt="logo"> b', 'a b'],
  ['scripts and styles as nothing', '<style>p{}</style><script>alert(1)</script>x', 'x'],
  ['a quotation with its marks', 'a<blockquote>b<br>c</blockquote>', 'a\n\n> b\n> c'],
  ['a list', '<ul><li>one</li><li>two</li></ul>', '- one\n- two'],
  [
    'a table',
    '<table><tr><th>Name</th><th>Born</th></tr><tr><td><p>Ann</p></td><td>1980</td></tr></table>',
    'Name\tBorn\nAnn\t1980',
  ],
  ['a page laid out by a table', '<table><tr><td><p>One</p><p>Two</p></td></tr></table>', 'One\n\nTwo'],
  ['signs', 'A &amp; B &lt;a@x.example&gt; &eacute;&nbsp;x', 'A & B <a@x.example> é\u00a0x'],
  ['what is not closed', '<div>One<p>Two<table><tr><td>Three', 'One\n\nTwo\n\nThree'],
  ['nothing', '', ''],
];

test.each(PAGES)('reads %s', (_, html, expected) => {
  expect(htmlText(html)).toBe(expected);
});

/** Words before, in and behind elements that lie in one another. */
function nested(element: string, levels: number): string {
  const close = element.replace(/<(\w+)[^>]*>/g, '</$1>');
  return `<p>before</p>${element.repeat(levels)}deep${close.repeat(levels)}<p>behind</p>`;
}

describe('a page whose elements are nested deeper than any real one', () => {
  test.each([
    ['boxes', '<div>', 200_000],
    ['fonts', '<font size="2">', 200_000],
    ['tables', '<table><tr><td>', 200_000],
    ['quotations', '<blockquote>', 200_000],
    ['boxes, just too deep', '<div>', 513],
  ])('keeps all its words: %s', (_, element, levels) => {
    const { text, tooDeep } = readWords(nested(element, levels));
    expect(text.split(/\s+/)).toEqual(['before', 'deep', 'behind']);
    expect(tooDeep).toBe(true);
  });

  test('keeps the words that lie in each level, where none is closed', () => {
    const html = Array.from({ length: 1000 }, (_, level) => `<div>level ${level}`).join('');
    expect(htmlText(html).split('\n')).toEqual(Array.from({ length: 1000 }, (_, level) => `level ${level}`));
  });

  test('is named and read in part, as a file', async () => {
    const { file, items } = await ingestBytes(
      Buffer.from(`<html><body>${nested('<div>', 200_000)}</body></html>`),
    );
    expect(file).toMatchObject({ media_type: 'text/html', status: 'partial', items_emitted: 1 });
    expect(file.issues.map(({ code }) => code)).toContain('too-deep');
    expect(items.map(({ body }) => body.split(/\s+/))).toEqual([['before', 'deep', 'behind']]);
  });

  test('gives its words as the body of a mail', async () => {
    const head = 'From: a@b.example\nTo: c@d.example\nSubject: x\nContent-Type: text/html\n\n';
    const { items } = await ingestBytes(Buffer.from(`${head}${nested('<div>', 200_000)}`));
    expect(items[0]?.body.split(/\s+/)).toEqual(['before', 'deep', 'behind']);
  });
});

test.each([
  ['as deep as can be followed', nested('<div>', 500)],
  ['of thousands of paragraphs that are not closed', '<p>word '.repeat(5000)],
])('a page %s is not too deep', (_, html) => {
  expect(readWords(html).tooDeep).toBe(false);
});
