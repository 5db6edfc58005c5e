import { type Answer, audienceOf, peopleOf, sameSender } from './build-exchanges-answers.ts';
import type { Groups } from './link-groups.ts';
import type { Message } from './link-messages.ts';
import { isAmong, type Person } from './people.ts';
import type { AddressBook } from './people-addresses.ts';

/**
 * Whether a forward starts an exchange of its own or belongs to that of what it forwards.
 *
 * A mail program writes the id of the forwarded message into the forward; one without it was sent as new, if other mail
 * of the same house has such ids (one with it was joined by Message-ID before). In print there are no ids. There a forward starts its own exchange where
 * two talks can be told apart: what it forwards had been answered, and the forward goes to somebody new who answers it
 * or who sits in another organisation. Passed on inside the house and left at that, or passed on instead of answered, it
 * is a part of the first exchange.
 *
 * `conversations` groups messages by answers alone, before any forward is joined.
 */
export function startsOwnExchange(
  forward: Answer,
  messages: readonly Message[],
  conversations: Groups,
  book: AddressBook,
  idWriters: ReadonlySet<string>,
): boolean {
  const message = messages[forward.later]!;
  const before = conversations.membersOf(forward.earlier).map((at) => messages[at]!);
  const insiders = before.flatMap(peopleOf);
  const newcomers = audienceOf(message).filter((person) => !person.hidden && !isAmong(person, insiders));
  if (newcomers.length === 0) return false;
  if (message.ids.size > 0 && idWriters.has(book.houseOf(message.from) ?? '')) return true;
  if (!hasAnswers(before)) return false;
  const after = conversations.membersOf(forward.later).map((at) => messages[at]!);
  return hasAnswers(after) || leavesTheHouse(message, newcomers, insiders, book);
}

/** Houses whose mail names the messages it answers. */
export function findIdWriters(messages: readonly Message[], book: AddressBook): Set<string> {
  return new Set(
    messages.flatMap((message) => (message.answers.length > 0 ? (book.houseOf(message.from) ?? []) : [])),
  );
}

/** More than one person has written. */
function hasAnswers(messages: readonly Message[]): boolean {
  const [first, ...others] = messages.filter((message) => message.from !== null && !message.from.hidden);
  return first !== undefined && others.some((other) => !sameSender(first, other));
}

function leavesTheHouse(
  message: Message,
  newcomers: readonly Person[],
  insiders: readonly Person[],
  book: AddressBook,
): boolean {
  const houses = new Set([message.from, ...insiders].flatMap((person) => book.houseOf(person) ?? []));
  return newcomers.some((person) => {
    const house = book.houseOf(person);
    return house !== null && !houses.has(house);
  });
}
