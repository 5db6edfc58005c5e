import type { CodedExchange } from './coded-contact.ts';
import { CONTACT_DATE, type DayRange, dayRange, inForce, type Period } from './days.ts';
import { type Truth, unknown } from './truth.ts';

/** What is missing where the policy changed between two messages of one contact. */
export const SIDE_OF_CHANGE = 'side_of_change';

/** The days that an exchange can lie in. */
function span({ exchange }: CodedExchange): DayRange | null {
  const [first, last] = [dayRange(exchange.first_date), dayRange(exchange.last_date)];
  if (first === null || last === null) return first ?? last;
  const days = [first.first, first.last, last.first, last.last].sort();
  return { first: days[0] ?? first.first, last: days[3] ?? last.last };
}

/**
 * Was the rule in force when the contact was made? Where it came or went between two of its messages, the messages whose
 * words carry the code decide; where those lie on both sides, the record does not show which part counts.
 */
export function contactInForce(contact: CodedExchange, period: Period): Truth {
  const whole = span(contact);
  const items = contact.items.map((item) => ({
    id: item.item_id,
    answer: inForce(dayRange(item.date) ?? whole, period),
  }));
  if (items.length === 0) return inForce(whole, period);
  const [first] = items;
  if (first !== undefined && items.every(({ answer }) => answer.value === first.answer.value))
    return first.answer;
  const quoted = new Set(contact.exchange.evidence.map(({ item_id }) => item_id));
  const telling = items.filter(({ id }) => quoted.has(id));
  const [one] = telling;
  if (one !== undefined && telling.every(({ answer }) => answer.value === one.answer.value))
    return one.answer;
  const dated = items.every(({ answer }) => answer.value !== null);
  return unknown(
    dated
      ? SIDE_OF_CHANGE
      : (items.find(({ answer }) => answer.value === null)?.answer.missing[0] ?? CONTACT_DATE),
  );
}
