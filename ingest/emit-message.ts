import { emitQuoted } from './emit-quoted.ts';
import { type Issue, issue } from './issue.ts';
import type { Item } from './item.ts';
import type { AttachedFile, AttachedMessage, MessagePlace, OpenMessage, ParsedMessage } from './message.ts';
import type { Reading } from './reader.ts';
import { safeName } from './safe-name.ts';
import { Unreadable } from './unreadable.ts';

/** Where in the file, in words. */
function whereIs(place: MessagePlace): string {
  return place.part === null ? 'the message' : `message ${place.part}`;
}

async function emitFiles(files: AttachedFile[], item: Item, reading: Reading): Promise<void> {
  const { source, tally, limits } = reading;
  const used = new Set<string>();
  for (const file of files) {
    if (source.depth + 1 > limits.max_depth) {
      tally.lose(issue('too-deep', 'An attachment lies in too many containers.', `part ${file.part}`));
      continue;
    }
    const name = safeName(file.name, 'attachment');
    const folder = item.part === null ? file.part : item.part.replaceAll('/', '.');
    let path = `${source.path}!/${folder}/${name}`;
    // Mail programs name every pasted picture alike.
    if (used.has(path)) path = `${source.path}!/${folder}/${file.part} ${name}`;
    used.add(path);
    await tally.attachment({ path, bytes: file.bytes, parent_id: item.item_id });
  }
}

/** `12/2` for part 2 of message 12, `12/2.1` for part 1 of the message in it; `2`, `2.1` in a file that is one message. */
function nestedPart(parent: Item, part: string, level: number): string {
  if (parent.part === null) return part;
  return level === 0 ? `${parent.part}/${part}` : `${parent.part}.${part}`;
}

async function emitNested(
  parts: AttachedMessage[],
  parent: Item,
  level: number,
  reading: Reading,
): Promise<void> {
  const { file_id, path, sha256 } = parent;
  for (const { part, open } of parts) {
    const place = { file_id, path, sha256, part: nestedPart(parent, part, level), parent_id: parent.item_id };
    reading.tally.promise(1);
    if (level + 1 > reading.limits.max_nested_messages) {
      reading.tally.fail(issue('too-deep', 'A message lies inside too many others.', whereIs(place)));
      continue;
    }
    await emitMessage(open, place, reading, level + 1);
  }
}

async function tryOpen(
  open: OpenMessage,
  place: MessagePlace,
  reading: Reading,
): Promise<ParsedMessage | null> {
  try {
    return await open(place);
  } catch (error) {
    const { code, message } =
      error instanceof Unreadable
        ? error.issue
        : issue('unreadable-message', 'The message is built in a way that cannot be read.');
    reading.tally.fail(issue(code, message, whereIs(place)));
    return null;
  }
}

/** The place of an attachment in the file, in words. */
function whereLost(lost: Issue, place: MessagePlace): Issue {
  const where = [place.part === null ? '' : whereIs(place), lost.where ?? ''].filter((text) => text !== '');
  return issue(lost.code, lost.message, where.join(', '));
}

/**
 * Hands on one promised message, the messages quoted in it, the messages attached to it (each with its own) and its
 * files. A message that cannot be read is counted as failed.
 */
export async function emitMessage(
  open: OpenMessage,
  place: MessagePlace,
  reading: Reading,
  level = 0,
): Promise<void> {
  const parsed = await tryOpen(open, place, reading);
  if (!parsed) return;
  await reading.tally.keepItem(parsed.item);
  await emitQuoted(parsed.item, whereIs(place), reading.tally);
  await emitNested(parsed.messages, parsed.item, level, reading);
  await emitFiles(parsed.files, parsed.item, reading);
  for (const lost of parsed.lost) reading.tally.lose(whereLost(lost, place));
}
