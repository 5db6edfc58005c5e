import { type Issue, issue } from './issue.ts';
import type { Limits } from './limits.ts';
import type { Reading } from './reader.ts';
import { safeName } from './safe-name.ts';
import { Unreadable } from './unreadable.ts';

/** A name that would leave the folder it is unpacked into: `../x`, `/etc/x`, `C:/x`. */
function leavesFolder(name: string): boolean {
  return name.startsWith('/') || /^[A-Za-z]:/.test(name) || name.split('/').includes('..');
}

/**
 * Why an entry must not be unpacked, by its size; null where it may.
 * @param packed bytes it is packed in; of an archive packed as one piece, those of the whole
 */
export function refuseSize(size: number, packed: number, where: string, limits: Limits): Issue | null {
  if (size > limits.max_entry_bytes)
    return issue('too-large', 'The entry is larger than can be read.', where);
  if (size > limits.ratio_floor_bytes && size > limits.max_ratio * Math.max(1, packed))
    return issue('suspicious-compression', 'The entry would unpack to an unlikely size.', where);
  return null;
}

/** One entry of an archive: where its content is to lie, and its place in words. */
export interface EntryPlace {
  name: string;
  path: string;
  where: string;
}

/** The rules that hold for every archive: how many entries and bytes, which names, and how entries are handed on. */
export class ArchiveEntries {
  private readonly reading: Reading;
  private readonly used = new Set<string>();
  /** By a name that came before: the number its next copy may get. */
  private readonly copies = new Map<string, number>();
  private seen = 0;
  private unpacked = 0;

  /** @throws Unreadable where the archive lies too deep */
  constructor(reading: Reading) {
    this.reading = reading;
    if (reading.source.depth >= reading.limits.max_depth)
      throw new Unreadable('too-deep', `The file is ${reading.format.name} in too many containers.`);
  }

  /**
   * Begins an entry of this name.
   * @throws Unreadable where the archive has more than are read
   */
  begin(name: string): EntryPlace {
    const { limits, source } = this.reading;
    this.seen += 1;
    if (this.seen > limits.max_entries)
      throw new Unreadable(
        'too-many-entries',
        `The archive has more than ${limits.max_entries} entries; the rest is not read.`,
      );
    const plain = name.replaceAll('\\', '/');
    const path = this.childPath(plain);
    return { name: plain, path, where: `entry ${path.slice(source.path.length + 2)}` };
  }

  /**
   * Counts an entry of this unpacked size in bytes before it is unpacked. Entries that are each of an honest size make a bomb
   * where there are many, or where they lie over one another.
   * @throws Unreadable where the archive would unpack to more than is read
   */
  unpack(size: number): void {
    const { limits, source } = this.reading;
    this.unpacked += size;
    if (this.unpacked > limits.max_unpacked_bytes)
      throw new Unreadable(
        'too-large',
        'The archive unpacks to more than can be read; the rest is not read.',
      );
    if (this.unpacked > limits.ratio_floor_bytes && this.unpacked > limits.max_ratio * source.bytes)
      throw new Unreadable(
        'suspicious-compression',
        'The archive would unpack to an unlikely size; the rest is not read.',
      );
  }

  /** Hands on the content of a promised entry. */
  async keep({ name, path, where }: EntryPlace, bytes: Buffer): Promise<void> {
    const { tally, source } = this.reading;
    // Nothing is written under the stated name, so the content can be read all the same.
    if (leavesFolder(name))
      tally.note(issue('unsafe-path', 'The entry names a place outside the archive.', where));
    await tally.keepChild({ path, bytes, parent_id: source.parent_id });
  }

  /** The entry's path below the archive's, made of harmless names, and of none twice. */
  private childPath(name: string): string {
    const segments = name
      .split('/')
      .filter((segment) => segment !== '' && segment !== '.' && segment !== '..');
    const inside = segments.map((segment) => safeName(segment, '_')).join('/') || 'entry';
    const plain = `${this.reading.source.path}!/${inside}`;
    let path = plain;
    for (let copy = this.copies.get(plain) ?? 2; this.used.has(path); copy += 1) {
      path = `${plain} (${copy})`;
      this.copies.set(plain, copy + 1);
    }
    this.used.add(path);
    return path;
  }
}
