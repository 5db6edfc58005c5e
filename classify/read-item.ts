import type { ResolvedAgency } from './agencies.ts';
import { resolveAgency } from './agencies.ts';
import { splitClauses } from './clauses.ts';
import type { CoderInput } from './coding.ts';
import { countPersonSigns, type PersonSigns } from './count-persons.ts';
import type { Lexicons } from './lexicons.ts';
import { isPoorScan } from './mend-tokens.ts';
import { meaningsIn, namesWithin, withoutNames } from './other-meanings.ts';
import { type ClausePlace, type ReadClause, readClause, type Unsaid } from './read-clause.ts';
import { splitParts, type TextPart } from './split-parts.ts';
import { findUnticked } from './unticked.ts';
import type { WordTable } from './word-table.ts';

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

/** Reads one item. Nothing of it is judged here. */
export function readItem(input: CoderInput, lexicons: Lexicons): ReadItem {
  const { parts, messages } = splitParts(input.body, input.kind);
  const table = lexicons.words();
  const places: ClausePlace[] = [];
  const subject = input.headers.subject;
  const { from, to, cc } = input.headers;
  const { others, inPeople, explained, doubtful } = meaningsIn([from, to, cc], subject, input.body);
  const unsaid: Unsaid = { others, explained, unticked: findUnticked(input.body, input.kind === 'email') };
  if (subject.trim() !== '') {
    places.push({ where: 'subject', start: 0, end: subject.length, kind: 'subject', message: 0 });
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
    const { message } = part;
    for (const { start, end } of splitClauses(input.body, part))
      places.push({ where: 'body', start, end, kind: kindOf(part), message });
  }
  const clauses = readClauses(input, places, table, unsaid);
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

/** Reads the clauses, and once more where they show that the scan is poor. */
function readClauses(
  { body, headers: { subject } }: CoderInput,
  places: readonly ClausePlace[],
  table: WordTable,
  unsaid: Unsaid,
): ReadClause[] {
  const read = (poor: boolean): ReadClause[] =>
    places.map((place) => readClause(place.where === 'body' ? body : subject, place, table, unsaid, poor));
  const clauses = read(false);
  return areOfPoorScan(clauses) ? read(true) : clauses;
}

/** True where the clauses show that they were read from a poor scan. */
export function areOfPoorScan(clauses: readonly ReadClause[]): boolean {
  const misread = new Set(clauses.flatMap((clause) => clause.misread));
  if (misread.size === 0) return false;
  const words = clauses.reduce((sum, clause) => sum + clause.words.length, 0);
  return isPoorScan(misread.size, words);
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
