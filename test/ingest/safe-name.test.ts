import { pageRanges } from '../../ingest/page-ranges.ts';
import { safeName } from '../../ingest/safe-name.ts';

const NAMES: [string, string][] = [
  ['flyer.pdf', 'flyer.pdf'],
  ['../../etc/passwd', '_.._etc_passwd'],
  ['C:\\x\\a.doc', 'C_x_a.doc'],
  ['.hidden', 'hidden'],
  ['', 'file'],
  ['///', 'file'],
  ['..', 'file'],
  ['a\u0000b\nc', 'a_b_c'],
  ['invoice\u202efdp.exe', 'invoice_fdp.exe'],
  ['release.zip!', 'release.zip'],
  ['ñandú.txt', 'ñandú.txt'],
];

test.each(NAMES)('the name %j becomes %j', (name, expected) => {
  expect(safeName(name, 'file')).toBe(expected);
});

test('a long name is cut and keeps its ending', () => {
  const short = safeName(`${'x'.repeat(500)}.pdf`, 'file');
  expect(short.length).toBeLessThanOrEqual(120);
  expect(short).toMatch(/x\.pdf$/);
});

test('pages are told in ranges', () => {
  expect(pageRanges([])).toBe('');
  expect(pageRanges([3])).toBe('page 3');
  expect(pageRanges([4, 1, 2, 3, 9])).toBe('pages 1–4, 9');
});
