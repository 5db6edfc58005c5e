import type { Message } from './link-messages.ts';
import { compareLists, comparePeople, isAmong, type Person } from './people.ts';

/** `enclosure`: one of several messages sent along with another; it joins nothing. */
export type LinkKind = 'message-id' | 'quotation' | 'forward' | 'subject' | 'attachment' | 'enclosure';

/** That one message answers, forwards or is attached to an earlier one. Positions in the list of messages. */
export interface Answer {
  later: number;
  earlier: number;
  kind: LinkKind;
  /** For people: why the two belong together. */
  reason: string;
}

const MINUTES_A_DAY = 1440;
/** An answer without ids and without quotation is looked for this many days back: next week's list has the same subject. */
const DAYS_BACK = 6;
/** The same under a subject that anybody may use. */
const DAYS_BACK_GENERIC = 2;
/** The same without "RE:" in front. */
const DAYS_BACK_PLAIN = 3;
/** The same where names are blacked out, and the letters a subject needs for it. */
const DAYS_BACK_HIDDEN = 3;
const TELLING_SUBJECT = 12;
/** Messages with one subject looked at before giving up. */
const MOST_LOOKED_AT = 60;

/** What each message answers: by Message-ID, else by what it quotes, else by subject, people and time. */
export function findAnswers(messages: readonly Message[]): Answer[] {
  const byIds = answersById(messages);
  const byQuotation = answersByQuotation(messages);
  return [
    ...byIds,
    ...byQuotation,
    ...answersBySubject(messages, [...byIds, ...byQuotation]),
    ...attachments(messages),
  ];
}

function answersById(messages: readonly Message[]): Answer[] {
  const known = new Map<string, number>();
  messages.forEach((message, at) => {
    for (const id of message.ids) known.set(id, at);
  });
  return messages.flatMap((message, later): Answer[] => {
    const id = message.answers.find((answer) => known.has(answer) && known.get(answer) !== later);
    const earlier = id === undefined ? undefined : known.get(id);
    return earlier === undefined
      ? []
      : [{ later, earlier, kind: 'message-id', reason: `In-Reply-To <${id}>` }];
  });
}

/** Position of the message of each item, copies included. */
export function positionsOf(messages: readonly Message[]): Map<string, number> {
  return new Map(messages.flatMap((message, at) => message.copies.map((copy) => [copy.item.item_id, at])));
}

function answersByQuotation(messages: readonly Message[]): Answer[] {
  const position = positionsOf(messages);
  const found = new Map<string, Answer>();
  messages.forEach((message, earlier) => {
    for (const { item } of message.copies) {
      const later =
        item.origin !== 'quoted' || item.parent_id === null ? undefined : position.get(item.parent_id);
      if (later === undefined || later === earlier) continue;
      found.set(`${later} ${earlier}`, { later, earlier, ...quotationOf(messages[later]!, message) });
    }
  });
  return [...found.values()];
}

function quotationOf(later: Message, earlier: Message): Pick<Answer, 'kind' | 'reason'> {
  if (!canQuote(later, earlier))
    return { kind: 'enclosure', reason: 'stands below it, but is not answered by it' };
  if (isForward(later, earlier)) return { kind: 'forward', reason: 'forwards it to others' };
  return { kind: 'quotation', reason: 'quotes it' };
}

/** Minutes by which zones and a telephone's clock can make an answer seem older than what it answers: 16 hours have been seen. */
const CLOCKS_APART = 36 * 60;

/** Messages pasted below one another are no talk: one is younger than what stands above it, or shares neither people nor subject. */
function canQuote(later: Message, earlier: Message): boolean {
  if (later.minute !== null && earlier.minute !== null && earlier.minute - later.minute > CLOCKS_APART)
    return false;
  const [above, below] = [later.subject.key, earlier.subject.key];
  const strangers = compareLists(peopleOf(later), peopleOf(earlier)) === 'different';
  return !(strangers && above !== '' && below !== '' && above !== below);
}

/** Whether `later`, which quotes `earlier`, passes it on rather than answers it. */
function isForward(later: Message, earlier: Message): boolean {
  if (later.subject.kind !== 'plain') return later.subject.kind === 'forward';
  const audience = audienceOf(later);
  if (audience.length === 0 || earlier.from === null || isAmong(earlier.from, audience)) return false;
  return !(sameSender(later, earlier) && compareLists(audience, audienceOf(earlier)) !== 'different');
}

export function audienceOf(message: Message): Person[] {
  return [...message.to, ...message.cc];
}

export function peopleOf(message: Message): Person[] {
  return message.from === null ? audienceOf(message) : [message.from, ...audienceOf(message)];
}

export function sameSender(a: Message, b: Message): boolean {
  return a.from !== null && b.from !== null && comparePeople(a.from, b.from) === 'same';
}

function answersBySubject(messages: readonly Message[], known: readonly Answer[]): Answer[] {
  const linked = new Set(known.map((answer) => answer.later));
  // In one minute an answer may stand before what it answers: it must not be answered by it as well.
  const answered = new Set(known.map(({ later, earlier }) => `${earlier} ${later}`));
  const bySubject = new Map<string, number[]>();
  messages.forEach((message, at) => {
    if (message.minute === null || !isMail(message)) return;
    const key = message.subject.key;
    const bucket = bySubject.get(key);
    if (bucket === undefined) bySubject.set(key, [at]);
    else bucket.push(at);
  });
  return [...bySubject.values()].flatMap((bucket) => {
    bucket.sort((a, b) => (messages[a]!.minute ?? 0) - (messages[b]!.minute ?? 0) || a - b);
    return bucket.flatMap((later, place): Answer[] => {
      if (linked.has(later)) return [];
      const before = bucket.slice(Math.max(0, place - MOST_LOOKED_AT), place).reverse();
      const earlier = before.find(
        (at) => !answered.has(`${later} ${at}`) && mayAnswer(messages[later]!, messages[at]!),
      );
      if (earlier === undefined) return [];
      const forward = messages[later]!.subject.kind === 'forward';
      return [
        {
          later,
          earlier,
          kind: forward ? 'forward' : 'subject',
          reason: 'same subject and people, soon after',
        },
      ];
    });
  });
}

function mayAnswer(later: Message, earlier: Message): boolean {
  const days = ((later.minute ?? 0) - (earlier.minute ?? 0)) / MINUTES_A_DAY;
  const { kind, generic } = later.subject;
  const turned = isTurned(later, earlier);
  if (kind === 'plain')
    return turned && !generic && earlier.subject.kind === 'plain' && days <= DAYS_BACK_PLAIN;
  if (generic) return turned && kind === 'reply' && days <= DAYS_BACK_GENERIC;
  if (days > DAYS_BACK) return false;
  if (kind === 'reply' && isUncertain(later, earlier)) {
    return later.subject.key.length >= TELLING_SUBJECT && days <= DAYS_BACK_HIDDEN;
  }
  if (later.from === null) return false;
  if (kind === 'forward') return isAmong(later.from, peopleOf(earlier));
  return (
    turned ||
    (isAmong(later.from, peopleOf(earlier)) && compareLists(audienceOf(later), peopleOf(earlier)) === 'same')
  );
}

/** Whether blacked-out names leave open that both have people in common: nobody is known to be in both. */
function isUncertain(later: Message, earlier: Message): boolean {
  const [left, right] = [peopleOf(later), peopleOf(earlier)];
  const hidden = [...left, ...right].some((person) => person.hidden);
  return hidden && compareLists(left, right) === 'unknown';
}

/** From one of those the earlier message went to, back to its sender. */
function isTurned(later: Message, earlier: Message): boolean {
  if (later.from === null || earlier.from === null) return false;
  return isAmong(later.from, audienceOf(earlier)) && isAmong(earlier.from, audienceOf(later));
}

function isMail(message: Message): boolean {
  return message.canonical.origin !== 'row' && message.canonical.origin !== 'document';
}

function attachments(messages: readonly Message[]): Answer[] {
  const position = positionsOf(messages);
  const attached = messages.flatMap((message, at) => {
    for (const { item } of message.copies) {
      const to =
        item.origin === 'quoted' || item.parent_id === null ? undefined : position.get(item.parent_id);
      if (to !== undefined && to !== at) return [{ at, to }];
    }
    return [];
  });
  const enclosed = new Map<number, number>();
  for (const { at, to } of attached) if (isMail(messages[at]!)) enclosed.set(to, (enclosed.get(to) ?? 0) + 1);
  return attached.map(({ at, to }): Answer => {
    if (!isMail(messages[at]!))
      return { later: at, earlier: to, kind: 'attachment', reason: 'attached to it' };
    // A bundle of messages sent to the records officer does not make one exchange of them.
    const kind = enclosed.get(to) === 1 ? 'forward' : 'enclosure';
    return { later: to, earlier: at, kind, reason: 'sends it along as an attachment' };
  });
}
