/**
 * A table from whole numbers (0 to 2³⁰) to whole numbers, laid out in one array: a text asks for some hundred pairs of
 * words of which most are not there, and a Map's buckets would lie all over memory. Most of those that are not there are
 * known by a bit of their own: the bits take a thirtieth of the room, and so stay near the processor.
 */
export class NumberTable {
  readonly #slots: Int32Array;
  readonly #mask: number;
  readonly #bits: Int32Array;
  readonly #bitMask: number;

  /** Holds the entries given; the last of equal keys counts. */
  constructor(entries: ReadonlyMap<number, number>) {
    let size = 16;
    while (size < entries.size * 2) size *= 2;
    this.#mask = size - 1;
    this.#slots = new Int32Array(size * 2).fill(-1);
    this.#bits = new Int32Array(size / 8);
    this.#bitMask = size * 4 - 1;
    for (const [key, value] of entries) {
      const at = this.#find(key);
      this.#slots[at] = key;
      this.#slots[at + 1] = value;
      const bit = (hashOf(key) >>> 3) & this.#bitMask;
      this.#bits[bit >>> 5]! |= 1 << (bit & 31);
    }
  }

  /** The number at `key`; -1 where there is none. */
  get(key: number): number {
    const bit = (hashOf(key) >>> 3) & this.#bitMask;
    if (((this.#bits[bit >>> 5]! >>> (bit & 31)) & 1) === 0) return -1;
    return this.#slots[this.#find(key) + 1]!;
  }

  /** Place of the key, or of the free slot where it would go: the first from its hash on. */
  #find(key: number): number {
    let slot = (hashOf(key) >>> 7) & this.#mask;
    while (this.#slots[slot * 2] !== -1 && this.#slots[slot * 2] !== key) slot = (slot + 1) & this.#mask;
    return slot * 2;
  }
}

/** Fibonacci hashing (Knuth, The Art of Computer Programming 3, 6.4): neighbours are spread over the table. */
const hashOf = (key: number): number => Math.imul(key, 0x9e3779b1);
