import { closeSync, fstatSync, openSync, readSync } from 'node:fs';

const BLOCK_BYTES = 64 * 1024;
/** Blocks kept: 32 MiB, of which the indexes of a mailbox of some gigabytes take a part. */
const MAX_BLOCKS = 512;

/** A file that is read in many small steps: whole blocks are fetched and the latest kept. */
export class CachedReads {
  readonly size: number;
  private readonly descriptor: number;
  private readonly blocks = new Map<number, Buffer>();

  constructor(location: string) {
    this.descriptor = openSync(location, 'r');
    this.size = fstatSync(this.descriptor).size;
  }

  close(): void {
    closeSync(this.descriptor);
  }

  /**
   * Fills the beginning of `target` from a place of the file.
   * @throws where the file ends before
   */
  fill(target: Buffer, length: number, position: number): number {
    if (position < 0 || position + length > this.size) throw new RangeError('beyond the end of the file');
    for (let done = 0; done < length; ) {
      const at = position + done;
      const number = Math.floor(at / BLOCK_BYTES);
      const start = at - number * BLOCK_BYTES;
      const copied = this.block(number).copy(target, done, start, start + length - done);
      if (copied === 0) throw new RangeError('the file is shorter than it was');
      done += copied;
    }
    return length;
  }

  private block(number: number): Buffer {
    const known = this.blocks.get(number);
    if (known !== undefined) {
      // The least lately used block stands first in the map.
      this.blocks.delete(number);
      this.blocks.set(number, known);
      return known;
    }
    const fresh = Buffer.alloc(BLOCK_BYTES);
    const bytes = readSync(this.descriptor, fresh, 0, BLOCK_BYTES, number * BLOCK_BYTES);
    const block = fresh.subarray(0, bytes);
    this.blocks.set(number, block);
    const [oldest] = this.blocks.keys();
    if (this.blocks.size > MAX_BLOCKS && oldest !== undefined) this.blocks.delete(oldest);
    return block;
  }
}
