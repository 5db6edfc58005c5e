import { emitMessage } from './emit-message.ts';
import { issue } from './issue.ts';
import { openMapi } from './mapi-message.ts';
import type { ParsedMessage } from './message.ts';
import { type PstFolder, PstMailbox } from './pst-file.ts';
import { pstMessage } from './pst-message.ts';
import type { Reader, Reading } from './reader.ts';

/** Keeps the folder a message was filed in, which may be all that says whose mail it was. */
function filedIn(parsed: ParsedMessage, path: string): ParsedMessage {
  const headers_raw =
    path === '' ? parsed.item.headers_raw : { ...parsed.item.headers_raw, 'x-folder': path };
  return { ...parsed, item: { ...parsed.item, headers_raw } };
}

class MailboxReader {
  private readonly mailbox: PstMailbox;
  private readonly reading: Reading;
  private readonly listed = new Set<number>();
  private number = 0;

  constructor(mailbox: PstMailbox, reading: Reading) {
    this.mailbox = mailbox;
    this.reading = reading;
  }

  /** Promises what the folder says it holds, or what is found where that is more. */
  async folder({ path, stated, messages, damaged }: PstFolder, order: number): Promise<void> {
    const { tally } = this.reading;
    const fresh = messages.filter((id) => !this.listed.has(id));
    tally.promise(Math.max(0, stated - fresh.length));
    const where = `folder ${order}`;
    for (let lacking = stated - fresh.length; lacking > 0; lacking -= 1)
      tally.fail(issue('missing-messages', 'A message that the folder counts is not in it.', where));
    if (damaged && fresh.length > 0)
      tally.note(
        issue('damaged', 'The list of the folder is damaged; its messages were found by the index.', where),
      );
    for (const id of fresh) {
      this.listed.add(id);
      await this.message(id, path);
    }
  }

  async strays(): Promise<void> {
    for (const id of this.mailbox.strays(this.listed)) await this.message(id, '');
  }

  private async message(id: number, folder: string): Promise<void> {
    const { source, file_id, tally } = this.reading;
    const { path, sha256, parent_id } = source;
    this.number += 1;
    tally.promise(1);
    await emitMessage(
      async (place) =>
        filedIn(await openMapi(pstMessage(this.mailbox.message(id), this.mailbox))(place), folder),
      { file_id, path, sha256, part: String(this.number), parent_id },
      this.reading,
    );
  }
}

/**
 * Reads an Outlook mailbox folder by folder, straight from the disk. It promises as many messages as its folders count; one
 * that no folder lists but the mailbox's index holds is read as well.
 */
export const readPst: Reader = async (reading) => {
  const mailbox = new PstMailbox(reading.source.location);
  try {
    if (!mailbox.indexed)
      reading.tally.lose(
        issue('damaged', 'The index of the mailbox is damaged; messages outside its folders are not found.'),
      );
    const reader = new MailboxReader(mailbox, reading);
    let order = 0;
    for (const folder of mailbox.folders()) {
      order += 1;
      await reader.folder(folder, order);
    }
    await reader.strays();
  } finally {
    mailbox.close();
  }
};
