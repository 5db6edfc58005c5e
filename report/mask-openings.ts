import type { Beginning, PhraseIndex } from './mask-phrases.ts';
import type { Token } from './mask-tokens.ts';
import type { WordRows } from './word-rows.ts';

/** Says where in the texts of a case one of some phrases may stand. */
export class Openings {
  readonly #rows: WordRows;
  /** The phrases that begin with a word, by its number. */
  readonly #beginnings: (Beginning | undefined)[];

  constructor(index: PhraseIndex, rows: WordRows) {
    this.#rows = rows;
    this.#beginnings = rows.words.map(({ fold }) => index.get(fold));
  }

  /**
   * The words of each phrase that may begin in a text, in order, as many as its longest has; all at which one does, and few
   * more. Null where the text is not of the case: it has to be cut into words.
   */
  in(text: string): Token[][] | null {
    const row = this.#rows.rowOf(text);
    if (row === null) return null;
    const { ids, words } = this.#rows;
    const found: Token[][] = [];
    for (let at = row.from; at < row.to; at++) {
      const beginning = this.#beginnings[ids[at]!];
      if (beginning === undefined) continue;
      const second = at + 1 < row.to ? words[ids[at + 1]!]!.fold : '';
      const longest = beginning.longer.get(second)?.[0]?.words.length ?? Math.min(beginning.alone.length, 1);
      if (longest > 0) found.push(this.#rows.tokensIn({ from: at, to: Math.min(at + longest, row.to) }));
    }
    return found;
  }
}
