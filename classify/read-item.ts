import type { ResolvedAgency } from './agencies.ts';
import { resolveAgency } from './agencies.ts';
import { splitClauses } from './clauses.ts';
import type { CoderInput } from './coding.ts';
import { countPersonSigns, type PersonSigns } from './count-persons.ts';
import { type CueHit, type CueLexicon, findCues, SCOPES } from './cue-lexicon.ts';
import { scopeOf } from './cue-scope.ts';
import type { Lexicons } from './lexicons.ts';
import { EXPLAINED_HERE, meaningsIn, namesWithin, OTHER_MEANING, withoutNames } from './other-meanings.ts';
import { splitParts, type TextPart } from './split-parts.ts';
import { stemsDenied, whatIsTold } from './surroundings.ts';
import { type Token, tokenize } from './tokenize.ts';
import { findUnticked, putMark, type Stretch } from './unticked.ts';
import type { Word, WordTable } from './word-table.ts';

/** A clause with what was found in it. `start` and `end` are offsets into the body, or into the subject. */
export interface ReadClause {
  where: 'body' | 'subject';
  start: number;
  end: number;
  kind: 'subject' | 'new' | 'quoted' | 'signature';
  /** Index into `ReadItem.speakers`. */
  message: number;
  tokens: Token[];
  /** What is known of each token. */
  words: Word[];
  /** Number of each token's stem or shape, in the item's table. */
  stems: Int32Array;
  cues: CueHit[];
  /** Those that are read only together, see `findEvents`. */
  events: CueHit[];
  /** Each cue with its scope, in the order of `cues`: a place among `CueLexicon.scoped`. */
  scopes: number[];
  /** The same places, each once, ascending. */
  scoped: number[];
  /** The stems with a number for the cue in place of the words that gave it: "sold", "<off.drug>". */
  classed: Int32Array;
  /** True where the clause itself names an immigration authority or one of its papers. */
  authority: boolean;
  /** What it holds, as a sum of the numbers of TOLD. */
  holds: number;
  /** The stems that a denial reaches. */
  denied: Int32Array;
}

/** An item cut up and looked through: the input of features, rules and evidence alike. */
export interface ReadItem {
  input: CoderInput;
  /** The table in which the words' numbers stand. */
  table: WordTable;
  /** The subject first, then the clauses of the body in order; disclaimers and headings are left out. */
  clauses: ReadClause[];
  /** Who wrote each message, the newest first. */
  speakers: ResolvedAgency[];
  recipients: ResolvedAgency[];
  persons: PersonSigns;
  /** True where a short name of an authority is taken for something else and that is not certain. */
  doubtfulNames: boolean;
}

/** See `ReadClause.classed`; where cues overlap the first stands. */
function classWords(stems: Int32Array, cues: readonly CueHit[], classes: Int32Array): Int32Array {
  if (cues.length === 0) return stems;
  const classed = stems.slice();
  let free = 0;
  // Cues come in the order in which they begin.
  for (const { cue, from, to } of cues) {
    for (let at = Math.max(from, free); at < to; at += 1) classed[at] = classes[cue]!;
    if (to > free) free = to;
  }
  return classed;
}

/** Cues that name an immigration authority or one of its papers. */
export const AUTHORITY: ReadonlySet<string> = new Set([
  'ice',
  'ero',
  'hsi',
  'cbp',
  'uscis',
  'lesc',
  'dhs',
  'detainer',
  'warrant.admin',
]);

/** Reads one item. Nothing of it is judged here. */
export function readItem(input: CoderInput, lexicons: Lexicons): ReadItem {
  const { parts, messages } = splitParts(input.body, input.kind);
  const table = lexicons.words();
  const clauses: ReadClause[] = [];
  const subject = input.headers.subject;
  const { from, to, cc } = input.headers;
  const { others, inPeople, explained, doubtful } = meaningsIn([from, to, cc], subject, input.body);
  const unsaid: Unsaid = { others, explained, unticked: findUnticked(input.body, input.kind === 'email') };
  if (subject.trim() !== '') {
    clauses.push(readClause(subject, 0, subject.length, 'subject', 'subject', 0, table, unsaid));
  }
  const signatures = messages.map(() => '');
  const subjects = new Set(['', withoutReplyMarks(subject)]);
  for (const part of parts) {
    if (part.kind === 'header' || part.kind === 'disclaimer') continue;
    if (part.kind === 'subject') {
      // The subject of a heading is read where the record has no such subject itself.
      const own = withoutReplyMarks(input.body.slice(part.start, part.end));
      if (subjects.has(own)) continue;
      subjects.add(own);
    }
    if (part.kind === 'signature') {
      const explainedHere = namesWithin(explained.body, part.start, part.end);
      signatures[part.message] += `${withoutNames(input.body.slice(part.start, part.end), explainedHere)}\n`;
    }
    for (const clause of splitClauses(input.body, part)) {
      clauses.push(
        readClause(input.body, clause.start, clause.end, 'body', kindOf(part), part.message, table, unsaid),
      );
    }
  }
  const speakers = messages.map((message, at) =>
    resolvePerson(
      withoutNames((at === 0 && from) || message.from, inPeople),
      withoutNames(signatures[at] ?? '', others),
      lexicons,
    ),
  );
  const recipients = splitPeople(`${to || messages[0]!.to}; ${cc}`).map((person) =>
    resolvePerson(withoutNames(person, inPeople), '', lexicons),
  );
  return {
    input,
    table,
    clauses,
    speakers,
    recipients,
    persons: countPersonSigns(input, clauses),
    doubtfulNames: doubtful,
  };
}

function kindOf({ kind, message }: TextPart): ReadClause['kind'] {
  if (kind === 'signature') return kind;
  return message === 0 ? 'new' : 'quoted';
}

/** A subject as it was before it was answered and passed on. */
function withoutReplyMarks(subject: string): string {
  return subject
    .replace(/^(?:\s*(?:re|fwd?|aw|wg|tr|rv|automatic reply|\[[^\]]{0,20}\])\s*:?\s*)+/i, '')
    .trim()
    .toLowerCase();
}

/** What an item does not say, though the words stand there. */
interface Unsaid {
  others: ReadonlySet<string>;
  /** Where alone a short name means something else. */
  explained: Readonly<Record<ReadClause['where'], readonly Stretch[]>>;
  /** In the body. */
  unticked: readonly Stretch[];
}

/** What the words of a box that is not ticked are read as. */
const UNTICKED = 'unticked';

/** Puts marks for the words of a clause, which begins at `start`, that are not said. */
function leaveOut(
  tokens: readonly Token[],
  start: number,
  where: ReadClause['where'],
  { others, explained, unticked }: Unsaid,
): void {
  if (others.size > 0) {
    for (const token of tokens) if (others.has(token.text)) token.text = OTHER_MEANING;
  }
  putMark(tokens, start, explained[where], EXPLAINED_HERE);
  if (where === 'body') putMark(tokens, start, unticked, UNTICKED);
}

function readClause(
  text: string,
  start: number,
  end: number,
  where: ReadClause['where'],
  kind: ReadClause['kind'],
  message: number,
  table: WordTable,
  unsaid: Unsaid,
): ReadClause {
  const own = text.slice(start, end);
  const tokens = tokenize(own);
  leaveOut(tokens, start, where, unsaid);
  const words: Word[] = [];
  const stems = new Int32Array(tokens.length);
  for (let at = 0; at < tokens.length; at += 1) {
    const word = table.look(tokens[at]!.text);
    words.push(word);
    stems[at] = word.stem;
  }
  const found = withoutNearMisses(findCues(tokens, words, table.cues), own, tokens);
  const cues = found.filter(({ cue }) => table.cues.events[cue] === 0);
  const authority = cues.some((hit) => AUTHORITY.has(hit.name));
  const scopes = scopeCues(own, tokens, cues, table.cues);
  return {
    where,
    start,
    end,
    kind,
    message,
    tokens,
    words,
    stems,
    cues,
    events: found.filter(({ cue }) => table.cues.events[cue] === 1),
    scopes,
    scoped: [...new Set(scopes)].sort((a, b) => a - b),
    classed: classWords(stems, cues, table.cueClasses),
    authority,
    holds: whatIsTold(cues, words, authority),
    denied: stemsDenied(stems, words),
  };
}

/** What speaks of immigration without naming an authority. */
const OF_STATUS: readonly string[] = ['status', 'ask.status', 'form', 'group287'];

/**
 * Phrases in which what names an authority, its papers or a status elsewhere never does ("ice cream", "DUI checkpoint", "I-94
 * exit"), and those in which a status is none of immigration ("marital status"), with the cues that they take away.
 */
const NEAR_MISSES: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['near.sure', new Set([...AUTHORITY, ...OF_STATUS])],
  ['near.status', new Set(OF_STATUS)],
]);

/** The hits without those that lie within a near-miss. */
function withoutNearMisses(hits: CueHit[], text: string, tokens: readonly Token[]): CueHit[] {
  const near = hits.filter(
    ({ name, from, to }) => NEAR_MISSES.has(name) && isUnbroken(text, tokens, from, to),
  );
  if (near.length === 0) return hits;
  return hits.filter(
    ({ name, from, to }) =>
      !near.some((miss) => miss.from <= from && to <= miss.to && NEAR_MISSES.get(miss.name)!.has(name)),
  );
}

/** False where a comma or the like parts the tokens: "in the car, INS responded" has no "car ins". */
function isUnbroken(text: string, tokens: readonly Token[], from: number, to: number): boolean {
  for (let at = from + 1; at < to; at += 1)
    if (/[,;:]/.test(text.slice(tokens[at - 1]!.end, tokens[at]!.start))) return false;
  return true;
}

/** See `ReadClause.scopes`. */
function scopeCues(
  text: string,
  tokens: Token[],
  cues: readonly CueHit[],
  { turns, scopedAt }: CueLexicon,
): number[] {
  return cues.map((hit) => {
    const scope = turns[hit.cue] === 1 ? SCOPES.indexOf(scopeOf(text, tokens, hit)) : 0;
    return scopedAt[hit.cue * SCOPES.length + scope]!;
  });
}

const resolved = new WeakMap<Lexicons, Map<string, ResolvedAgency>>();
const REMEMBERED = 50_000;

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
