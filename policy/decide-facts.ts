import type { Evidence, LinkedItem } from '../classify/index.ts';
import { type CodedExchange, evidenceAt, newParts } from './coded-contact.ts';
import type { Values } from './condition.ts';
import type { Cue, Fact } from './fact.ts';
import { writerSide } from './writer.ts';

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

/** Every place in the exchange where a cue finds words that the right side typed. Quoted mail is read where it was written. */
function findAll({ items, parties }: CodedExchange, cues: readonly Cue[]): Found[] {
  if (cues.length === 0) return [];
  return items.flatMap((item) => {
    const side = writerSide(item, parties);
    const heard = cues.filter(({ by }) => by === 'anyone' || by === side);
    return newParts(item).flatMap((part) => {
      const text = item.body.slice(part.start, part.end);
      return heard
        .flatMap(({ pattern }) => [...text.matchAll(pattern)])
        .map((match) => {
          const start = part.start + match.index;
          return { item, part, start, end: start + match[0].length };
        })
        .sort((a, b) => a.start - b.start);
    });
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
export function decideFact(fact: Fact, contact: CodedExchange, codes: Values): DecidedFact {
  const denied = findAll(contact, fact.no);
  const affirmed = findAll(contact, fact.yes).filter((yes) => !denied.some((no) => overlaps(yes, no)));
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
  return new Map(facts.map((fact) => [fact.name, decideFact(fact, contact, codes)]));
}
