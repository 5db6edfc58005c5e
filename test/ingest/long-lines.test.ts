import { htmlText } from '../../ingest/html-text.ts';
import { isSeparator } from '../../ingest/quoted-attribution.ts';
import { ingestBytes } from './ingest-bytes.ts';

const HEAD = 'From: a@b.example\nSent: Monday, May 1, 2017 9:00 AM\nTo: c@d.example\nSubject: x\n\nwords ';

// Each took minutes while the time of a pattern grew with the square or the cube of the line.
test.each([
  ['blanks', ' '],
  ['tabs', '\t'],
  ['stars', '*'],
  ['dashes', '-'],
  ['bars', '█'],
  ['brackets', '('],
])('a mail with a line of ten thousand %s is read', async (_, sign) => {
  const { items, file } = await ingestBytes(Buffer.from(`${HEAD}${sign.repeat(10_000)} end\n`));
  expect(file.status).toBe('read');
  expect(items[0]).toMatchObject({ subject: 'x' });
  expect(items[0]?.body.endsWith('end')).toBe(true);
});

test('a line of more than some hundred signs parts nothing', () => {
  expect(isSeparator(`-----Original Message-----${' '.repeat(2000)}`)).toBe(true);
  expect(isSeparator(`${'-'.repeat(60)}Original Message${'-'.repeat(60)}`)).toBe(true);
  expect(isSeparator(`${'-'.repeat(6000)}Original Message-----`)).toBe(false);
});

describe('a web page', () => {
  const nested = (depth: number) =>
    Buffer.from(`<html><body>Top${'<div>'.repeat(depth)}words${'</div>'.repeat(depth)}</body></html>`);

  test('nested as deep as office programs nest is read whole', async () => {
    const { file, items } = await ingestBytes(nested(200));
    expect(file).toMatchObject({ status: 'read', issues: [] });
    expect(items[0]?.body).toContain('words');
  });

  test('nested deeper than browsers show keeps its words and says so', async () => {
    const { file, items } = await ingestBytes(nested(3000));
    expect(file).toMatchObject({ status: 'partial', issues: [{ code: 'too-deep' }] });
    expect(items[0]?.body).toMatch(/^Top\s+words$/);
    expect(htmlText('<p>words ...</p>')).toBe('words ...');
  });
});

test.each([
  ['folded over a million lines', ' b\r\n'.repeat(1_000_000)],
  ['of hundreds of thousands of fields', 'X-A: y\r\n'.repeat(400_000)],
])('a mail with headers %s is named', async (_, more) => {
  const head =
    'From: a@b.example\r\nTo: c@d.example\r\nDate: Mon, 1 May 2017 09:00:00 -0500\r\nSubject: x\r\n';
  const { file } = await ingestBytes(Buffer.from(`${head}${more}\r\nwords\r\n`));
  expect(file).toMatchObject({ status: 'unreadable' });
  expect(file.issues.map(({ code }) => code)).toEqual(['too-large']);
});
