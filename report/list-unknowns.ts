import type { Exchange } from '../classify/index.ts';
import type { Message, Participant } from './audit.ts';

function ofMessage(
  message: Message,
  number: number,
  isUnread: (file: string, page: number) => boolean,
): string[] {
  const { item } = message;
  const unknowns: string[] = [];
  if (item.date === null) unknowns.push(`Message ${number} carries no date that could be read.`);
  if (item.redacted)
    unknowns.push(`Message ${number} is redacted in part; what the redactions hide is not known.`);
  for (const { message: text, where } of item.issues) {
    unknowns.push(`Message ${number}: ${text}${where === undefined ? '' : ` (${where})`}`);
  }
  for (let page = item.page_start ?? 1; page <= (item.page_end ?? 0); page++) {
    if (isUnread(item.file_id, page))
      unknowns.push(`Message ${number} runs over page ${page}, which could not be read.`);
  }
  return unknowns;
}

/** What the records do not tell about a contact, a sentence each, in the order of its messages. */
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
  return [...unknowns, ...messages.flatMap((message, i) => ofMessage(message, i + 1, isUnread))];
}
