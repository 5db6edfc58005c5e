import type { MaskKind } from './mask.ts';
import { type Token, tokenize } from './mask-tokens.ts';

/**
 * When a phrase counts: `any` in whatever letters; `capital` only where its first word begins with a capital letter;
 * `inside` a capital that does not stand at the beginning of a sentence.
 */
export type PhraseCase = 'any' | 'capital' | 'inside';

/** Words that are masked wherever they stand, with the person they name (an index) or none. */
export interface Phrase {
  words: string[];
  kind: MaskKind;
  person: number | null;
  label: string;
  when: PhraseCase;
  /** Long and rare enough that its words in a finished output can only be the private ones. */
  sure: boolean;
  /** True for words that are to stay readable: what a person takes off the list, addresses of agencies. */
  shown: boolean;
}

/** Phrases that begin with one word: the word by itself, and longer ones by their second word, longest first. */
export interface Beginning {
  alone: Phrase[];
  longer: Map<string, Phrase[]>;
}

export type PhraseIndex = ReadonlyMap<string, Beginning>;

/** Of phrases with the same words the one that comes first counts. */
export function indexPhrases(phrases: readonly Phrase[]): PhraseIndex {
  const index = new Map<string, Beginning>();
  for (const phrase of phrases) {
    const [first, second] = phrase.words;
    if (first === undefined) continue;
    let beginning = index.get(first);
    if (beginning === undefined) {
      beginning = { alone: [], longer: new Map() };
      index.set(first, beginning);
    }
    if (second === undefined) beginning.alone.push(phrase);
    else beginning.longer.set(second, [...(beginning.longer.get(second) ?? []), phrase]);
  }
  for (const { longer } of index.values()) {
    for (const list of longer.values()) list.sort((a, b) => b.words.length - a.words.length);
  }
  return index;
}

/** The first phrase, longest before shortest, that stands at the `at`-th token and is `meant`. */
export function findPhrase(
  index: PhraseIndex,
  text: string,
  tokens: readonly Token[],
  at: number,
  meant: (phrase: Phrase) => boolean,
): Phrase | undefined {
  const beginning = index.get(tokens[at]!.fold);
  if (beginning === undefined) return undefined;
  const second = tokens[at + 1]?.fold;
  const longer = second === undefined ? undefined : beginning.longer.get(second);
  return (
    longer?.find((phrase) => meant(phrase) && matchesPhrase(text, tokens, at, phrase)) ??
    beginning.alone.find(meant)
  );
}

/** The words of a name or identifier, as phrases hold them. */
export function phraseWords(text: string): string[] {
  return tokenize(text).map((token) => token.fold);
}

/** Between two words of a phrase: spaces, one line break, points, hyphens, commas and the marks before quoted lines. */
const GAP = /^(?:[ \t.,'’`´_\-–—/#()]|\r?\n[>| ]*){0,5}$/;

/** True where the words of `phrase` follow one another from the `at`-th token on. */
export function matchesPhrase(text: string, tokens: readonly Token[], at: number, phrase: Phrase): boolean {
  for (let i = 1; i < phrase.words.length; i++) {
    const token = tokens[at + i];
    if (token === undefined || token.fold !== phrase.words[i]) return false;
    if (!GAP.test(text.slice(tokens[at + i - 1]!.end, token.start))) return false;
  }
  return true;
}
