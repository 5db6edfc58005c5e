import { parse } from 'node-html-parser';
import type { AuditInput } from '../../report/audit.ts';
import { buildAudit } from '../../report/build-audit.ts';
import { renderHtml } from '../../report/render-html.ts';
import { sample } from './sample.ts';

const HOSTILE = [
  '<script>document.title = "owned"</script>',
  '"><img src=x onerror=alert(1)>',
  "' autofocus onfocus='alert(1)",
  '</pre></details></style></title><svg onload=alert(1)>',
  'javascript:alert(1)',
  '<a href="https://remote.example/">link</a><!-- ]]> ',
  '&lt;b&gt;',
].join(' ');

/** Fields whose words are the project's own and not a record's. */
const CODES: ReadonlySet<string> = new Set([
  'verdict',
  'relevance',
  'status',
  'method',
  'kind',
  'media_type',
  'code',
  'base64',
]);
/** Fields by which records find one another; they get the hostile text as well, all in the same way. */
function spoil(value: unknown, key = ''): unknown {
  if (typeof value === 'string') return CODES.has(key) ? value : `${value}${HOSTILE}`;
  if (Array.isArray(value)) return value.map((entry) => spoil(entry, key));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, entry]) => [
      key === 'participants' || key === 'settings' ? `${name}${HOSTILE}` : name,
      spoil(entry, name),
    ]),
  );
}

describe('records that hold HTML', () => {
  const source = renderHtml(buildAudit(spoil(sample()) as AuditInput));
  const page = parse(source, { comment: true, blockTextElements: { script: true, style: true } });

  test('reach the page as text', () => {
    expect(source.split('&lt;script&gt;document.title').length).toBeGreaterThan(100);
    expect(page.querySelector('h1')?.text).toBe(`Example Police, 2015${HOSTILE}`);
  });

  test('add no element that the report does not write itself', () => {
    const clean = parse(renderHtml(buildAudit(sample())), {
      blockTextElements: { script: true, style: true },
    });
    const kinds = (root: typeof page): Set<string> =>
      new Set(root.querySelectorAll('*').map((element) => element.rawTagName.toLowerCase()));
    expect([...kinds(page)].filter((kind) => !kinds(clean).has(kind))).toEqual([]);
    for (const kind of ['script', 'style', 'title', 'svg', 'img', 'meta']) {
      expect([kind, page.querySelectorAll(kind).length]).toEqual([kind, clean.querySelectorAll(kind).length]);
    }
  });

  test('add no handler, no remote address and no script address', () => {
    for (const element of page.querySelectorAll('*')) {
      for (const [name, value] of Object.entries(element.attributes)) {
        expect(name).not.toMatch(/^(on|style$|srcset|action|formaction|background|autofocus)/i);
        if (name === 'href' && element.rawTagName === 'image') {
          expect(value).toMatch(/^data:image\/png;base64,[A-Za-z0-9+/=]+$/);
        } else if (name === 'href') expect(value).toMatch(/^#[A-Za-z0-9_.~-]+$/);
        expect(name).not.toBe('src');
      }
    }
  });

  test('still find one another: every link leads somewhere', () => {
    const ids = new Set(page.querySelectorAll('[id]').map((element) => element.id));
    const lost = page
      .querySelectorAll('a')
      .filter((link) => !ids.has((link.getAttribute('href') ?? '').slice(1)));
    expect(lost.map((link) => link.toString())).toEqual([]);
  });

  test('a picture that is not Base64 is left out', () => {
    const input = sample();
    const images = input.page_images.map((image) => ({ ...image, base64: 'AAAA" onerror="alert(1)' }));
    const shown = parse(renderHtml(buildAudit({ ...input, page_images: images })));
    expect(shown.querySelector('image, use, img')).toBeNull();
  });
});
