import { closeSync, openSync, readSync } from 'node:fs';
import { readPlacedLines } from './json-lines.ts';

/** Records that were read last and are kept whole: those in hand are asked for many times. */
const MOST_KEPT = 64;
/** Bytes of their lines at the most. */
const MOST_KEPT_BYTES = 16 * 1024 * 1024;

/**
 * Records of JSON Lines files whose long fields stay on the disk: each is read again when it is asked for. A release has
 * far more text than the coordinator needs at one time.
 */
export interface RecordShelf {
  /** The records of a file in order; `left` are the fields that stay on the disk. The file must not change afterwards. */
  read<T extends object>(path: string, left: readonly (keyof T & string)[]): AsyncGenerator<T>;
  /** Records that were read from the shelf cannot be asked for what was left on the disk any more. */
  close(): void;
}

/** Where the line of a record lies, in bytes. */
interface Place {
  path: string;
  start: number;
  length: number;
}

/** Name under which a record knows its place; no field, so that copies and printed records are without it. */
const PLACE = Symbol('place');
type Shelved = Record<string, unknown> & { [PLACE]?: Place };

export function openShelf(): RecordShelf {
  const kept = new Map<Place, Record<string, unknown>>();
  let keptBytes = 0;
  /** Records are asked for in the order of their files: one open file serves nearly all. */
  let open: { path: string; file: number } | null = null;
  let closed = false;

  function fileOf(path: string): number {
    if (open?.path === path) return open.file;
    if (open !== null) closeSync(open.file);
    open = null;
    open = { path, file: openSync(path, 'r') };
    return open.file;
  }

  function readLine({ path, start, length }: Place): string {
    if (closed) throw new Error('The shelf of this record is closed.');
    const bytes = Buffer.allocUnsafe(length);
    const file = fileOf(path);
    for (let got = 0; got < length; ) {
      const more = readSync(file, bytes, got, length - got, start + got);
      if (more === 0) throw new Error('A file of records is shorter than it was.');
      got += more;
    }
    return bytes.toString('utf8');
  }

  function take(place: Place): Record<string, unknown> {
    const known = kept.get(place);
    if (known !== undefined) return known;
    const record = JSON.parse(readLine(place)) as Record<string, unknown>;
    kept.set(place, record);
    keptBytes += place.length;
    for (const oldest of kept.keys()) {
      if (kept.size <= MOST_KEPT && keptBytes <= MOST_KEPT_BYTES) break;
      kept.delete(oldest);
      keptBytes -= oldest.length;
    }
    return record;
  }

  /** One accessor a field for all records: they then share one shape, and a record costs what its own fields cost. */
  const accessors = new Map<string, PropertyDescriptor>();
  function accessorOf(field: string): PropertyDescriptor {
    const known = accessors.get(field);
    if (known !== undefined) return known;
    const made: PropertyDescriptor = {
      enumerable: true,
      configurable: true,
      get(this: Shelved) {
        return this[PLACE] === undefined ? undefined : take(this[PLACE])[field];
      },
    };
    accessors.set(field, made);
    return made;
  }

  function shelve(whole: Record<string, unknown>, left: ReadonlySet<string>, place: Place): Shelved {
    const record: Shelved = {};
    Object.defineProperty(record, PLACE, { value: place });
    for (const [field, value] of Object.entries(whole)) {
      if (left.has(field)) Object.defineProperty(record, field, accessorOf(field));
      else record[field] = value;
    }
    return record;
  }

  return {
    async *read<T extends object>(path: string, left: readonly (keyof T & string)[]) {
      const fields: ReadonlySet<string> = new Set(left);
      for await (const { text, start, length } of readPlacedLines(path)) {
        const whole = JSON.parse(text) as Record<string, unknown>;
        yield shelve(whole, fields, { path, start, length }) as T;
      }
    },
    close() {
      closed = true;
      kept.clear();
      if (open !== null) closeSync(open.file);
      open = null;
    },
  };
}
