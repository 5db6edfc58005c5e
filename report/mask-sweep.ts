import type { Mask, MaskKind } from './mask.ts';
import { findPhrase, matchesPhrase, type Phrase } from './mask-phrases.ts';
import { type Token, tokenize } from './mask-tokens.ts';

/** A private string that stands in a finished output. `at` is an offset into the text that was swept. */
export interface Leak {
  kind: MaskKind;
  at: number;
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

/**
 * Where private strings stand in `text`. Looks for full names, rare single names, identifiers and whole addresses, but not
 * for words that are words as well ("Hale"): those are masked by their place in a sentence, which a finished output has
 * no more. `published` are texts that are public whatever the case (rules, the tool's own words): what they name is let be.
 */
export function findLeaks(text: string, mask: Mask, published: readonly string[] = []): Leak[] {
  const open = new Set(published.flatMap((one) => tokenize(one).map((token) => token.fold)));
  const leaks: Leak[] = [];
  // No phrase goes over an empty line, and an output says most of its stretches many times.
  const known = new Map<string, Leak[]>();
  let begin = 0;
  for (const stretch of text.split(/(?<=\n)\n/)) {
    let found = known.get(stretch);
    if (found === undefined) {
      found = leaksIn(stretch, mask, open);
      known.set(stretch, found);
    }
    for (const leak of found) leaks.push({ ...leak, at: leak.at + begin });
    begin += stretch.length + 1;
  }
  return leaks;
}

function leaksIn(text: string, mask: Mask, open: ReadonlySet<string>): Leak[] {
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
      (one) =>
        one.sure &&
        !one.shown &&
        !one.words.every((word) => open.has(word)) &&
        isMeant(text, tokens, at, one) &&
        !isHash(text, token),
    );
    if (phrase !== undefined) leaks.push({ kind: phrase.kind, at: token.start });
  }
  return leaks;
}

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

function decode(html: string): string {
  return html.replace(
    /&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/giu,
    (whole, hex: string, decimal: string, name: string) => {
      if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex, 16));
      if (decimal !== undefined) return String.fromCodePoint(Number(decimal));
      return ENTITIES[name.toLowerCase()] ?? whole;
    },
  );
}

/** Marks inside a line are taken out without a trace, so that a name over the border of one is seen. */
const INLINE = /^<\/?(?:mark|b|i|em|strong|span|a|code|abbr|time)\b/i;
const ATTRIBUTE = /\s[\w:-]+="([^"]*)"/g;
/** What has no words: the rest of a style sheet or of code up to its end. Data in JSON is read. */
const MUTE = /^<(style|script)(?![^>]*json)[\s>]/i;

/** What a page says: its text with marks taken out, and the values of all attributes. Styles, code and pictures are no text. */
export function wordsOfHtml(html: string): string {
  const plain = html.includes(';base64,') ? html.replace(/data:[\w/+.-]+;base64,[\w+/=]+/g, ' ') : html;
  const text: string[] = [];
  const attributes: string[] = [];
  let at = 0;
  while (at < plain.length) {
    const begin = plain.indexOf('<', at);
    const end = begin < 0 ? -1 : plain.indexOf('>', begin);
    if (end < 0) break;
    text.push(plain.slice(at, begin));
    const tag = plain.slice(begin, end + 1);
    at = end + 1;
    if (tag.includes('="')) for (const match of tag.matchAll(ATTRIBUTE)) attributes.push(match[1] ?? '');
    if (!INLINE.test(tag)) text.push('\n\n');
    const mute = MUTE.exec(tag)?.[1];
    if (mute === undefined) continue;
    const close = new RegExp(`</${mute}>`, 'gi');
    close.lastIndex = at;
    at = close.exec(plain)?.index ?? plain.length;
  }
  text.push(plain.slice(at));
  return decode(`${text.join('')}\n\n${attributes.join('\n\n')}`);
}

/**
 * The last look at a public output before it is written.
 *
 * @throws MaskError where a private string of the mask survives in it.
 */
export function assertMasked(
  output: string,
  text: string,
  mask: Mask,
  published: readonly string[] = [],
): void {
  const leaks = findLeaks(text, mask, published);
  if (leaks.length > 0) throw new MaskError(output, leaks);
}
