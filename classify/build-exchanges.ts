import { type Answer, findAnswers, peopleOf } from './build-exchanges-answers.ts';
import { findIdWriters, startsOwnExchange } from './build-exchanges-forwards.ts';
import { exchangeIdOf } from './build-exchanges-id.ts';
import { Groups } from './link-groups.ts';
import type { Message } from './link-messages.ts';
import { orderMessages } from './link-order.ts';
import { type AddressBook, buildAddressBook } from './people-addresses.ts';
import type { KnownPerson } from './people-participants.ts';
import { buildSignatureBook, type SignatureBook } from './people-signatures.ts';

/** Why two items are in one exchange; with `elsewhere`, why two exchanges have to do with each other. */
export interface ExchangeLink {
  /** The item that answers, forwards or is attached. */
  item_id: string;
  /** What it answers. */
  other_id: string;
  kind: Answer['kind'];
  reason: string;
  /** The exchange of `other_id` where it is another one; null inside the exchange. */
  elsewhere: string | null;
}

/** Items that answer one another, not coded yet. */
export interface ExchangeDraft {
  exchange_id: string;
  /** Ids of the items that count, copies left out, in order. */
  items: string[];
  /** Dates as the items have them; null where none has one. */
  first_date: string | null;
  last_date: string | null;
  subject: string;
  /** Those the headers of all copies name, with the address and signature that the release has for them elsewhere. */
  people: KnownPerson[];
  links: ExchangeLink[];
}

/** Builds exchanges of messages; every message is in exactly one. */
export function buildExchanges(messages: readonly Message[]): ExchangeDraft[] {
  const links = findAnswers(messages);
  const answers = links.filter((answer) => answer.kind !== 'enclosure');
  const conversations = new Groups(messages.length);
  for (const answer of answers) {
    if (answer.kind !== 'forward') conversations.join(answer.later, answer.earlier);
  }
  const book = buildAddressBook(peopleIn(messages));
  const signatures = buildSignatureBook(messages);
  const exchanges = joinForwards(messages, answers, conversations, book);
  const order = orderMessages(messages, answers);
  const members = messages.flatMap((_, at) => (exchanges.rootOf(at) === at ? [exchanges.membersOf(at)] : []));
  const sorted = members
    .map((group) => [...group].sort((a, b) => (order[a] ?? 0) - (order[b] ?? 0)))
    .sort((a, b) => (order[a[0]!] ?? 0) - (order[b[0]!] ?? 0));
  const taken = new Set<string>();
  const drafts = sorted.map((group) => {
    const members = group.map((at) => messages[at]!);
    return draftOf(members, taken, knownPeople(members, book, signatures));
  });
  return addLinks(drafts, links, messages);
}

function joinForwards(
  messages: readonly Message[],
  answers: readonly Answer[],
  conversations: Groups,
  book: AddressBook,
): Groups {
  const exchanges = new Groups(messages.length);
  const idWriters = findIdWriters(messages, book);
  for (const answer of answers) {
    const own =
      answer.kind === 'forward' && startsOwnExchange(answer, messages, conversations, book, idWriters);
    if (!own) exchanges.join(answer.later, answer.earlier);
  }
  return exchanges;
}

function* peopleIn(messages: readonly Message[]) {
  for (const message of messages) yield* peopleOf(message);
}

function knownPeople(group: readonly Message[], book: AddressBook, signatures: SignatureBook): KnownPerson[] {
  const known = new Map<string, KnownPerson>();
  for (const message of group) {
    for (const person of peopleOf(message)) {
      const address = person.address || (book.addressOf(person) ?? '');
      if (person.hidden || address === '') continue;
      const signature = signatures.signatureOf({ ...person, address }, message.minute);
      known.set(`${person.name} ${address}`, { name: person.name, address, signature });
    }
  }
  return [...known.values()];
}

function draftOf(group: readonly Message[], taken: Set<string>, people: KnownPerson[]): ExchangeDraft {
  const first = group[0]!;
  const dates = group.flatMap((message) => message.date ?? []);
  return {
    exchange_id: exchangeIdOf(first, taken),
    items: group.map((message) => message.canonical.item_id),
    first_date: dates[0] ?? null,
    last_date: dates.at(-1) ?? null,
    subject: first.subject.base,
    people,
    links: [],
  };
}

function addLinks(
  drafts: readonly ExchangeDraft[],
  answers: readonly Answer[],
  messages: readonly Message[],
): ExchangeDraft[] {
  const owner = new Map(drafts.flatMap((draft) => draft.items.map((id) => [id, draft])));
  for (const { later, earlier, kind, reason } of answers) {
    const [item_id, other_id] = [messages[later]!.canonical.item_id, messages[earlier]!.canonical.item_id];
    const [own, other] = [owner.get(item_id), owner.get(other_id)];
    if (own === undefined || other === undefined) continue;
    own.links.push({ item_id, other_id, kind, reason, elsewhere: own === other ? null : other.exchange_id });
  }
  return [...drafts];
}
