import { copyOf, KnownPieces } from './known-pieces.ts';
import type { Mask, MaskKind } from './mask.ts';
import { findPhrase, matchesPhrase, type Phrase } from './mask-phrases.ts';
import { PhraseSieve } from './mask-sieve.ts';
import { type Token, tokenize } from './mask-tokens.ts';
import { isInline, openPage, type PassPieces, wordsBehind, wordsOfPiece } from './page-words.ts';
import { CAPITAL, letterClass, NO_WORD, SMALL } from './plain-words.ts';

/** A private string that stands in a finished output. */
export interface Leak {
  kind: MaskKind;
}

/** A public output would show what is private: nothing is written. Says how many and of what kind, never the words. */
export class MaskError extends Error {
  override readonly name = 'MaskError';
  readonly leaks: readonly Leak[];
  constructor(output: string, leaks: readonly Leak[]) {
    const kinds = [...new Set(leaks.map(({ kind }) => kind))].sort().join(', ');
    super(`${output} still shows ${leaks.length} private strings (${kinds}); it was not written`);
    this.leaks = leaks;
  }
}

/** Numbers are one identifier only where they are written as one: 4/19/1979 and not three cells of a table. */
const NUMBER_GAP = /^[-./]$/;
/** Identifiers are written close together. */
const CLOSE: ReadonlySet<MaskKind> = new Set(['plate', 'id', 'case number', 'A-number']);
const CLOSE_GAP = /^[ .#/-]{0,2}$/;
/** Digits in a row that are no chance, however they are grouped. */
const SURE_DIGITS = 9;

function isMeant(text: string, tokens: readonly Token[], at: number, phrase: Phrase): boolean {
  if (!matchesPhrase(text, tokens, at, phrase)) return false;
  const gaps = phrase.words
    .slice(1)
    .map((_word, i) => text.slice(tokens[at + i]!.end, tokens[at + i + 1]!.start));
  if (CLOSE.has(phrase.kind) && !gaps.every((gap) => CLOSE_GAP.test(gap))) return false;
  if (!phrase.words.every((word) => /^\d+$/.test(word))) return true;
  if (phrase.words.join('').length >= SURE_DIGITS) return true;
  if (phrase.words.length === 1) return false;
  // Days of messages are written so by this tool, and a child may be born within the release.
  if (phrase.words[0]?.length === 4 && gaps.every((gap) => gap === '-')) return false;
  return gaps.every((gap) => NUMBER_GAP.test(gap));
}

/** Letters of a hash are no name. */
function isHash(text: string, token: Token): boolean {
  return (
    /^[a-f]+$/.test(token.text) && /[0-9a-f]/.test(`${text[token.start - 1] ?? ' '}${text[token.end] ?? ' '}`)
  );
}

/** SHA-256 in hexadecimal: letters in it are nobody's name. */
const HASH = /\b[0-9a-f]{64}\b/g;
/** A page's words without the hashes of files in them. */
export function withoutHashes(words: string): string {
  return words.replace(HASH, ' ');
}

const SLASH = 47;
/** What a capital I is misread for. */
const SMALL_L = 108;

/** Stretches up to this length, in UTF-16 units, are looked at once: longer ones hardly come again. */
const OFTEN = 200;

/** What a last look asks of a mask: it can go to another thread. */
export type HiddenPhrases = Pick<Mask, 'phrases'>;

/** Looks through texts for what a mask hides. */
class Sweep {
  readonly leaks: Leak[] = [];
  readonly #mask: HiddenPhrases;
  readonly #open: ReadonlySet<string>;
  readonly #sieve: PhraseSieve;
  readonly #known = new Map<string, readonly Leak[]>();

  constructor(mask: HiddenPhrases, published: readonly string[]) {
    const open = new Set(published.flatMap((one) => tokenize(one).map((token) => token.fold)));
    this.#mask = mask;
    this.#open = open;
    this.#sieve = new PhraseSieve(mask.phrases, (one) => isHidden(one, open));
  }

  /** True where no private string can stand between `begin` and `end`. `goesOn`: behind the words that were read last. */
  isClean(text: string, begin: number, end: number, goesOn = false): boolean {
    return this.#sieve.isClean(text, begin, end, goesOn);
  }

  look(text: string): void {
    // No phrase goes over an empty line.
    for (let begin = 0; begin <= text.length; ) {
      const gap = text.indexOf('\n\n', Math.max(0, begin - 1));
      const end = gap < 0 ? text.length : gap + 1;
      if (!this.isClean(text, begin, end)) this.leaks.push(...this.#leaksIn(text.slice(begin, end)));
      begin = end + 1;
    }
  }

  #leaksIn(stretch: string): readonly Leak[] {
    if (stretch.length > OFTEN) return leaksIn(stretch, this.#mask, this.#open);
    let found = this.#known.get(stretch);
    if (found === undefined) {
      found = leaksIn(stretch, this.#mask, this.#open);
      this.#known.set(copyOf(stretch), found);
    }
    return found;
  }
}

/** What may not be read in a finished output: private, sure, and not said by what is public whatever the case. */
function isHidden({ sure, shown, words }: Phrase, open: ReadonlySet<string>): boolean {
  return sure && !shown && !words.every((word) => open.has(word));
}

/**
 * Where private strings stand in `text`. Looks for full names, rare single names, identifiers and whole addresses, but not
 * for words that are words as well ("Hale"): those are masked by their place in a sentence, which a finished output has
 * no more. `published` are texts that are public whatever the case (rules, the tool's own words): what they name is let be.
 */
export function findLeaks(text: string, mask: HiddenPhrases, published: readonly string[] = []): Leak[] {
  const sweep = new Sweep(mask, published);
  sweep.look(text);
  return sweep.leaks;
}

function leaksIn(text: string, mask: HiddenPhrases, open: ReadonlySet<string>): Leak[] {
  const tokens = tokenize(text);
  const leaks: Leak[] = [];
  let shown = 0;
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at]!;
    if (!mask.phrases.has(token.fold)) continue;
    const readable = findPhrase(mask.phrases, text, tokens, at, (one) => one.shown);
    if (readable !== undefined) shown = Math.max(shown, at + readable.words.length);
    if (at < shown) continue;
    const phrase = findPhrase(
      mask.phrases,
      text,
      tokens,
      at,
      (one) => isHidden(one, open) && isMeant(text, tokens, at, one) && !isHash(text, token),
    );
    if (phrase !== undefined) leaks.push({ kind: phrase.kind });
  }
  return leaks;
}

/** The last look at a page, section by section, so that it need not be held whole. */
export interface PageSweep {
  /** A section may end anywhere. */
  read(section: string): void;
  /** @throws MaskError where a private string of the mask was read. */
  end(): void;
}

/** Whether a character may be of one word with what stands at `at`. "policeOfficer" is two. */
function isOneWord(before: number, text: string, at: number): boolean {
  const [left, right] = [letterClass(before), letterClass(text.charCodeAt(at))];
  if (before < 0 || left === NO_WORD || right === NO_WORD) return false;
  const isTwo = left === SMALL && right === CAPITAL && letterClass(text.charCodeAt(at + 1)) === SMALL;
  return !isTwo || before === SMALL_L;
}

/**
 * A function that passes the pieces of a page that say nothing private as they stand: up to one with entities, or with a word
 * that goes over a mark.
 */
function passClean(sweep: Sweep): PassPieces {
  const clean = new KnownPieces();
  let known = '';
  /** Where the next `&` of the page is: what holds one is decoded before it is looked at. */
  let entity = -1;
  const isCleanMark = (page: string, begin: number, end: number): boolean => {
    if (page.charCodeAt(begin + 1) === SLASH || clean.has(page, begin, end)) return true;
    if (!sweep.isClean(page, begin, end)) return false;
    clean.add(page, begin, end);
    return true;
  };
  return (page, from) => {
    if (page !== known || entity < from) {
      known = page;
      entity = page.indexOf('&', from);
      if (entity < 0) entity = page.length;
    }
    let whole = from;
    /** The marks of a piece, each by its two places: they are looked at behind its words. */
    let marks: number[] = [];
    /** The last character of the piece's words; -1 where it has none yet. */
    let last = -1;
    for (let at = from; ; ) {
      const mark = page.indexOf('<', at);
      const end = mark < 0 ? 0 : page.indexOf('>', mark) + 1;
      if (end === 0 || end > entity) return whole;
      if (mark > at) {
        if (!sweep.isClean(page, at, mark, last >= 0)) return whole;
        last = page.charCodeAt(mark - 1);
      }
      at = end;
      if (isInline(page, mark)) {
        if (isOneWord(last, page, end)) return whole;
        marks.push(mark, end);
        continue;
      }
      if (wordsBehind(page, mark, end) !== end || !isCleanMark(page, mark, end)) return whole;
      for (let i = 0; i < marks.length; i += 2) {
        if (!isCleanMark(page, marks[i]!, marks[i + 1]!)) return whole;
      }
      if (marks.length > 0) marks = [];
      whole = end;
      last = -1;
    }
  };
}

/** The last look at a page that is being written: at its words and the values of all attributes, but not at hashes. */
export function sweepPage(output: string, mask: HiddenPhrases, published: readonly string[] = []): PageSweep {
  const sweep = new Sweep(mask, published);
  const page = openPage((source, begin, end, isTag) => {
    const { text, attributes } = wordsOfPiece(source.slice(begin, end), isTag);
    for (const words of [text, ...attributes]) sweep.look(withoutHashes(words));
  }, passClean(sweep));
  return {
    read: page.read,
    end: () => {
      page.end();
      if (sweep.leaks.length > 0) throw new MaskError(output, sweep.leaks);
    },
  };
}

/**
 * The last look at a public output before it is written.
 *
 * @throws MaskError where a private string of the mask survives in it.
 */
export function assertMasked(
  output: string,
  text: string,
  mask: HiddenPhrases,
  published: readonly string[] = [],
): void {
  const leaks = findLeaks(text, mask, published);
  if (leaks.length > 0) throw new MaskError(output, leaks);
}
