import type { ResolvedAgency } from './agencies.ts';
import { resolveAgency } from './agencies.ts';
import { splitClauses } from './clauses.ts';
import type { CoderInput } from './coding.ts';
import { type CueHit, findCues } from './cue-lexicon.ts';
import { scopeOf } from './cue-scope.ts';
import type { Lexicons } from './lexicons.ts';
import { splitParts } from './split-parts.ts';
import { wordOf } from './stem.ts';
import { type Token, tokenize } from './tokenize.ts';

/** A clause with what was found in it. `start` and `end` are offsets into the body, or into the subject. */
export interface ReadClause {
  where: 'body' | 'subject';
  start: number;
  end: number;
  kind: 'subject' | 'new' | 'quoted' | 'signature';
  /** Index into `ReadItem.speakers`. */
  message: number;
  tokens: Token[];
  /** Stem or shape of each token. */
  words: string[];
  cues: CueHit[];
  /** Names of the cues, each once, sorted; with `denied `, `asked ` or `past ` before those that turn on it. */
  cueNames: string[];
  /** The words with a cue's name in place of the words that gave it: "sold", "<off.drug>". */
  classed: string[];
  /** True where the clause itself names an immigration authority or one of its papers. */
  authority: boolean;
}

/** An item cut up and looked through: the input of features, rules and evidence alike. */
export interface ReadItem {
  input: CoderInput;
  /** The subject first, then the clauses of the body in order; disclaimers and headings are left out. */
  clauses: ReadClause[];
  /** Who wrote each message, the newest first. */
  speakers: ResolvedAgency[];
  recipients: ResolvedAgency[];
}

/** See `ReadClause.classed`; where cues overlap the first stands. */
function classWords(words: string[], cues: readonly CueHit[]): string[] {
  if (cues.length === 0) return words;
  const classed = [...words];
  const taken = new Uint8Array(words.length);
  for (const hit of cues) {
    for (let at = hit.from; at < hit.to; at += 1) {
      if (taken[at] === 0) classed[at] = `<${hit.name}>`;
      taken[at] = 1;
    }
  }
  return classed;
}

const AUTHORITY = new Set(['ice', 'ero', 'hsi', 'cbp', 'uscis', 'lesc', 'dhs', 'detainer', 'warrant.admin']);

/** Reads one item. Nothing of it is judged here. */
export function readItem(input: CoderInput, lexicons: Lexicons): ReadItem {
  const { parts, messages } = splitParts(input.body);
  const clauses: ReadClause[] = [];
  const subject = input.headers.subject;
  if (subject.trim() !== '') {
    clauses.push(readClause(subject, 0, subject.length, 'subject', 'subject', 0, lexicons));
  }
  const signatures = messages.map(() => '');
  for (const part of parts) {
    if (part.kind === 'header' || part.kind === 'disclaimer') continue;
    if (part.kind === 'signature') signatures[part.message] += `${input.body.slice(part.start, part.end)}\n`;
    for (const clause of splitClauses(input.body, part)) {
      clauses.push(
        readClause(input.body, clause.start, clause.end, 'body', part.kind, part.message, lexicons),
      );
    }
  }
  const speakers = messages.map((message, at) =>
    resolvePerson(at === 0 ? input.headers.from : message.from, signatures[at] ?? '', lexicons),
  );
  const recipients = splitPeople(`${input.headers.to}; ${input.headers.cc}`).map((person) =>
    resolvePerson(person, '', lexicons),
  );
  return { input, clauses, speakers, recipients };
}

function readClause(
  text: string,
  start: number,
  end: number,
  where: ReadClause['where'],
  kind: ReadClause['kind'],
  message: number,
  lexicons: Lexicons,
): ReadClause {
  const own = text.slice(start, end);
  const tokens = tokenize(own);
  const cues = findCues(tokens, lexicons.cues);
  const cueNames = [...new Set(cues.flatMap((hit) => scopedNames(own, tokens, hit)))].sort();
  const words = tokens.map((token) => wordOf(token.text));
  return {
    where,
    start,
    end,
    kind,
    message,
    tokens,
    words,
    cues,
    cueNames,
    classed: classWords(words, cues),
    authority: cues.some((hit) => AUTHORITY.has(hit.name)),
  };
}

/** Cues that mean something else where they are denied, asked or long past. */
const TURNS = /^(?:off\.|warrant\.|crime\.word|infraction|detainer|status|call\.made|victim|missing)/;

function scopedNames(text: string, tokens: Token[], hit: CueHit): string[] {
  if (!TURNS.test(hit.name)) return [hit.name];
  const scope = scopeOf(text, tokens, hit);
  return scope === 'told' ? [hit.name] : [`${scope} ${hit.name}`];
}

const resolved = new WeakMap<Lexicons, Map<string, ResolvedAgency>>();
const REMEMBERED = 20_000;

/** The agency of `Name <address>` or of a bare name; the same person with the same signature is looked up once. */
export function resolvePerson(person: string, signatureText: string, lexicons: Lexicons): ResolvedAgency {
  let memory = resolved.get(lexicons);
  if (memory === undefined) {
    memory = new Map();
    resolved.set(lexicons, memory);
  }
  const key = `${person}\n${signatureText}`;
  const known = memory.get(key);
  if (known !== undefined) return known;
  // The part before the @ may be blacked out; the domain alone tells the agency.
  const address = /[^\s<>;,@]*@[\w.-]+/.exec(person)?.[0] ?? '';
  const name = person.replace(/<[^>]*>/g, ' ').replace(address, ' ');
  const found = resolveAgency({ name, address, signatureText }, lexicons.agencies);
  if (memory.size >= REMEMBERED) memory.clear();
  memory.set(key, found);
  return found;
}

/** `Name <address>; Name <address>` or the same with commas after addresses, cut into people. */
export function splitPeople(field: string): string[] {
  return field
    .split(/;|(?<=>)\s*,|(?<=@[\w.-]+)\s*,/)
    .map((person) => person.trim())
    .filter((person) => person !== '');
}
