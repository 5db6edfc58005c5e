/**
 * Measures linking on the sample release, whose messages are known: copies as pairs of items, exchanges and incidents as
 * pairs of messages. Items are made from the messages, as a perfect reading would find them and worn by reading noise,
 * redaction and other time zones; and then read from the release's own files.
 */
import { readRelease } from './read-release.ts';
import {
  measureDecoys,
  measureLinking,
  measureMailbox,
  measureRelease,
  readMessages,
  readThreads,
} from './score-linking.ts';

/** Items of the simulated mailbox that shows how time grows. */
const MAILBOX = 50_000;

const folder = process.argv[2] ?? 'fixtures/linden-grove';
const messages = readMessages(folder);
console.log(measureLinking(folder));
console.log(measureDecoys(messages).join('\n'));
console.log('as read from the files');
console.log(measureRelease(await readRelease(folder, messages), messages, readThreads(folder)).join('\n'));
console.log('a large mailbox');
console.log(measureMailbox(MAILBOX).join('\n'));
