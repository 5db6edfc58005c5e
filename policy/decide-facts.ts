import type { Evidence, LinkedItem } from '../classify/index.ts';
import { type CodedExchange, evidenceAt, newParts } from './coded-contact.ts';
import type { Values } from './condition.ts';
import type { Cue, Fact } from './fact.ts';
import { type WriterSide, writerSide } from './writer.ts';

/** What the records show of a fact, with the words where words decided; null where they do not show it. */
export interface DecidedFact {
  value: boolean | null;
  evidence: Evidence | null;
}

/** Words that a cue found, and the sentence on whose line they stand. */
interface Found {
  item: LinkedItem;
  start: number;
  end: number;
  part: { start: number; end: number };
}

/** A message with the side of its writer and what that writer typed. */
interface Heard {
  item: LinkedItem;
  side: WriterSide | null;
  parts: { start: number; end: number; text: string }[];
}

/** The messages of an exchange made ready to be searched; quoted mail is read where it was written. */
function hear({ items, parties }: CodedExchange): Heard[] {
  return items.map((item) => ({
    item,
    side: writerSide(item, parties),
    parts: newParts(item).map(({ start, end }) => ({ start, end, text: item.body.slice(start, end) })),
  }));
}

/** Every place where a cue finds words that the right side typed, in order. */
function findAll(heard: readonly Heard[], cues: readonly Cue[]): Found[] {
  return heard.flatMap(({ item, side, parts }) => {
    const own = cues.filter(({ by }) => by === 'anyone' || by === side);
    return parts.flatMap((part) =>
      own
        .flatMap(({ pattern }) => [...part.text.matchAll(pattern)])
        .map((match) => {
          const start = part.start + match.index;
          return { item, part, start, end: start + match[0].length };
        })
        .sort((a, b) => a.start - b.start),
    );
  });
}

/** Units of a quote before it is left as the bare words. */
const LONGEST_QUOTE = 240;

/** The found words with the rest of their sentence, on the same line. */
function quoteOf({ item, start, end, part }: Found): Evidence {
  const before = item.body.slice(part.start, start);
  const after = item.body.slice(end, part.end);
  const left =
    start -
    (/[^\n]*$/
      .exec(before)?.[0]
      .split(/(?<=[.!?])\s+/)
      .at(-1)?.length ?? 0);
  const right = end + (/^[^\n]*?(?:[.!?](?=\s)|(?=\n)|$)/.exec(after)?.[0].length ?? 0);
  const text = item.body.slice(left, right);
  if (text.length > LONGEST_QUOTE) return evidenceAt(item, start, end);
  const from = left + (text.length - text.trimStart().length);
  return evidenceAt(item, from, from + text.trim().length);
}

function overlaps(a: Found, b: Found): boolean {
  return a.item === b.item && a.start < b.end && b.start < a.end;
}

/**
 * A fact is known where words of the record say so, else where the codes leave no other way. Words for both sides, or for
 * neither: not known. "No approval" holds the words "approval" as well, so what denies wins over what it overlaps.
 */
function decideFact(fact: Fact, heard: readonly Heard[], codes: Values): DecidedFact {
  const denied = findAll(heard, fact.no);
  const affirmed = findAll(heard, fact.yes).filter((yes) => !denied.some((no) => overlaps(yes, no)));
  const [yes, no] = [affirmed[0], denied[0]];
  if (yes !== undefined && no !== undefined) return { value: null, evidence: null };
  if (yes !== undefined) return { value: true, evidence: quoteOf(yes) };
  if (no !== undefined) return { value: false, evidence: quoteOf(no) };
  const [byYes, byNo] = [fact.yes_when?.test(codes).value === true, fact.no_when?.test(codes).value === true];
  return { value: byYes === byNo ? null : byYes, evidence: null };
}

export function decideFacts(
  facts: readonly Fact[],
  contact: CodedExchange,
  codes: Values,
): Map<string, DecidedFact> {
  if (facts.length === 0) return new Map();
  const heard = hear(contact);
  return new Map(facts.map((fact) => [fact.name, decideFact(fact, heard, codes)]));
}
