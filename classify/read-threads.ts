import { MessageChannel, type MessagePort, receiveMessageOnPort } from 'node:worker_threads';
import type { SentCounts } from './feature-counts.ts';
import { startHelper } from './helping-threads.ts';
import type { LabelledItem } from './labelled.ts';
import type { LexiconData } from './lexicons.ts';
import {
  type ClausePlace,
  compareItems,
  type GrowingSet,
  type LabelledSet,
  type PartPlace,
  readSorted,
} from './read-labelled.ts';

/** What a helping thread is given. */
export interface ReadingShare {
  items: LabelledItem[];
  data: LexiconData;
  /** Where the part is put, and then the one place of `done` set. */
  port: MessagePort;
  done: Int32Array;
}

/** A set as one thread gives it to another; the items are known there. */
interface SentSet {
  instructive: boolean[];
  /** Those of all entries, one behind the other. */
  facts: Float32Array<ArrayBuffer>;
  parts: PartPlace[];
  places: ClausePlace[];
  items: SentCounts;
  clauses: SentCounts;
}

/** A part that is being read by another thread. */
interface Awaited {
  items: LabelledItem[];
  port: MessagePort;
  done: Int32Array;
}

/** How many times what its own part took this thread waits for another, before it reads that part as well. */
const PATIENCE = 10;

/** As `readLabelled`, with the items shared among `threads`, this one among them: the set is the same for any count. */
export function readInThreads(
  items: readonly LabelledItem[],
  data: LexiconData,
  threads: number,
): LabelledSet {
  const [own = [], ...others] = cutEvenly([...items].sort(compareItems), threads);
  const awaited = others.map((part) => hand(part, data));
  const begun = performance.now();
  const set = readSorted(own, data);
  const patience = PATIENCE * (performance.now() - begun);
  for (const part of awaited)
    join(set, part.items, receive(part, patience) ?? sendSet(readSorted(part.items, data)));
  return set;
}

/** Parts of about as much text each; fewer where there are not so many items. */
function cutEvenly(items: readonly LabelledItem[], count: number): LabelledItem[][] {
  const parts: LabelledItem[][] = [];
  const all = items.reduce((sum, { input }) => sum + input.body.length, 0);
  let text = 0;
  for (const item of items) {
    if (parts.length === 0 || text >= (parts.length * all) / count) parts.push([]);
    parts.at(-1)!.push(item);
    text += item.input.body.length;
  }
  return parts;
}

function hand(items: LabelledItem[], data: LexiconData): Awaited {
  const { port1: port, port2: there } = new MessageChannel();
  const done = new Int32Array(new SharedArrayBuffer(4));
  const share: ReadingShare = { items, data, port: there, done };
  // Nobody is waited for where nobody helps.
  if (!startHelper('read-worker', share, [there])) done[0] = 1;
  port.unref();
  return { items, port, done };
}

/** What the other thread has read; undefined where it has ended without it or takes too long. */
function receive({ port, done }: Awaited, patience: number): SentSet | undefined {
  Atomics.wait(done, 0, 0, patience);
  const sent = receiveMessageOnPort(port)?.message as SentSet | undefined;
  port.close();
  return sent;
}

function sendSet({ entries, parts, places, items, clauses }: GrowingSet): SentSet {
  const width = entries[0]?.facts.length ?? 0;
  const facts = new Float32Array(entries.length * width);
  for (const [at, entry] of entries.entries()) facts.set(entry.facts, at * width);
  return {
    instructive: entries.map(({ instructive }) => instructive),
    facts,
    parts,
    places,
    items: items.send(),
    clauses: clauses.send(),
  };
}

/** Adds what another thread has read of `items`, which come behind those of the set. */
function join(set: GrowingSet, items: readonly LabelledItem[], sent: SentSet): void {
  const before = set.entries.length;
  const width = sent.facts.length / items.length;
  for (const [at, item] of items.entries())
    set.entries.push({
      item,
      instructive: sent.instructive[at]!,
      facts: sent.facts.subarray(at * width, (at + 1) * width),
    });
  for (const part of sent.parts) set.parts.push({ ...part, entry: before + part.entry });
  for (const place of sent.places) set.places.push({ ...place, entry: before + place.entry });
  set.items.receive(sent.items);
  set.clauses.receive(sent.clauses);
}

/** Reads the part that a thread was given. */
export function helpRead({ items, data, port, done }: ReadingShare): void {
  const sent = sendSet(readSorted(items, data));
  const texts = [sent.items.texts, sent.items.parts, sent.clauses.texts];
  const large = [sent.facts, ...texts.flatMap(({ ids, times }) => [ids, times])];
  port.postMessage(
    sent,
    large.map(({ buffer }) => buffer),
  );
  Atomics.store(done, 0, 1);
  Atomics.notify(done, 0);
}
