import { BLOCKS } from './vectors.ts';

/** A feature of one word: the number of the word, of its block, and where the word stands ('' for anywhere). */
export type WordEntry = [atom: number, block: number, setting: string, id: number];

/**
 * Features of single words by where they stand. What a word has lies together in memory, without room for what it lacks: a
 * bit for each place where it has a feature, and the features in the order of the bits (a bitmap index as in Bagwell, "Ideal
 * Hash Trees", 2001).
 */
export class WordFeatures {
  /** Number of the bit of each setting, by block. */
  readonly #places: Map<string, number>[] = BLOCKS.map(() => new Map<string, number>());
  readonly #masks: number;
  /** By word: where its features begin, and its bits. */
  readonly #rows: Int32Array;
  readonly #ids: Int32Array;

  constructor(words: number, entries: readonly WordEntry[]) {
    let width = 0;
    for (const [, block, setting] of entries) {
      if (this.#places[block]!.has(setting)) continue;
      this.#places[block]!.set(setting, width);
      width += 1;
    }
    this.#masks = Math.ceil(width / BITS);
    this.#rows = new Int32Array(words * (this.#masks + 1));
    this.#ids = new Int32Array(entries.length);
    const placed = entries.map(([atom, block, setting, id]) => ({
      row: atom * (this.#masks + 1),
      place: this.#places[block]!.get(setting)!,
      id,
    }));
    placed.sort((a, b) => a.row - b.row || a.place - b.place);
    for (const [at, { row, place, id }] of placed.entries()) {
      if (placed[at - 1]?.row !== row) this.#rows[row] = at;
      this.#rows[row + 1 + Math.floor(place / BITS)]! |= 1 << (place % BITS);
      this.#ids[at] = id;
    }
  }

  /** How many features a word may have, at most. */
  get most(): number {
    return this.#masks * BITS;
  }

  /** Bits of a set of settings of no words, to which others are added with `include`. */
  emptySet(): Int32Array {
    return new Int32Array(this.#masks);
  }

  /** Adds a setting to a set; one that no word has a feature in adds nothing. */
  include(set: Int32Array, block: number, setting: string): void {
    const place = this.#places[block]!.get(setting);
    if (place !== undefined) set[Math.floor(place / BITS)]! |= 1 << (place % BITS);
  }

  /** Puts the features that a word has in the settings of a set into `found` from its start on, and says how many they are. */
  find(atom: number, set: Int32Array, found: Int32Array): number {
    const row = atom * (this.#masks + 1);
    let from = this.#rows[row]!;
    let count = 0;
    for (let at = 0; at < this.#masks; at += 1) {
      const own = this.#rows[row + 1 + at]!;
      let hits = own & set[at]!;
      while (hits !== 0) {
        const bit = hits & -hits;
        found[count] = this.#ids[from + bitCount(own & (bit - 1))]!;
        count += 1;
        hits ^= bit;
      }
      from += bitCount(own);
    }
    return count;
  }
}

const BITS = 32;

/** How many bits of a number are set (Warren, Hacker's Delight, 5-1). */
function bitCount(number: number): number {
  const pairs = number - ((number >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
