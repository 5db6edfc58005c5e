import { lockAgile, lockStandard } from './build-locked.ts';
import { codes, ingestBytes } from './ingest-bytes.ts';

const DOCUMENT = Buffer.from('words of a document that fill several segments. '.repeat(300));
const FORMS: [string, Buffer][] = [
  ['Office 2010 and later', lockAgile(DOCUMENT, 'open sesame')],
  ['Office 2007', lockStandard(DOCUMENT, 'open sesame')],
];

test.each(FORMS)('a document locked by %s is handed on open where a password fits', async (_, bytes) => {
  const { file, children } = await ingestBytes(bytes, { passwords: ['wrong', 'open sesame'] });
  expect(file).toMatchObject({ media_type: 'application/encrypted', status: 'read', issues: [] });
  expect(children.map(({ path }) => path)).toEqual(['file.bin!/document']);
  expect(Buffer.from(children[0]!.bytes).equals(DOCUMENT)).toBe(true);
});

test.each(FORMS)('a document locked by %s is named where none does', async (_, bytes) => {
  for (const passwords of [[], ['wrong']]) {
    const { file, children } = await ingestBytes(bytes, { passwords });
    expect(file.status).toBe('unreadable');
    expect(codes(file)).toEqual(['encrypted']);
    expect(children).toEqual([]);
  }
});

test('a document that asks for rounds without end is refused at once', async () => {
  const { file } = await ingestBytes(lockAgile(DOCUMENT, 'x', 2_000_000_000), { passwords: ['x'] });
  expect(codes(file)).toEqual(['damaged']);
});
