import type { ReadClause } from './read-clause.ts';
import type { ReadItem } from './read-item.ts';

/** Letters and spaces that one word takes up on a line, on average. */
const WORD = 6;

/** Words from which what is blacked out in one piece is more than a name or a number. */
const PASSAGE = 5;
/** The same for a line of nothing else that ends a message, and from which all such lines together are more than a signature. */
const LAST_LINE = 10;
const SIGNATURE = 20;

/**
 * Marks that hide what was said and not who. Federal exemptions (5 U.S.C. 552(b)) for what an agency weighed, (5), an open inquiry,
 * (7)(A), what a source told, (7)(D), and methods, (7)(E); (6) and (7)(C) hide names. In Illinois (5 ILCS 140/7) 7(1)(d) to (f) against
 * (b) and (c), which hide names. Or the mark says so: "[withheld: 2 pages]".
 */
const SUBSTANCE =
  /\(b\)\s?\(5\)|\bb\s?\(?5\b|\b(?:b\s?)?\(?7\)?\s?\(?[ade]\b|(?:^|[\s/])7\(1\)\s?\([d-f]\)|\b(?:lines?|pp?|pages?|paragraphs?|sentences?|in full|entirely|attorney|deliberative|narrative|body|attachment)\b/;
/** Marks in brackets that are cut in two where sentences are, and bars of signs that are no words. */
const CUT_MARK = /\[[^\]\n]{0,20}(?:redacted|withheld)[^\]\n]{0,40}\]/g;
const OTHER_BARS = /[▆▉▊⬛]{5,}/u;
/** Long names of authorities, in a mark. */
const AUTHORITIES = /immigra|homeland|border|customs|deport|detain|removal|uscis|usbp|opla|\bdro\b|i\.c\.e/;

/** How many words a mark stands for; a single square is a box of a form. */
function wordsUnder(mark: string): number {
  if (SUBSTANCE.test(mark)) return LAST_LINE;
  if (!/^[█■▇]/.test(mark)) return 1;
  return mark.length === 1 ? 0 : Math.max(1, Math.round(mark.length / WORD));
}

/** What is blacked out of an item. */
export interface Redactions {
  /** Marks and words that can be read. */
  words: number;
  /** Marks among them. */
  marks: number;
  /**
   * True where a passage is blacked out in one piece, which may be the one that tells what the item is about. Of signatures
   * only lines of nothing but marks are looked at.
   */
  passage: boolean;
  /** True where a mark in brackets names an immigration authority. */
  authority: boolean;
}

/** What is blacked out of an item. */
export function redactionsOf({ table, clauses, input }: ReadItem): Redactions {
  const mark = table.numberOf('<redacted>');
  let words = 0;
  let marks = 0;
  let authority = false;
  for (const { stems, tokens } of clauses) {
    words += stems.length;
    for (let at = 0; at < stems.length; at += 1) {
      if (stems[at] !== mark) continue;
      marks += 1;
      authority ||= AUTHORITIES.test(tokens[at]!.text);
    }
  }
  if (hidesInOtherWays(input.body)) return { words, marks, passage: true, authority };
  if (marks === 0) return { words, marks, passage: false, authority };
  return { words, marks, passage: cutByMessage(clauses).some((own) => hidesPassage(own, mark)), authority };
}

/** The clauses in stretches of one message each: an answer may stand between the lines of another. */
function cutByMessage(clauses: readonly ReadClause[]): ReadClause[][] {
  const cut: ReadClause[][] = [];
  for (const clause of clauses) {
    const last = cut.at(-1);
    if (last?.[0]?.message === clause.message) last.push(clause);
    else cut.push([clause]);
  }
  return cut;
}

/** True where a passage is hidden by what is no mark among the words. */
function hidesInOtherWays(body: string): boolean {
  if (OTHER_BARS.test(body)) return true;
  if (!/redacted|withheld/i.test(body)) return false;
  return (body.toLowerCase().match(CUT_MARK) ?? []).some((cut) => SUBSTANCE.test(cut));
}

/** Whether one of the clauses of a message, or several in one piece, hide a passage. */
function hidesPassage(clauses: readonly ReadClause[], mark: number): boolean {
  let readable = false;
  // Words of the piece that goes on, and of lines of nothing but marks since words were read: the longest, and all.
  let piece = 0;
  let longest = 0;
  let lines = 0;
  for (const { where, kind, tokens, stems } of clauses) {
    const blank = stems.every((stem) => stem === mark);
    if (kind === 'signature' && !blank) continue;
    if (blank) {
      const line = tokens.reduce((sum, { text }) => sum + wordsUnder(text), 0);
      longest = Math.max(longest, line);
      lines += line;
      if (line >= LAST_LINE || lines >= SIGNATURE) return true;
      // A line of its own ends what was cut in the one before.
      piece = 0;
      continue;
    }
    readable ||= where === 'body';
    if (longest >= PASSAGE) return true;
    longest = 0;
    lines = 0;
    for (const [at, { text }] of tokens.entries()) {
      piece = stems[at] === mark ? piece + wordsUnder(text) : 0;
      if (piece >= PASSAGE) return true;
    }
  }
  return !readable && lines >= PASSAGE;
}
