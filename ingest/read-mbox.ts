import { emitMessage } from './emit-message.ts';
import { issue } from './issue.ts';
import { openMail } from './parse-message.ts';
import type { Reader } from './reader.ts';
import { splitMbox } from './split-mbox.ts';
import { Unreadable } from './unreadable.ts';

/** Reads an mbox message by message. It promises as many messages as it has separators. */
export const readMbox: Reader = async (reading) => {
  const { source, file_id, tally, limits } = reading;
  let found = 0;
  for await (const { number, bytes } of splitMbox(source.location, limits.max_message_bytes)) {
    tally.promise(1);
    found += 1;
    if (bytes === null) {
      tally.fail(issue('too-large', 'The message is larger than can be read.', `message ${number}`));
      continue;
    }
    const { path, sha256, parent_id } = source;
    await emitMessage(
      openMail(bytes, limits),
      { file_id, path, sha256, part: String(number), parent_id },
      reading,
    );
  }
  if (found === 0) throw new Unreadable('damaged', 'No line of the mailbox begins a message.');
};
