/**
 * A table from whole numbers (0 to 2³⁰) to rows of whole numbers, laid out in one array: a text asks for some hundred pairs of
 * words of which most are not there, and a Map's buckets would lie all over memory. Most of those that are not there are
 * known by a bit of their own: the bits take a thirtieth of the room, and so stay near the processor.
 */
export class NumberTable {
  /** Key and row by slot. */
  readonly #slots: Int32Array;
  readonly #width: number;
  readonly #mask: number;
  readonly #bits: Int32Array;
  readonly #bitMask: number;

  /** Holds the entries given, each with as many numbers as the first; the last of equal keys counts. */
  constructor(entries: ReadonlyMap<number, readonly number[]>) {
    let size = 16;
    while (size * FULL < entries.size) size *= 2;
    const [first = [0]] = entries.values();
    this.#width = 1 + first.length;
    this.#mask = size - 1;
    this.#slots = new Int32Array(size * this.#width).fill(-1);
    this.#bits = new Int32Array(size / 8);
    this.#bitMask = size * 4 - 1;
    for (const [key, row] of entries) {
      const at = this.#find(key);
      this.#slots[at] = key;
      this.#slots.set(row, at + 1);
      const bit = (hashOf(key) >>> 3) & this.#bitMask;
      this.#bits[bit >>> 5]! |= 1 << (bit & 31);
    }
  }

  /** The first number of the row at `key`; -1 where there is none. */
  get(key: number): number {
    const row = this.rowOf(key);
    return row === -1 ? -1 : this.#slots[row]!;
  }

  /** Where the row at `key` begins, for `at`; -1 where there is none. */
  rowOf(key: number): number {
    const bit = (hashOf(key) >>> 3) & this.#bitMask;
    if (((this.#bits[bit >>> 5]! >>> (bit & 31)) & 1) === 0) return -1;
    const slot = this.#find(key);
    return this.#slots[slot] === key ? slot + 1 : -1;
  }

  /** A number of a row that `rowOf` has found. */
  at(row: number, column: number): number {
    return this.#slots[row + column]!;
  }

  /** Place of the key, or of the free slot where it would go: the first from its hash on. */
  #find(key: number): number {
    let slot = (hashOf(key) >>> 7) & this.#mask;
    while (this.#slots[slot * this.#width] !== -1 && this.#slots[slot * this.#width] !== key)
      slot = (slot + 1) & this.#mask;
    return slot * this.#width;
  }
}

/** Share of the slots that are taken, at most. */
const FULL = 0.75;

/** Fibonacci hashing (Knuth, The Art of Computer Programming 3, 6.4): neighbours are spread over the table. */
const hashOf = (key: number): number => Math.imul(key, 0x9e3779b1);
