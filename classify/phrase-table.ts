/** What stands between the two parts of a phrase. */
export const JOINTS = [' ', '+', ':'] as const;
export type Joint = (typeof JOINTS)[number];

/** Number of each joint. */
const NUMBERS: Record<Joint, number> = { ' ': 0, '+': 1, ':': 2 };

/** A table as one thread gives it to another; see `PhraseTable`. */
export interface SentPhrases {
  /** Undefined for a phrase. */
  names: (string | undefined)[];
  /** By phrase, its left part with the joint and its right part. */
  parts: Int32Array<ArrayBuffer>;
}

/**
 * Words, and phrases made of two parts, by number: the same parts have the same number. No string is put together before
 * somebody asks for a phrase's name, for of a million that occur in training one in fourteen is kept.
 */
export class PhraseTable {
  readonly #words = new Map<string, number>();
  /** Name by number; undefined for a phrase. */
  readonly #names: (string | undefined)[] = [];
  /**
   * By number, the left part of a phrase with the joint, as in a key, and its right part: side by side, for a table of a
   * million phrases is far from the processor, and each place is fetched by itself.
   */
  #parts: Int32Array<ArrayBuffer> = new Int32Array(2048);
  /** Numbers of phrases in an open table, at the hash of their parts or behind it; -1 where free. */
  #slots = new Int32Array(4096).fill(-1);
  #phrases = 0;

  /** Words and phrases so far: numbers are below it. */
  get size(): number {
    return this.#names.length;
  }

  /** Number of a word, or of a name that is not made of parts. */
  word(name: string): number {
    let number = this.#words.get(name);
    if (number === undefined) {
      number = this.#enter(name, -1, -1);
      this.#words.set(name, number);
    }
    return number;
  }

  /** Number of the phrase of two numbers. */
  join(left: number, joint: Joint, right: number): number {
    const key = left * JOINTS.length + NUMBERS[joint];
    let slot = this.#find(key, right);
    let number = this.#slots[slot]!;
    if (number !== -1) return number;
    number = this.#enter(undefined, key, right);
    this.#phrases += 1;
    if (this.#phrases * 2 > this.#slots.length) {
      this.#widen();
      slot = this.#find(key, right);
    }
    this.#slots[slot] = number;
    return number;
  }

  /** The name of a number, its parts with the joints between them. */
  spell(number: number): string {
    const name = this.#names[number];
    if (name !== undefined) return name;
    const key = this.#parts[number * 2]!;
    const left = Math.floor(key / JOINTS.length);
    return `${this.spell(left)}${JOINTS[key % JOINTS.length]}${this.spell(this.#parts[number * 2 + 1]!)}`;
  }

  send(): SentPhrases {
    return { names: this.#names, parts: this.#parts.slice(0, this.#names.length * 2) };
  }

  /** Enters what another table holds; by number there, the number here. */
  receive({ names, parts }: SentPhrases): Int32Array {
    const numbers = new Int32Array(names.length);
    for (const [at, name] of names.entries()) {
      if (name !== undefined) {
        numbers[at] = this.word(name);
        continue;
      }
      const key = parts[at * 2]!;
      const left = numbers[Math.floor(key / JOINTS.length)]!;
      numbers[at] = this.join(left, JOINTS[key % JOINTS.length]!, numbers[parts[at * 2 + 1]!]!);
    }
    return numbers;
  }

  #enter(name: string | undefined, left: number, right: number): number {
    const number = this.#names.length;
    this.#names.push(name);
    const at = number * 2;
    if (at === this.#parts.length) this.#parts = widened(this.#parts);
    this.#parts[at] = left;
    this.#parts[at + 1] = right;
    return number;
  }

  /** Place of the phrase, or of the free slot where it would go. */
  #find(left: number, right: number): number {
    const mask = this.#slots.length - 1;
    const hash = Math.imul(left, 0x9e3779b1) ^ Math.imul(right, 0x85ebca6b);
    let slot = (hash ^ (hash >>> 15)) & mask;
    for (;;) {
      const number = this.#slots[slot]!;
      const at = number * 2;
      if (number === -1 || (this.#parts[at] === left && this.#parts[at + 1] === right)) return slot;
      slot = (slot + 1) & mask;
    }
  }

  /** Twice the room; the phrases so far are entered anew. */
  #widen(): void {
    this.#slots = new Int32Array(this.#slots.length * 2).fill(-1);
    for (let number = 0; number < this.#names.length; number += 1) {
      if (this.#names[number] === undefined)
        this.#slots[this.#find(this.#parts[number * 2]!, this.#parts[number * 2 + 1]!)] = number;
    }
  }
}

/** The same numbers with twice the room; places without a number hold `empty`. */
export function widened(numbers: Int32Array, empty = 0): Int32Array<ArrayBuffer> {
  const wider = new Int32Array(numbers.length * 2).fill(empty);
  wider.set(numbers);
  return wider;
}
