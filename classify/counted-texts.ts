/** Texts one behind the other: text `i` has the features `ids[starts[i]]` to `ids[starts[i + 1]]`, the latter excluded, and each so many `times`. */
export interface CountedTexts {
  readonly size: number;
  readonly starts: Uint32Array<ArrayBuffer>;
  readonly ids: Uint32Array<ArrayBuffer>;
  readonly times: Uint16Array<ArrayBuffer>;
}

/**
 * Counted texts to which more are added. All lie in three arrays, however many there are: half a million arrays of their own would
 * be looked through whenever room is made.
 */
export class GrowingTexts implements CountedTexts {
  size = 0;
  starts = new Uint32Array(1024);
  ids = new Uint32Array(65_536);
  times = new Uint16Array(65_536);

  /** Enters a text of `length` features; they go into `ids` and `times` from the returned place on. */
  open(length: number): number {
    const from = this.starts[this.size]!;
    this.#makeRoom(this.size + 1, from + length);
    this.size += 1;
    this.starts[this.size] = from + length;
    return from;
  }

  /** What the texts fill of the arrays. */
  send(): CountedTexts {
    const { size, starts, ids, times } = this;
    const end = starts[size]!;
    return { size, starts: starts.slice(0, size + 1), ids: ids.slice(0, end), times: times.slice(0, end) };
  }

  /** Adds texts in which features have other numbers; `idHere` by the number there. */
  receive(sent: CountedTexts, idHere: Uint32Array): void {
    const from = this.starts[this.size]!;
    this.#makeRoom(this.size + sent.size, from + sent.ids.length);
    for (let text = 1; text <= sent.size; text += 1)
      this.starts[this.size + text] = from + sent.starts[text]!;
    for (let at = 0; at < sent.ids.length; at += 1) this.ids[from + at] = idHere[sent.ids[at]!]!;
    this.times.set(sent.times, from);
    this.size += sent.size;
  }

  #makeRoom(texts: number, features: number): void {
    if (texts >= this.starts.length) {
      const starts = new Uint32Array(2 * texts);
      starts.set(this.starts);
      this.starts = starts;
    }
    if (features <= this.ids.length) return;
    const ids = new Uint32Array(2 * features);
    ids.set(this.ids);
    this.ids = ids;
    const times = new Uint16Array(2 * features);
    times.set(this.times);
    this.times = times;
  }
}
