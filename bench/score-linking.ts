import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildIncidents, type Exchange, type LinkedItems, linkItems } from '../classify/index.ts';
import type { Item } from '../ingest/index.ts';
import { countExact, describePairs, scorePairs } from './measure-pairs.ts';
import { simulateDecoys, simulateMisreadDates } from './simulate-decoys.ts';
import {
  AS_PRINTED,
  type GoldMessage,
  mailMessage,
  printMessage,
  seeded,
  type Wear,
} from './simulate-items.ts';
import { simulateMailbox } from './simulate-mailbox.ts';

export interface Release {
  items: Item[];
  /** The message of each item. */
  gold: Map<string, string>;
}

export function readMessages(folder: string): Map<string, GoldMessage> {
  const lines = readFileSync(join(folder, 'messages.jsonl'), 'utf8').split('\n').filter(Boolean);
  return new Map(
    lines.map((line) => JSON.parse(line) as GoldMessage).map((message) => [message.id, message]),
  );
}

/** Everything printed once, the last quarter also as mail; with `again`, the first third printed a second time for another custodian. */
export function simulateRelease(
  messages: ReadonlyMap<string, GoldMessage>,
  mailed: ReadonlySet<string>,
  wears: readonly Wear[],
): Release {
  const release: Release = { items: [], gold: new Map() };
  const add = (part: Release) => {
    release.items.push(...part.items);
    for (const [id, message] of part.gold) release.gold.set(id, message);
  };
  const random = seeded(20150106);
  wears.forEach((wear, custodian) => {
    let page = 0;
    for (const message of messages.values()) {
      page++;
      add(printMessage(message, messages, { file: `print-${custodian}`, page }, wear, random));
    }
  });
  let number = 0;
  for (const message of messages.values()) {
    number++;
    if (mailed.has(message.headers.message_id)) {
      add(mailMessage(message, messages, { file: 'mail', page: number }));
    }
  }
  return release;
}

export function measureRelease(
  release: Release,
  messages: ReadonlyMap<string, GoldMessage>,
  labels: ReadonlyMap<string, GoldThread>,
): string[] {
  const started = process.hrtime.bigint();
  const linked = linkItems(release.items);
  const millis = Number(process.hrtime.bigint() - started) / 1e6;
  const copies = new Map(linked.items.map((item) => [item.item_id, item.duplicate_of ?? item.item_id]));
  const threads = new Map([...messages.values()].map((message) => [message.id, message.thread]));
  const exchanges = exchangeOfMessages(linked, release.gold);
  const incidents = measureIncidents(linked, release.gold, labels);
  return [
    `  ${release.items.length} items → ${linked.items.filter((item) => item.duplicate_of === null).length} messages and attachments of ${new Set(release.gold.values()).size}, ${linked.exchanges.length} exchanges of ${new Set(threads.values()).size}, ${millis.toFixed(0)} ms`,
    `  copies     ${describePairs(scorePairs(copies, release.gold))}`,
    `  exchanges  ${describePairs(scorePairs(exchanges, threads))}  exact ${countExact(exchanges, threads)}`,
    `  incidents  ${incidents}`,
  ];
}

/** What `threads.json` says of a thread, as far as it is used here. */
export interface GoldThread {
  thread: string;
  messages: string[];
  relevance: Exchange['relevance'];
  purpose: Exchange['purpose'];
  incident: string;
}

export function readThreads(folder: string): Map<string, GoldThread> {
  const threads = JSON.parse(readFileSync(join(folder, 'threads.json'), 'utf8')) as GoldThread[];
  return new Map(threads.flatMap((thread) => thread.messages.map((message) => [message, thread])));
}

/** Pairs of messages of contacts in one incident, the exchanges coded as their first message's thread is in the gold. */
function measureIncidents(
  linked: LinkedItems,
  gold: ReadonlyMap<string, string>,
  labels: ReadonlyMap<string, GoldThread>,
): string {
  const coded = linked.exchanges.map((draft): Exchange => {
    const label = labels.get(gold.get(draft.items[0] ?? '') ?? '');
    const { exchange_id, items, first_date, last_date, subject } = draft;
    const answers = { relevance: label?.relevance ?? 'none', purpose: label?.purpose ?? null, conduct: null };
    return { ...UNCODED, exchange_id, items, first_date, last_date, subject, ...answers };
  });
  const incidents = buildIncidents(coded, linked.items);
  if (process.env.SHOW_INCIDENTS) {
    for (const exchange of coded) {
      const incident = incidents.get(exchange.exchange_id);
      const threads = exchange.items.map((id) => labels.get(gold.get(id) ?? '')?.thread);
      const wanted = labels.get(gold.get(exchange.items[0] ?? '') ?? '')?.incident;
      if (incident?.reason)
        console.log(wanted, [...new Set(threads)].join(' '), incident.incident_id, incident.reason);
    }
  }
  const found = new Map<string, string>();
  const wanted = new Map<string, string>();
  for (const exchange of coded) {
    const incident = incidents.get(exchange.exchange_id)?.incident_id;
    for (const id of exchange.items) {
      const message = gold.get(id);
      const label = message === undefined ? undefined : labels.get(message);
      if (message === undefined || label?.relevance !== 'contact') continue;
      wanted.set(message, label.incident);
      if (incident !== undefined) found.set(message, incident);
    }
  }
  return describePairs(scorePairs(found, wanted));
}

const UNCODED: Omit<
  Exchange,
  'exchange_id' | 'items' | 'first_date' | 'last_date' | 'subject' | 'relevance' | 'purpose' | 'conduct'
> = {
  contact_id: null,
  incident_id: null,
  verdict: 'undetermined',
  probability: 1,
  needs_review: false,
  direction: null,
  nature: [],
  component: [],
  persons: null,
  minors: false,
  coder: 'gold',
  evidence: [],
};

/** The exchange of each message: that of the item that counts, or of its first one where copies were not all joined. */
function exchangeOfMessages(linked: LinkedItems, gold: ReadonlyMap<string, string>): Map<string, string> {
  const found = new Map<string, string>();
  const ranked = [...linked.items].sort((a, b) => rank(a.origin) - rank(b.origin));
  for (const item of ranked) {
    const message = gold.get(item.item_id);
    if (message !== undefined && item.exchange_id !== null && !found.has(message)) {
      found.set(message, item.exchange_id);
    }
  }
  return found;
}

function rank(origin: string): number {
  return ['native', 'printed', 'quoted'].indexOf(origin);
}

const SCENES: Record<string, Wear[]> = {
  'as released': [AS_PRINTED],
  'two custodians, the second a scan with 2 % misread': [AS_PRINTED, { noise: 0.02, redaction: 0, shift: 0 }],
  'two scans with 5 % misread': [
    { noise: 0.05, redaction: 0, shift: 0 },
    { noise: 0.05, redaction: 0, shift: 0 },
  ],
  'two releases redacted differently': [
    { noise: 0, redaction: 0.3, shift: 0 },
    { noise: 0, redaction: 0.3, shift: 0 },
  ],
  'the second printed an hour west': [AS_PRINTED, { noise: 0, redaction: 0, shift: -1 }],
};

export function measureLinking(folder: string): string {
  const messages = readMessages(folder);
  const labels = readThreads(folder);
  const mbox = readFileSync(join(folder, 'release', 'late-2017.mbox'), 'utf8');
  const mailed = new Set([...mbox.matchAll(/^Message-ID: (.*)$/gm)].map((found) => found[1]!.trim()));
  return Object.entries(SCENES)
    .flatMap(([name, wears]) => [
      name,
      ...measureRelease(simulateRelease(messages, mailed, wears), messages, labels),
    ])
    .join('\n');
}

/** Copies where every message was sent again, and where dates are misread. */
export function measureDecoys(messages: ReadonlyMap<string, GoldMessage>): string[] {
  const scenes = {
    'every message sent again, on other days, hours and to others': simulateDecoys(messages),
    'two prints, the second a scan, dates unread or misread': simulateMisreadDates(messages),
  };
  return Object.entries(scenes).flatMap(([name, { items, gold }]) => {
    const linked = linkItems(items);
    const copies = new Map(linked.items.map((item) => [item.item_id, item.duplicate_of ?? item.item_id]));
    const found = new Set(copies.values()).size;
    return [
      name,
      `  ${items.length} items → ${found} messages and attachments of ${new Set(gold.values()).size}`,
      `  copies     ${describePairs(scorePairs(copies, gold))}`,
    ];
  });
}

/** Copies in a simulated mailbox, with time of the processor and memory. */
export function measureMailbox(size: number): string[] {
  const { items, gold } = simulateMailbox(size);
  const before = process.cpuUsage();
  const linked = linkItems(items);
  const seconds = process.cpuUsage(before).user / 1e6;
  const copies = new Map(linked.items.map((item) => [item.item_id, item.duplicate_of ?? item.item_id]));
  const memory = process.memoryUsage().rss / 2 ** 20;
  return [
    `  ${items.length} items → ${new Set(copies.values()).size} messages of ${new Set(gold.values()).size}, ${linked.exchanges.length} exchanges`,
    `  copies     ${describePairs(scorePairs(copies, gold))}`,
    `  ${seconds.toFixed(1)} s of one processor, ${memory.toFixed(0)} MiB with the items`,
  ];
}
