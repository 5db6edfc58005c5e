import type { Evidence } from '../classify/index.ts';
import { type CodedExchange, evidenceAt, newParts } from './coded-contact.ts';
import type { Values } from './condition.ts';
import type { Cue, Fact } from './fact.ts';
import { writerSide } from './writer.ts';

/** What the records show of a fact, with the words where words decided; null where they do not show it. */
export interface DecidedFact {
  value: boolean | null;
  evidence: Evidence | null;
}

/** The first words in the exchange that a cue finds, in what the right side typed. Quoted mail is read where it was written. */
function findAll({ items, parties }: CodedExchange, cues: readonly Cue[]): Evidence[] {
  if (cues.length === 0) return [];
  return items.flatMap((item) => {
    const side = writerSide(item, parties);
    const heard = cues.filter(({ by }) => by === 'anyone' || by === side);
    return newParts(item).flatMap(({ start, end }) => {
      const text = item.body.slice(start, end);
      return heard.flatMap(({ pattern }) =>
        [...text.matchAll(pattern)].map((match) =>
          evidenceAt(item, start + match.index, start + match.index + match[0].length),
        ),
      );
    });
  });
}

function overlaps(a: Evidence, b: Evidence): boolean {
  return a.item_id === b.item_id && a.start < b.end && b.start < a.end;
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
  if (yes !== undefined) return { value: true, evidence: yes };
  if (no !== undefined) return { value: false, evidence: no };
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
