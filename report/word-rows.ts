import { mendLetters, type Token, tokenAt, tokenize } from './mask-tokens.ts';
import { type Unit, unitsOf } from './mask-words.ts';
import { makeWord, NOT_PLAIN, type PlainWord, readPlainWords } from './plain-words.ts';

/** Where the words of one text stand among those of all texts: from a place to before another. */
export interface WordRow {
  from: number;
  to: number;
}

function isAt(word: string, text: string, start: number): boolean {
  for (let at = 0; at < word.length; at++) {
    if (word.charCodeAt(at) !== text.charCodeAt(start + at)) return false;
  }
  return true;
}

function hashOf(word: string): number {
  let hash = 0;
  for (let at = 0; at < word.length; at++) hash = (Math.imul(hash, 31) + word.charCodeAt(at)) | 0;
  return hash ^ (hash >>> 15);
}

function wordOf({ text, fold, folds, capital, upper, digits, initial }: Token): PlainWord {
  return { text, fold, folds, capital, upper, digits, initial };
}

/** `numbers`, or a copy with room for one at `place`. */
function withRoom(numbers: Int32Array<ArrayBuffer>, place: number): Int32Array<ArrayBuffer> {
  if (place < numbers.length) return numbers;
  const larger = new Int32Array(numbers.length * 2);
  larger.set(numbers);
  return larger;
}

/** Words of a case that are kept, in eight bytes each. Texts behind them are cut again each time they are asked for. */
const MOST_KEPT = 4_000_000;

/**
 * The texts of a case as numbers of their words, so that a text is cut into words once, but for very large cases, and what is
 * to be known of a word is asked once.
 */
export class WordRows {
  /** Each word as it is spelled somewhere, by its number. */
  readonly words: PlainWord[] = [];
  /** The number of each word of the texts, and where in its text it begins. */
  ids = new Int32Array(1 << 12);
  starts = new Int32Array(1 << 12);
  /** How many words are kept, and where the next is put. */
  #kept = 0;
  #next = 0;
  /** Numbers of words by their hashes; -1 where there is none. Never more than half full. */
  #table = new Int32Array(1 << 12).fill(-1);
  #hashes = new Int32Array(1 << 11);

  /** The row of each text; null where it is not kept. */
  readonly #rows = new Map<string, WordRow | null>();
  readonly #most: number;

  constructor(most = MOST_KEPT) {
    this.#most = most;
  }

  /** Cuts a text into its words. Any text may be added once. */
  add(text: string): void {
    const row = this.#cut(text);
    const isKept = row.to <= this.#most;
    this.#rows.set(text, isKept ? row : null);
    if (isKept) this.#kept = row.to;
  }

  /** Puts the words of a text behind those that are kept. */
  #cut(text: string): WordRow {
    this.#next = this.#kept;
    if (NOT_PLAIN.test(text)) {
      for (const token of tokenize(text)) {
        const { text: word, start } = token;
        this.#take(
          start,
          this.#numberOf(word, 0, word.length, hashOf(word), () => wordOf(token)),
        );
      }
    } else {
      const mended = mendLetters(text, true);
      // Spelled anew: a cut of a text would hold on to all of it.
      const spell = (start: number, end: number) =>
        makeWord(Buffer.from(mended.slice(start, end)).toString());
      readPlainWords(mended, (start, end, hash) => {
        this.#take(start, this.#numberOf(mended, start, end, hash, spell));
      });
    }
    return { from: this.#kept, to: this.#next };
  }

  #take(start: number, id: number): void {
    this.ids = withRoom(this.ids, this.#next);
    this.starts = withRoom(this.starts, this.#next);
    this.ids[this.#next] = id;
    this.starts[this.#next] = start;
    this.#next += 1;
  }

  /** Each text with its row, in the order in which they were added. A row may hold until the next is asked for. */
  *texts(): Generator<[string, WordRow]> {
    for (const [text, row] of this.#rows) yield [text, row ?? this.#cut(text)];
  }

  /** The row of a text, which may hold until another is asked for; null where the text was not added. */
  rowOf(text: string): WordRow | null {
    const row = this.#rows.get(text);
    return row === null ? this.#cut(text) : (row ?? null);
  }

  /** The number of the word between two places of a text, made by `make` where it is new. */
  #numberOf(
    text: string,
    start: number,
    end: number,
    hash: number,
    make: (start: number, end: number) => PlainWord,
  ): number {
    const table = this.#table;
    const last = table.length - 1;
    let place = hash & last;
    for (let id = table[place]!; id >= 0; id = table[place]!) {
      const word = this.words[id]!.text;
      if (this.#hashes[id] === hash && word.length === end - start && isAt(word, text, start)) return id;
      place = (place + 1) & last;
    }
    const id = this.words.length;
    this.words.push(make(start, end));
    this.#hashes = withRoom(this.#hashes, id);
    this.#hashes[id] = hash;
    table[place] = id;
    if (id * 2 > table.length) this.#grow();
    return id;
  }

  #grow(): void {
    const table = new Int32Array(this.#table.length * 4).fill(-1);
    for (let id = 0; id < this.words.length; id++) {
      const hash = this.#hashes[id]!;
      let place = hash & (table.length - 1);
      while (table[place]! >= 0) place = (place + 1) & (table.length - 1);
      table[place] = id;
    }
    this.#table = table;
  }

  endOf(at: number): number {
    return this.starts[at]! + this.words[this.ids[at]!]!.text.length;
  }

  /** Whether a word of a row may be the rest of the one before it: "Tovar-Klein", "McDonald". */
  isTail(text: string, row: WordRow, at: number): boolean {
    if (at <= row.from) return false;
    const start = this.starts[at]!;
    const gap = start - this.endOf(at - 1);
    return gap === 0 || (gap === 1 && JOINTS.has(text.charCodeAt(start - 1)));
  }

  /** A range of a row with whole words at its borders, `before` more words in front of it and `behind` more behind it. */
  widen(text: string, row: WordRow, range: WordRow, [before, behind]: readonly [number, number]): WordRow {
    let { from, to } = range;
    while (this.isTail(text, row, from)) from -= 1;
    for (let taken = 0; taken < before && from > row.from; taken++) {
      do from -= 1;
      while (this.isTail(text, row, from));
    }
    const isRest = () => to < row.to && this.isTail(text, row, to);
    while (isRest()) to += 1;
    for (let taken = 0; taken < behind && to < row.to; taken++) {
      do to += 1;
      while (isRest());
    }
    return { from, to };
  }

  tokensIn({ from, to }: WordRow): Token[] {
    const tokens: Token[] = [];
    for (let at = from; at < to; at++) tokens.push(tokenAt(this.words[this.ids[at]!]!, this.starts[at]!));
    return tokens;
  }

  /** The units of a range that begins and ends with whole words. */
  unitsIn(text: string, range: WordRow): Unit[] {
    return unitsOf(text, this.tokensIn(range));
  }
}

/** Marks that make one word of two, by their codes. */
const JOINTS: ReadonlySet<number> = new Set(Array.from("-'`´’‐", (mark) => mark.charCodeAt(0)));
