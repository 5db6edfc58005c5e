import { anchor, escapeHtml, html, trusted } from '../../report/html.ts';

describe('text of records in HTML', () => {
  test.each([
    ['<script>alert(1)</script>', '&lt;script&gt;alert(1)&lt;/script&gt;'],
    ["\" onclick='x' &amp;", '&quot; onclick=&#39;x&#39; &amp;amp;'],
    ['a\u0000b\u001bc\u0085d', 'a\ufffdb\ufffdc\ufffdd'],
    ['half \ud800 pair', 'half \ufffd pair'],
    ['whole \ud83d\ude00 pair', 'whole \ud83d\ude00 pair'],
    ['line\r\nline\rline\tend', 'line\nline\nline\tend'],
    ['naïve “quotes” – fine', 'naïve “quotes” – fine'],
  ])('%j is written as %j', (text, written) => {
    expect(escapeHtml(text)).toBe(written);
  });

  test('a template escapes every value but HTML, through lists and into attributes', () => {
    const inner = html`<b>${'<i>'}</b>`;
    expect(html`<p title="${'"'}">${[inner, '&', 3, null, undefined, [trusted('<br>')]]}</p>`.text).toBe(
      '<p title="&quot;"><b>&lt;i&gt;</b>&amp;3<br></p>',
    );
  });

  test('anchors of different keys differ, and need no escaping', () => {
    const keys: (string | number)[][] = [
      ['f_1', 2],
      ['f_1-2'],
      ['f_1~2d~2'],
      ['f"><b>', 1],
      ['é', 1],
      ['f_1', '2-3'],
      ['f_1', 2, 3],
    ];
    const anchors = keys.map((key) => anchor(...key));
    expect(new Set(anchors).size).toBe(keys.length);
    for (const one of anchors) expect(one).toMatch(/^[A-Za-z0-9_.~-]+$/);
  });
});
