import type { CodedExchange } from './coded-contact.ts';
import { newParts } from './coded-contact.ts';
import type { FieldValue, Values } from './condition.ts';
import { OPEN_CODES } from './contact-fields.ts';
import { writerSide } from './writer.ts';

/** Who wrote the first message: by its writer, else, where there is only one message, by the direction coded for it. */
export function begunBy({
  exchange,
  items,
  parties,
}: CodedExchange): 'police' | 'authority' | 'other' | null {
  const [first] = items;
  const writer = first === undefined ? null : writerSide(first, parties);
  if (writer !== null) return writer;
  if (items.length > 1) return null;
  const { direction } = exchange;
  if (direction === 'from-ice') return 'authority';
  if (direction === 'third-party') return 'other';
  return direction === null ? null : 'police';
}

/** A code that says "the text does not show" is not an answer. */
function closed(field: string, code: string | null): string | null {
  return code === OPEN_CODES[field] ? null : code;
}

/** Subject and new words of every message. */
export function wordsOf({ items }: CodedExchange): string {
  return items
    .map((item) =>
      [item.subject, ...newParts(item).map(({ start, end }) => item.body.slice(start, end))].join('\n'),
    )
    .join('\n');
}

/** True where the model coded the contact and abstains: its codes are guesses until a person decides. */
export function awaitsDecision({ exchange }: CodedExchange): boolean {
  return exchange.needs_review && exchange.coder.startsWith('model');
}

/** The contact's fields for the conditions of rules; null where the record, or the coder, does not tell. */
export function contactValues(contact: CodedExchange): Values {
  const { exchange, items } = contact;
  const open = awaitsDecision(contact);
  const coded = <T extends FieldValue>(value: T): T | null => (open ? null : value);
  return {
    verdict: coded(closed('verdict', exchange.verdict)),
    purpose: coded(closed('purpose', exchange.purpose)),
    conduct: coded(closed('conduct', exchange.conduct)),
    direction: exchange.direction,
    begun_by: begunBy(contact),
    nature: coded(exchange.nature),
    component: exchange.component,
    persons: exchange.persons,
    minors: exchange.minors,
    messages: items.length,
    text: wordsOf(contact),
  };
}
