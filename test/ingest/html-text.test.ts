import { htmlText } from '../../ingest/html-text.ts';

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

test('reads a page nested deeper than any real one without breaking down', () => {
  const html = `${'<div>'.repeat(20_000)}deep${'</div>'.repeat(20_000)}`;
  expect(() => htmlText(html)).not.toThrow();
});
