import { fileSeconds } from '../../ingest/index.ts';

const MIB = 1024 * 1024;

test.each([
  [0, 0, 60, 'a file of no size has the time that any has'],
  [1, 0, 61, 'whole seconds, never less than the share'],
  [16 * MIB, 0, 220, 'a workbook of a million rows takes fifty'],
  [2048 * MIB, 0, 20_540, 'a mailbox of 2 GiB takes some minutes'],
  [4 * MIB, 2500, 350, 'pages that are read already are to be cut'],
])('a file of %i bytes and %i pages may take %i seconds: %s', (bytes, pages, seconds) => {
  expect(fileSeconds(bytes, pages)).toBe(seconds);
});
