import type { Exchange } from '../classify/index.ts';
import type { Message, Participant } from './audit.ts';

/** `Message 2`, `Messages 1 and 3`, `Messages 1, 2 and 5`. */
function messagesNamed(numbers: readonly number[]): string {
  const [last, ...before] = numbers.toReversed();
  if (before.length === 0) return `Message ${last}`;
  return `Messages ${before.toReversed().join(', ')} and ${last}`;
}

/** One sentence about all messages of which something is true; none where it is true of none. */
function about(
  messages: readonly Message[],
  isTrue: (message: Message) => boolean,
  one: string,
  several: string,
): string[] {
  const numbers = messages.flatMap((message, i) => (isTrue(message) ? [i + 1] : []));
  if (numbers.length === 0) return [];
  return [`${messagesNamed(numbers)} ${numbers.length === 1 ? one : several}`];
}

function unreadPages(
  { item }: Message,
  number: number,
  isUnread: (file: string, page: number) => boolean,
): string[] {
  const from = item.page_start ?? 1;
  const pages = Array.from({ length: Math.max(0, (item.page_end ?? 0) - from + 1) }, (_, i) => from + i);
  return pages
    .filter((page) => isUnread(item.file_id, page))
    .map((page) => `Message ${number} runs over page ${page}, which could not be read.`);
}

function issuesOf({ item }: Message, number: number): string[] {
  return item.issues.map(
    ({ message, where }) => `Message ${number}: ${message}${where === undefined ? '' : ` (${where})`}`,
  );
}

/** What the records do not tell about a contact, a sentence each. */
export function listUnknowns(
  exchange: Exchange,
  messages: readonly Message[],
  participants: readonly Participant[],
  isUnread: (file: string, page: number) => boolean,
): string[] {
  const unknowns: string[] = [];
  if (exchange.verdict === 'undetermined') {
    unknowns.push('What the contact was for: the text, or its redactions, do not show it.');
  }
  if (exchange.persons === null) unknowns.push('How many persons it concerns.');
  if (exchange.direction === null) unknowns.push('Who sent the newest part.');
  if (participants.every((one) => one.name === '' && one.address === '')) unknowns.push('Who wrote to whom.');
  const missing = exchange.items.length - messages.length;
  if (missing > 0) unknowns.push(`${missing} of its messages, which the case no longer holds.`);
  return [
    ...unknowns,
    ...about(
      messages,
      ({ item }) => item.date === null,
      'carries no date that could be read.',
      'carry no date that could be read.',
    ),
    ...about(
      messages,
      ({ item }) => item.redacted,
      'is redacted in part; what the redactions hide is not known.',
      'are redacted in part; what the redactions hide is not known.',
    ),
    ...messages.flatMap((message, i) => unreadPages(message, i + 1, isUnread)),
    ...messages.flatMap((message, i) => issuesOf(message, i + 1)),
  ];
}
