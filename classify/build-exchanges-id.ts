import { contentId } from '../ingest/index.ts';
import type { Message } from './link-messages.ts';

/** Letters of the first message's text that go into the id: enough to tell two apart, few enough to be rarely redacted. */
const FIRST_LETTERS = 32;

/**
 * `x_` and 16 hex digits made from the minute, subject and first letters of an exchange's first message as they are
 * alike in print and in native mail, so that a larger release keeps it. `taken` holds the ids given so far; equal first
 * messages (one row twice in a log) get the next free number.
 */
export function exchangeIdOf(first: Message, taken: Set<string>): string {
  const parts = [dateKey(first), first.subject.key, firstLetters(first)];
  let id = contentId('x', ...parts);
  for (let nth = 2; taken.has(id); nth++) id = contentId('x', ...parts, String(nth));
  taken.add(id);
  return id;
}

/** The wall-clock minute, which is all that a print has. */
function dateKey(message: Message): string {
  return message.moment === null ? '' : (message.date ?? '').slice(0, 16);
}

function firstLetters(message: Message): string {
  const own = message.copies[0]?.whole ?? '';
  return own.slice(0, FIRST_LETTERS);
}
