import type { ReadItem } from './read-item.ts';

/** Letters and spaces that one word takes up on a line, on average. */
const WORD = 6;

/** Words from which what is blacked out in one piece is more than a name, a number or an address. */
const PASSAGE = 5;

/**
 * Marks that hide what was said and not who. Federal exemptions (5 U.S.C. 552(b)) for what an agency weighed, (5), an open inquiry,
 * (7)(A), what a source told, (7)(D), and methods, (7)(E); (6) and (7)(C) hide names. In Illinois (5 ILCS 140/7) 7(1)(d) to (f) against
 * (b) and (c), which hide names. Or the mark says so: "[withheld: 2 pages]".
 */
const SUBSTANCE =
  /\(5\)|\(7\)\s?\([ade]\)|^7\(1\)\([d-f]\)|\b(?:lines?|paragraphs?|sentences?|pages?|in full|entirely)\b/;

/** How many words a mark stands for. */
function wordsUnder(mark: string): number {
  if (SUBSTANCE.test(mark)) return PASSAGE;
  return /^[█■▇]/.test(mark) ? Math.max(1, Math.round(mark.length / WORD)) : 1;
}

/** What is blacked out of an item. */
export interface Redactions {
  /** Marks and words that can be read. */
  words: number;
  /** Marks among them. */
  marks: number;
  /** True where a passage of five words or more is blacked out in one piece, which may be the one that tells what the item is about. */
  passage: boolean;
}

/** What is blacked out of an item, signatures aside. */
export function findRedactions({ table, clauses }: ReadItem): Redactions {
  const mark = table.numberOf('<redacted>');
  const found = { words: 0, marks: 0, passage: false };
  // A passage goes on through lines and sentences.
  let inOnePiece = 0;
  for (const { kind, tokens, stems } of clauses) {
    if (kind === 'signature') continue;
    found.words += tokens.length;
    for (const [at, { text }] of tokens.entries()) {
      if (stems[at] !== mark) {
        inOnePiece = 0;
        continue;
      }
      found.marks += 1;
      inOnePiece += wordsUnder(text);
      if (inOnePiece >= PASSAGE) found.passage = true;
    }
  }
  return found;
}
