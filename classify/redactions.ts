import type { ReadItem } from './read-item.ts';
import type { Token } from './tokenize.ts';

/** Letters and spaces that one word takes up on a line, on average. */
const WORD = 6;

/** Words from which what is blacked out in one piece is more than a name, a number or an address. */
const PASSAGE = 5;
/** The same for a line of nothing else that ends a message: it may be one of a signature, with a title and an office. */
const LAST_LINE = 10;

/**
 * Marks that hide what was said and not who. Federal exemptions (5 U.S.C. 552(b)) for what an agency weighed, (5), an open inquiry,
 * (7)(A), what a source told, (7)(D), and methods, (7)(E); (6) and (7)(C) hide names. In Illinois (5 ILCS 140/7) 7(1)(d) to (f) against
 * (b) and (c), which hide names. Or the mark says so: "[withheld: 2 pages]".
 */
const SUBSTANCE =
  /\(5\)|\(7\)\s?\([ade]\)|^7\(1\)\([d-f]\)|\b(?:lines?|paragraphs?|sentences?|pages?|in full|entirely)\b/;

/** How many words a mark stands for. */
function wordsUnder(mark: string): number {
  if (SUBSTANCE.test(mark)) return LAST_LINE;
  return /^[█■▇]/.test(mark) ? Math.max(1, Math.round(mark.length / WORD)) : 1;
}

/** What is blacked out of an item. */
export interface Redactions {
  /** Marks and words that can be read. */
  words: number;
  /** Marks among them. */
  marks: number;
  /** True where a passage is blacked out in one piece, which may be the one that tells what the item is about. */
  passage: boolean;
}

/** What is blacked out of an item, signatures aside. */
export function findRedactions({ table, clauses }: ReadItem): Redactions {
  const mark = table.numberOf('<redacted>');
  const found = { words: 0, marks: 0, passage: false };
  // What the lines hide that stand behind all words of their message, as far as it is read.
  let last = 0;
  for (const [at, { kind, message, tokens, stems }] of clauses.entries()) {
    if (message !== clauses[at - 1]?.message) last = 0;
    if (kind === 'signature') continue;
    const marks = stems.reduce((sum, stem) => sum + (stem === mark ? 1 : 0), 0);
    found.words += tokens.length;
    found.marks += marks;
    const hidden = marks === 0 ? 0 : mostInOnePiece(tokens, stems, mark);
    if (marks < tokens.length) {
      if (Math.max(hidden, last) >= PASSAGE) found.passage = true;
      last = 0;
    } else {
      if (hidden >= LAST_LINE) found.passage = true;
      last = Math.max(last, hidden);
    }
  }
  return found;
}

/** Words under the marks of a clause that stand behind one another, at most. */
function mostInOnePiece(tokens: readonly Token[], stems: Int32Array, mark: number): number {
  let most = 0;
  let piece = 0;
  for (const [at, { text }] of tokens.entries()) {
    piece = stems[at] === mark ? piece + wordsUnder(text) : 0;
    most = Math.max(most, piece);
  }
  return most;
}
