import { isArchive } from '../../ingest/index.ts';

const TYPES: [string, boolean][] = [
  ['application/zip', true],
  ['application/x-tar', true],
  ['application/gzip', true],
  ['application/x-7z-compressed', true],
  ['application/vnd.rar', true],
  ['application/mbox', false],
  ['application/vnd.ms-outlook-pst', false],
  ['application/vnd.openxmlformats-officedocument.wordprocessingml.document', false],
  ['application/octet-stream', false],
];

test.each(TYPES)('%s holds nothing but files: %s', (mediaType, archive) => {
  expect(isArchive(mediaType)).toBe(archive);
});
