import type { LinkedItem } from '../classify/index.ts';
import { readerSides, replyMinutes, type WriterSide, writerSide } from '../policy/index.ts';
import type { Contact, Participant } from './audit.ts';

/** From which side to which a message was sent. */
export interface Route {
  from: WriterSide | 'unknown';
  to: WriterSide | 'unknown';
}

/** Messages of contacts that one side sent to another, each message once for each side that it was addressed to. */
export interface Flow extends Route {
  messages: number;
  /** Contacts in which there is such a message. */
  contacts: number;
}

/** One answer of one side to the other. */
export interface Reply {
  item_id: string;
  /** Of the contact in this report. */
  number: number;
  date: string;
  minutes: number;
}

/** How fast one side answered the other. All times in minutes; null where there is no answer with a known time. */
export interface ReplyTimes {
  by: 'police' | 'authority';
  replies: Reply[];
  first_quartile: number | null;
  median: number | null;
  third_quartile: number | null;
  /** How many took no longer than each of `REPLY_STEPS`, and longer than the one before; the last counts the rest. */
  steps: number[];
}

/** Upper ends of the classes of reply times, in minutes. */
export const REPLY_STEPS = [15, 60, 240, 1440, 10_080] as const;

export interface Correspondence {
  flows: Flow[];
  times: ReplyTimes[];
  /** Messages of contacts, each once. */
  messages: number;
}

/** The value below which a share of the sorted numbers lies, between two of them where it falls there. */
export function quantile(sorted: readonly number[], share: number): number | null {
  const at = (sorted.length - 1) * share;
  const [low, high] = [sorted[Math.floor(at)], sorted[Math.ceil(at)]];
  return low === undefined || high === undefined ? null : low + (high - low) * (at - Math.floor(at));
}

function countSteps(minutes: readonly number[]): number[] {
  const steps = new Array<number>(REPLY_STEPS.length + 1).fill(0);
  for (const value of minutes) {
    const found = REPLY_STEPS.findIndex((limit) => value <= limit);
    const at = found < 0 ? REPLY_STEPS.length : found;
    steps[at] = (steps[at] ?? 0) + 1;
  }
  return steps;
}

function timesOf(by: ReplyTimes['by'], replies: Reply[]): ReplyTimes {
  const sorted = replies.toSorted((a, b) => a.minutes - b.minutes || (a.item_id < b.item_id ? -1 : 1));
  const minutes = sorted.map((reply) => reply.minutes);
  return {
    by,
    replies: sorted,
    first_quartile: quantile(minutes, 0.25),
    median: quantile(minutes, 0.5),
    third_quartile: quantile(minutes, 0.75),
    steps: countSteps(minutes),
  };
}

const ORDER: Flow['from'][] = ['police', 'authority', 'other', 'unknown'];

/** Who wrote to whom in each message: the writer's side, and each side that it was addressed to. */
export function flowsOf(item: LinkedItem, people: readonly Participant[]): Route[] {
  const from = writerSide(item, people) ?? 'unknown';
  const to: Flow['to'][] = readerSides(item, people);
  return (to.length === 0 ? (['unknown'] as const) : to).map((side) => ({ from, to: side }));
}

export function flowName({ from, to }: Route): string {
  return `${from}-${to}`;
}

function countFlows(contacts: readonly Contact[]): Flow[] {
  const flows = new Map<string, Flow & { in: Set<number> }>();
  for (const { number, messages } of contacts) {
    for (const message of messages) {
      for (const pair of message.flows) {
        const flow = flows.get(flowName(pair)) ?? { ...pair, messages: 0, contacts: 0, in: new Set() };
        flow.messages += 1;
        flow.in.add(number);
        flows.set(flowName(pair), flow);
      }
    }
  }
  const rank = ({ from, to }: Flow): number => ORDER.indexOf(from) * ORDER.length + ORDER.indexOf(to);
  return [...flows.values()]
    .map(({ in: numbers, ...flow }) => ({ ...flow, contacts: numbers.size }))
    .sort((a, b) => rank(a) - rank(b));
}

/** Who wrote to whom in the contacts, and how fast either side answered the other, by the rules of `replyMinutes`. */
export function buildCorrespondence(
  contacts: readonly Contact[],
  items: readonly LinkedItem[],
): Correspondence {
  const joined = contacts.map(({ exchange, messages, participants }) => ({
    exchange,
    items: messages.map(({ item }) => item),
    parties: participants,
  }));
  const minutes = replyMinutes(joined, items);
  const replies: Record<ReplyTimes['by'], Reply[]> = { police: [], authority: [] };
  for (const { number, messages, participants } of contacts) {
    for (const { item } of messages) {
      const value = minutes.get(item.item_id);
      const by = writerSide(item, participants);
      if (value === undefined || item.date === null || (by !== 'police' && by !== 'authority')) continue;
      replies[by].push({ item_id: item.item_id, number, date: item.date, minutes: value });
    }
  }
  return {
    flows: countFlows(contacts),
    times: [timesOf('police', replies.police), timesOf('authority', replies.authority)],
    messages: contacts.reduce((sum, { messages }) => sum + messages.length, 0),
  };
}
