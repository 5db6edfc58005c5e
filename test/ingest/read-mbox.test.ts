import { codes, ingestBytes } from './ingest-bytes.ts';

const ENVELOPE = 'From desk@city.example Mon Jun  1 10:00:00 2015';

function message(subject: string, body: string): string {
  return `From: Pat Rowe <pat@city.example>\nTo: lee@county.example\nDate: Mon, 1 Jun 2015 10:00:00 -0500\nSubject: ${subject}\n\n${body}\n`;
}

describe('where messages part', () => {
  test('gives every message its number and counts what the separators promise', async () => {
    const { file, items } = await ingestBytes(
      `${ENVELOPE}\n${message('one', 'First')}\n${ENVELOPE}\n${message('two', 'Second')}`,
    );
    expect(file).toMatchObject({
      media_type: 'application/mbox',
      status: 'read',
      items_expected: 2,
      items_emitted: 2,
      items_failed: 0,
    });
    expect(items.map((item) => [item.part, item.subject, item.body])).toEqual([
      ['1', 'one', 'First'],
      ['2', 'two', 'Second'],
    ]);
  });

  test('takes a quoted From line as text and removes the quotation', async () => {
    const body = 'He wrote:\n\n>From the start it was wrong.\n>>From was quoted before.';
    const { items } = await ingestBytes(`${ENVELOPE}\n${message('q', body)}`);
    expect(items[0]?.body).toBe('He wrote:\n\nFrom the start it was wrong.\n>From was quoted before.');
  });

  test('does not part at a sentence that begins with From after an empty line', async () => {
    const body = 'Dear all,\n\nFrom now on send the lists on Mondays.\nThanks';
    const { items } = await ingestBytes(
      `${ENVELOPE}\n${message('q', body)}\n${ENVELOPE}\n${message('r', 'x')}`,
    );
    expect(items).toHaveLength(2);
    expect(items[0]?.body).toContain('From now on send');
  });

  test('parts where the empty line before the envelope is missing', async () => {
    const { items } = await ingestBytes(`${ENVELOPE}\n${message('a', 'x')}${ENVELOPE}\n${message('b', 'y')}`);
    expect(items.map((item) => item.subject)).toEqual(['a', 'b']);
  });

  test('reads Windows line ends and a byte order mark', async () => {
    const text = `${ENVELOPE}\n${message('a', 'x')}\n${ENVELOPE}\n${message('b', 'y')}`.replaceAll(
      '\n',
      '\r\n',
    );
    const { items } = await ingestBytes(`\ufeff${text}`);
    expect(items.map((item) => [item.subject, item.body])).toEqual([
      ['a', 'x'],
      ['b', 'y'],
    ]);
  });

  test('finds a separator wherever the pieces read from disk end', async () => {
    // Pieces are 1 MiB; bodies of many lengths around that put separators across their edges.
    const bodies = Array.from({ length: 40 }, (_, index) => 'x'.repeat(104_000 + 37 * index));
    const text = bodies.map((body, index) => `${ENVELOPE}\n${message(`s${index}`, body)}`).join('\n');
    const { file, items } = await ingestBytes(text);
    expect(file.items_expected).toBe(40);
    expect(items.map((item) => item.body.length)).toEqual(bodies.map((body) => body.length));
  });
});

describe('messages that fail', () => {
  test('are counted where they are larger than the limit, and the others are read', async () => {
    const text = `${ENVELOPE}\n${message('small', 'x')}\n${ENVELOPE}\n${message('large', 'y'.repeat(5000))}\n${ENVELOPE}\n${message('last', 'z')}`;
    const { file, items } = await ingestBytes(text, { limits: { max_message_bytes: 2000 } });
    expect(file).toMatchObject({ status: 'partial', items_expected: 3, items_emitted: 2, items_failed: 1 });
    expect(file.issues).toEqual([expect.objectContaining({ code: 'too-large', where: 'message 2' })]);
    expect(items.map((item) => item.subject)).toEqual(['small', 'last']);
  });

  test('are counted where they have more parts than allowed', async () => {
    const parts = '--b\nContent-Type: text/plain\n\nx\n'.repeat(30);
    const many = `MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n${parts}--b--\n`;
    const { file } = await ingestBytes(`${ENVELOPE}\n${many}\n${ENVELOPE}\n${message('ok', 'x')}`, {
      limits: { max_message_parts: 10 },
    });
    expect(file).toMatchObject({ items_expected: 2, items_emitted: 1, items_failed: 1 });
    expect(codes(file)).toEqual(['unreadable-message']);
  });

  test('are kept with an issue where they have no headers', async () => {
    for (const text of ['\nOnly text here\n', 'Only text here\n']) {
      const { file, items } = await ingestBytes(`${ENVELOPE}\n${text}`);
      expect(file).toMatchObject({ items_expected: 1, items_emitted: 1 });
      expect(items[0]).toMatchObject({ body: 'Only text here', date: null });
      expect(items[0]?.issues.map((problem) => problem.code)).toEqual(['no-headers']);
    }
  });
});

test('an empty mailbox is in the ledger as an empty file', async () => {
  const { file } = await ingestBytes('');
  expect(file).toMatchObject({ status: 'unreadable', items_expected: 0, bytes: 0 });
  expect(codes(file)).toEqual(['empty-file']);
});
