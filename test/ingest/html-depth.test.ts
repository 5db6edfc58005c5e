import { nestsDeeper } from '../../ingest/html-depth.ts';

const nested = (name: string, levels: number) =>
  `${`<${name}>`.repeat(levels)}x${`</${name}>`.repeat(levels)}`;

test.each<[string, string, boolean]>([
  ['as deep as the limit', nested('div', 100), false],
  ['one level deeper', nested('div', 101), true],
  ['deeper in its last part', `<p>${'words '.repeat(2000)}</p>${nested('b', 101)}`, true],
  ['deeper and never closed', '<font>'.repeat(101), true],
  ['of many elements beside one another', '<div><b>x</b></div>'.repeat(500), false],
  ['of many that end where the next begins', '<li>x'.repeat(500), false],
  ['of many that hold nothing', '<br><img src="x">'.repeat(500), false],
  ['with tags in a script', `<script>${nested('b', 200)}</script>`, false],
  ['without a tag', 'a < b '.repeat(500), false],
  ['of nothing', '', false],
])('a page %s', (_, html, deeper) => {
  expect(nestsDeeper(html, 100)).toBe(deeper);
});
