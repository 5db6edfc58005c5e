import { readRecord, readStrings } from './read-json.ts';
import { toldByCue } from './surroundings.ts';
import { dropPossessive, type Token, tokenize } from './tokenize.ts';

/** Named sets of phrases (`off.drug`, `status`, `cleared` …), indexed by their first word. */
export interface CueLexicon {
  names: string[];
  exact: Map<string, Phrase[]>;
  /** Phrases whose first word ends in `*`, by its first three letters. */
  prefix: Map<string, Phrase[]>;
  /** Names of the cues as they stand in a text, `denied `, `asked ` or `past ` before them; sorted. */
  scoped: string[];
  /** Place among `scoped` by cue and scope (in the order of SCOPES). */
  scopedAt: Int32Array;
  /** 1 for the cues that mean something else where they are denied, asked or long past. */
  turns: Uint8Array;
  /** 1 for the cues that are read only together (`find-events.ts`). */
  events: Uint8Array;
  /** What each cue tells of its clause, as a number of TOLD (`surroundings.ts`); 0 for none of these. */
  told: Uint8Array;
  /** The broad kinds of cues, sorted; pairs of them tell what comes together in an item. */
  kinds: string[];
  /** Place among `kinds` by place among `scoped`; -1 for a cue that is of no kind. */
  kindOf: Int16Array;
}

/** How a cue stands in its clause: told as a fact, denied, asked, or told of the past. */
export const SCOPES = ['told', 'denied', 'asked', 'past'] as const;
export type Scope = (typeof SCOPES)[number];

const TURNS = /^(?:off\.|warrant\.|crime\.word|infraction|detainer|status|call\.made|victim|missing)/;

const EVENT = 'event.';

/**
 * The broad kind of a cue as it stands in a text, null for none: all offences are of one kind, and all office business; what is
 * denied is of no kind, except that a denied offence says much.
 */
function kindOf(cue: string, scope: Scope): string | null {
  if (cue.startsWith(EVENT)) return null;
  if (cue === 'off.reentry') return scope === 'told' ? 'reentry' : null;
  if (cue.startsWith('off.') || cue === 'crime.word' || cue === 'warrant.criminal') {
    if (scope === 'denied') return 'no offence';
    if (scope === 'past') return 'past offence';
    return cue === 'crime.word' ? 'crime' : 'offence';
  }
  if (cue === 'near.everyday') return null;
  if (cue.startsWith('near.')) return 'near-miss';
  if (cue.startsWith('admin.')) return 'office';
  return scope === 'denied' ? null : cue;
}

/** A phrase of a cue: its words, the first of which is looked up. */
export interface Phrase {
  cue: number;
  words: string[];
  /** True where it is an ordinary word as well, see `CueData`. */
  hint: boolean;
}

/** The phrases that may begin with one token, by what has to stand behind it. */
export interface Phrases {
  /** All of them: the exact ones first, the longest of each first. */
  all: Phrase[];
  /** Places among `all`, ascending, of those that can stand whatever follows: of one word, or going on with a number or a beginning. */
  whatever: readonly number[];
  /** The same with those whose second word is the key. */
  bySecond: Map<string, readonly number[]>;
  /** The marks (`markOf`) of all keys together: most words that follow are told from them without being looked up. */
  marks: number;
}

/** A phrase of the lexicon found in a text: tokens `[from, to)`. */
export interface CueHit {
  cue: number;
  name: string;
  from: number;
  to: number;
  hint: boolean;
}

/** Phrases by cue. */
export type CueLists = Record<string, string[]>;

/** What `classify/lexicon/cues.json` holds. */
export interface CueData {
  cues: CueLists;
  /**
   * Those of the phrases that are ordinary words too ("national", "status", a sector): they mean what their cue says beside
   * others, and by themselves in an office's mail mostly something else.
   */
  hints: CueLists;
}

/** Reads `classify/lexicon/cues.json`. Throws `TypeError` where it is malformed or a hint is no phrase of its cue. */
export function parseCues(value: unknown): CueData {
  const record = readRecord(value, 'cues');
  const cues = readLists(record.cues, 'cues.cues');
  const hints = readLists(record.hints, 'cues.hints');
  for (const [name, phrases] of Object.entries(hints)) {
    const stray = phrases.find((phrase) => !cues[name]?.includes(phrase));
    if (stray !== undefined) throw new TypeError(`cues.hints.${name}: "${stray}" is no phrase of the cue`);
  }
  return { cues, hints };
}

/** Lists by their sorted names. */
function readLists(value: unknown, where: string): CueLists {
  const lists = readRecord(value, where);
  return Object.fromEntries(
    Object.keys(lists)
      .sort()
      .map((name) => [name, readStrings(lists[name], `${where}.${name}`)]),
  );
}

/** Prepares the lists for looking through texts. */
export function indexCues(cues: CueLists, hints: CueLists = {}): CueLexicon {
  const names = Object.keys(cues).sort();
  const exact = new Map<string, Phrase[]>();
  const prefix = new Map<string, Phrase[]>();
  for (const [cue, name] of names.entries()) {
    const hinting = new Set(hints[name]);
    for (const phrase of cues[name] ?? []) {
      const words = wordsOf(phrase);
      const first = words[0] ?? '';
      const index = first.endsWith('*') ? prefix : exact;
      const key = first.endsWith('*') ? first.slice(0, 3) : first;
      if (key.includes('*'))
        throw new TypeError(`cues.${name}: "${phrase}" needs three letters before its *`);
      const list = index.get(key) ?? [];
      list.push({ cue, words, hint: hinting.has(phrase) });
      index.set(key, list);
    }
  }
  for (const list of [...exact.values(), ...prefix.values()]) {
    list.sort((a, b) => b.words.length - a.words.length);
  }
  const inScopes = names.flatMap((name) =>
    SCOPES.map((scope) => (scope === 'told' ? name : `${scope} ${name}`)),
  );
  const scoped = [...inScopes].sort();
  const place = new Map(scoped.map((name, at) => [name, at]));
  const scopedAt = Int32Array.from(inScopes, (name) => place.get(name) ?? -1);
  const kindsOf = names.flatMap((name) => SCOPES.map((scope) => kindOf(name, scope)));
  const kinds = [...new Set(kindsOf.filter((kind) => kind !== null))].sort();
  const kindByPlace = new Int16Array(scoped.length).fill(-1);
  for (const [at, kind] of kindsOf.entries()) {
    if (kind !== null) kindByPlace[scopedAt[at]!] = kinds.indexOf(kind);
  }
  return {
    names,
    exact,
    prefix,
    scoped,
    scopedAt,
    turns: Uint8Array.from(names, (name) => (TURNS.test(name) ? 1 : 0)),
    events: Uint8Array.from(names, (name) => (name.startsWith(EVENT) ? 1 : 0)),
    told: Uint8Array.from(names, toldByCue),
    kinds,
    kindOf: kindByPlace,
  };
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

/** True where the words after the first stand behind the token as well. */
function fits(words: readonly string[], tokens: readonly Token[], at: number): boolean {
  for (let word = 1; word < words.length; word += 1) {
    if (!wordFits(words[word]!, tokens[at + word]?.text)) return false;
  }
  return true;
}

/** The phrases whose first word the token fits, which a name (`isName`) has to be and not only to begin with; null for none. */
export function phrasesFrom(token: string, { exact, prefix }: CueLexicon, isName = false): Phrases | null {
  const alike = isName ? undefined : prefix.get(token.slice(0, 3));
  const begun = alike?.filter(({ words }) => wordFits(words[0]!, token)) ?? [];
  const all = [...(exact.get(token) ?? []), ...begun];
  if (all.length === 0) return null;
  const whatever: number[] = [];
  const seconds = new Map<string, number[]>();
  for (const [at, { words }] of all.entries()) {
    const second = words[1];
    if (second === undefined || second === '#' || second.endsWith('*')) whatever.push(at);
    else seconds.set(second, [...(seconds.get(second) ?? []), at]);
  }
  const bySecond = new Map(
    [...seconds].map(([second, own]) => [second, [...own, ...whatever].sort((a, b) => a - b)]),
  );
  const marks = [...bySecond.keys()].reduce((sum, second) => sum | markOf(second), 0);
  return { all, whatever, bySecond, marks };
}

/** One of 32 bits for a word. */
const markOf = (word: string): number => 1 << ((word.charCodeAt(0) * 5 + word.length) & 31);

/** Places of the phrases that can stand where `next` follows, ascending. */
function candidates({ whatever, bySecond, marks }: Phrases, next: string | undefined): readonly number[] {
  if (next === undefined || (marks & markOf(next)) === 0) return whatever;
  return bySecond.get(next) ?? whatever;
}

/**
 * Every cue in the tokens, in order; of the phrases of one cue that begin at a token the longest counts. `words` has what
 * `phrasesFrom` gives for each token.
 */
export function findCues(
  tokens: readonly Token[],
  words: readonly { phrases: Phrases | null }[],
  { names }: CueLexicon,
): CueHit[] {
  const hits: CueHit[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const here = words[at]!.phrases;
    if (here === null) continue;
    const first = hits.length;
    for (const place of candidates(here, tokens[at + 1]?.text)) {
      const phrase = here.all[place]!;
      const { cue } = phrase;
      if (!fits(phrase.words, tokens, at) || foundAt(hits, first, cue)) continue;
      hits.push({ cue, name: names[cue]!, from: at, to: at + phrase.words.length, hint: phrase.hint });
    }
  }
  return hits;
}

/** True where one of the hits from `first` on is of the cue. */
function foundAt(hits: readonly CueHit[], first: number, cue: number): boolean {
  for (let at = first; at < hits.length; at += 1) if (hits[at]!.cue === cue) return true;
  return false;
}
