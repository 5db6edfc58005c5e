import { readRecord, readStrings } from './read-json.ts';
import { dropPossessive, type Token, tokenize } from './tokenize.ts';

/** Named sets of phrases (`off.drug`, `status`, `cleared` …), indexed by their first word. */
export interface CueLexicon {
  names: string[];
  exact: Map<string, Phrase[]>;
  /** Phrases whose first word ends in `*`, by its first three letters. */
  prefix: Map<string, Phrase[]>;
}

interface Phrase {
  cue: number;
  words: string[];
}

/** A phrase of the lexicon found in a text: tokens `[from, to)`. */
export interface CueHit {
  cue: number;
  name: string;
  from: number;
  to: number;
}

/** Phrases by cue, as the file has them. */
export type CueLists = Record<string, string[]>;

/** Reads `classify/lexicon/cues.json`. Throws `TypeError` where it is malformed. */
export function parseCueLists(value: unknown): CueLists {
  const cues = readRecord(readRecord(value, 'cues').cues, 'cues.cues');
  return Object.fromEntries(
    Object.keys(cues)
      .sort()
      .map((name) => [name, readStrings(cues[name], `cues.${name}`)]),
  );
}

/** Prepares the lists for looking through texts. */
export function indexCues(cues: CueLists): CueLexicon {
  const names = Object.keys(cues).sort();
  const exact = new Map<string, Phrase[]>();
  const prefix = new Map<string, Phrase[]>();
  for (const [cue, name] of names.entries()) {
    for (const phrase of cues[name] ?? []) {
      const words = wordsOf(phrase);
      const first = words[0] ?? '';
      const index = first.endsWith('*') ? prefix : exact;
      const key = first.endsWith('*') ? first.slice(0, 3) : first;
      if (key.includes('*'))
        throw new TypeError(`cues.${name}: "${phrase}" needs three letters before its *`);
      const list = index.get(key) ?? [];
      list.push({ cue, words });
      index.set(key, list);
    }
  }
  for (const list of [...exact.values(), ...prefix.values()]) {
    list.sort((a, b) => b.words.length - a.words.length);
  }
  return { names, exact, prefix };
}

/** A phrase as the tokeniser would leave it, with the marks "*" and "#" kept. */
function wordsOf(phrase: string): string[] {
  return phrase
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => /[\p{L}\p{N}[]/u.test(word) || word === '#')
    .flatMap((word) => {
      const bare = word.replace(/\.$/, '');
      return bare.includes('/') ? tokenize(bare).map(({ text }) => text) : [dropPossessive(bare)];
    });
}

function wordFits(word: string, token: string | undefined): boolean {
  if (token === undefined) return false;
  if (word === token) return true;
  if (word === '#') return /^\d+$/.test(token);
  return word.endsWith('*') && token.length >= word.length - 1 && token.startsWith(word.slice(0, -1));
}

function fits(phrase: Phrase, tokens: Token[], at: number): boolean {
  for (let word = 0; word < phrase.words.length; word += 1) {
    if (!wordFits(phrase.words[word] ?? '', tokens[at + word]?.text)) return false;
  }
  return true;
}

/** Every cue in the tokens, in order; of the phrases of one cue that begin at a token the longest counts. */
export function findCues(tokens: Token[], lexicon: CueLexicon): CueHit[] {
  const hits: CueHit[] = [];
  const found = new Set<number>();
  for (let at = 0; at < tokens.length; at += 1) {
    const text = tokens[at]?.text ?? '';
    found.clear();
    for (const list of [lexicon.exact.get(text), lexicon.prefix.get(text.slice(0, 3))]) {
      if (list === undefined) continue;
      for (const phrase of list) {
        if (found.has(phrase.cue) || !fits(phrase, tokens, at)) continue;
        found.add(phrase.cue);
        hits.push({
          cue: phrase.cue,
          name: lexicon.names[phrase.cue] ?? '',
          from: at,
          to: at + phrase.words.length,
        });
      }
    }
  }
  return hits;
}
