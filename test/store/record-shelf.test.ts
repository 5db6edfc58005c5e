import { truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openShelf, type RecordShelf } from '../../store/index.ts';
import { temporaryFolder } from '../temporary-folder.ts';

interface Note {
  id: string;
  body: string;
  parts: { end: number }[];
  path: string;
}

const LONG = ['body', 'parts'] as const;

function note(number: number): Note {
  const body = `Note ${number}: señor, \u2028 🚓 and a line\nbreak`;
  return { id: `n${number}`, body, parts: [{ end: body.length }], path: 'box.mbox' };
}

function writeNotes(count: number): { path: string; notes: Note[] } {
  const notes = Array.from({ length: count }, (_, number) => note(number));
  const path = join(temporaryFolder(), 'notes.jsonl');
  writeFileSync(path, notes.map((one) => `${JSON.stringify(one)}\n`).join(''));
  return { path, notes };
}

async function readAll(shelf: RecordShelf, path: string): Promise<Note[]> {
  const all: Note[] = [];
  for await (const record of shelf.read<Note>(path, LONG)) all.push(record);
  return all;
}

describe('records whose long fields stay on the disk', () => {
  let shelf: RecordShelf;
  beforeEach(() => {
    shelf = openShelf();
  });
  afterEach(() => shelf.close());

  test('are the records of the file, in whatever order they are asked', async () => {
    const { path, notes } = writeNotes(300);
    const records = await readAll(shelf, path);
    expect([...records].reverse()).toEqual([...notes].reverse());
    expect(records).toEqual(notes);
  });

  test('print and copy like whole ones, with their fields in order', async () => {
    const { path, notes } = writeNotes(3);
    const records = await readAll(shelf, path);
    expect(JSON.stringify(records)).toBe(JSON.stringify(notes));
    expect({ ...records[1] }).toStrictEqual(notes[1]);
    expect(Object.keys(records[0]!)).toEqual(Object.keys(notes[0]!));
  });

  test('let their short fields be changed', async () => {
    const { path, notes } = writeNotes(2);
    const [first] = await readAll(shelf, path);
    first!.path = 'release/box.mbox';
    expect({ ...first }).toEqual({ ...notes[0], path: 'release/box.mbox' });
  });

  test('of two files are told apart', async () => {
    const [one, other] = [writeNotes(2), writeNotes(3)];
    const [left, right] = [await readAll(shelf, one.path), await readAll(shelf, other.path)];
    for (const [at, record] of left.entries()) {
      expect(record.body).toBe(one.notes[at]!.body);
      expect(right[at]!.body).toBe(other.notes[at]!.body);
    }
  });

  test('are held only while they are in hand, however many there are', async () => {
    const { path, notes } = writeNotes(500);
    const records = await readAll(shelf, path);
    for (const record of records) expect(record.body.length).toBeGreaterThan(0);
    truncateSync(path, 0);
    const held = records.filter((record) => {
      try {
        return record.body !== '';
      } catch {
        return false;
      }
    });
    expect(held.length).toBeGreaterThan(0);
    expect(held.length).toBeLessThanOrEqual(64);
    expect(held).toEqual(notes.slice(-held.length));
  });

  test('cannot be asked for what was left on the disk once the shelf is closed', async () => {
    const { path } = writeNotes(1);
    const [record] = await readAll(shelf, path);
    shelf.close();
    expect(record!.id).toBe('n0');
    expect(() => record!.body).toThrow('The shelf of this record is closed.');
  });
});
