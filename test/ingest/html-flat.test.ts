import { flatText } from '../../ingest/html-flat.ts';

test.each<[string, string, string]>([
  ['paragraphs', '<p>One</p><p>Two</p>', 'One\n\nTwo'],
  ['lines in boxes', '<div>One</div><div>Two</div><div><br></div><div>Three</div>', 'One\nTwo\n\nThree'],
  ['boxes in boxes as one', '<div><div><div>One</div></div></div><div><div>Two</div></div>', 'One\nTwo'],
  ['breaks', 'One<br>Two<br/><br>Three<BR>', 'One\nTwo\n\nThree'],
  ['a break that shows nothing', '<div>From: Pat<br></div><div>To: Lee<br></div>', 'From: Pat\nTo: Lee'],
  [
    'the row of a table',
    '<table><tr><th>Name</th><th>Born</th></tr><tr><td>Ann</td><td>1980</td></tr>',
    'Name\tBorn\nAnn\t1980',
  ],
  ['blanks as one', 'a \n\t b', 'a b'],
  ['blanks that are meant', '<pre>a\n  b</pre>c', 'a\n  b\n\nc'],
  ['words in one word', 'A<b>n</b>n', 'Ann'],
  ['signs', 'A &amp; B &lt;a@x.example&gt; &eacute;', 'A & B <a@x.example> é'],
  ['the words of a link', '<a href="x" title="a > b">the form</a>', 'the form'],
  [
    'nothing of scripts, styles and comments',
    '<title>t</title><style>p{}</style><script>"<p>"</script><!-- c -->x',
    'x',
  ],
  ['what is not closed', '<div>One<p>Two<table><tr><td>Three', 'One\n\nTwo\n\nThree'],
  ['what was never opened', '</div></td>One</p>Two', 'One\n\nTwo'],
  ['nothing', '', ''],
])('reads %s', (_, html, expected) => {
  expect(flatText(html)).toBe(expected);
});
