/**
 * A table from whole numbers (0 to 2³⁰) to whole numbers, laid out in one array: a text asks for some hundred pairs of
 * words of which most are not there, and a Map's buckets would lie all over memory.
 */
export class NumberTable {
  readonly #slots: Int32Array;
  readonly #mask: number;

  /** Holds the entries given; the last of equal keys counts. */
  constructor(entries: ReadonlyMap<number, number>) {
    let size = 16;
    while (size < entries.size * 2) size *= 2;
    this.#mask = size - 1;
    this.#slots = new Int32Array(size * 2).fill(-1);
    for (const [key, value] of entries) {
      const at = this.#find(key);
      this.#slots[at] = key;
      this.#slots[at + 1] = value;
    }
  }

  /** The number at `key`; -1 where there is none. */
  get(key: number): number {
    return this.#slots[this.#find(key) + 1]!;
  }

  /** Place of the key, or of the free slot where it would go: the first from its hash on. */
  #find(key: number): number {
    // Fibonacci hashing (Knuth, The Art of Computer Programming 3, 6.4): neighbours are spread over the table.
    let slot = (Math.imul(key, 0x9e3779b1) >>> 7) & this.#mask;
    while (this.#slots[slot * 2] !== -1 && this.#slots[slot * 2] !== key) slot = (slot + 1) & this.#mask;
    return slot * 2;
  }
}
