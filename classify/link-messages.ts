import type { Item } from '../ingest/index.ts';
import type { Copy } from './link-copy.ts';
import { type Moment, orderingMinute } from './link-moments.ts';
import type { Subject } from './link-subjects.ts';
import type { Person } from './people.ts';

/** A message (document, row) with all its copies: the one that counts first, and the best of what each copy's headers say. */
export interface Message {
  copies: Copy[];
  canonical: Item;
  ids: Set<string>;
  /** Message-IDs it answers, nearest first, without brackets. */
  answers: string[];
  from: Person | null;
  to: Person[];
  cc: Person[];
  moment: Moment | null;
  /** As the copy has it that counts, or the first copy that has a date to rely on. */
  date: string | null;
  /** For ordering, see `orderingMinute`; null where no copy has a date. */
  minute: number | null;
  subject: Subject;
}

/** By trust in the headers: mail as sent, mail as printed, mail as somebody's program quoted it. */
const TRUST: Record<string, number> = { native: 0, printed: 1, document: 2, row: 2, quoted: 3 };
/** A copy with less than this share of the fullest copy's letters is cut or redacted and does not count where another does. */
const CUT_SHORT = 0.5;
/** Copies whose letters differ by less are equally full: reading noise adds and drops a few. */
const AS_FULL = 0.97;

export function readMessage(copies: readonly Copy[]): Message {
  const ordered = orderCopies(copies);
  const first = ordered[0]!;
  const moments = ordered.flatMap((copy) => (copy.moment === null ? [] : [copy.moment]));
  const moment = moments.sort((a, b) => precisionOf(b) - precisionOf(a))[0] ?? null;
  const subjects = ordered.map((copy) => copy.subject);
  return {
    copies: ordered,
    canonical: first.item,
    ids: new Set(ordered.flatMap((copy) => (copy.messageId === null ? [] : [copy.messageId]))),
    answers: [...new Set(ordered.flatMap((copy) => copy.item.in_reply_to.map(stripBrackets)))],
    from: ordered.map((copy) => copy.from).find((from) => from !== null && !from.hidden) ?? first.from,
    to: fullest(ordered.map((copy) => copy.to)),
    cc: fullest(ordered.map((copy) => copy.cc)),
    moment,
    date: ordered.find((copy) => copy.moment !== null)?.item.date ?? first.item.date,
    minute: moment === null ? null : orderingMinute(moment),
    subject: subjects.find((subject) => subject.key !== '') ?? first.subject,
  };
}

/** The copy that counts first; then by trust, place and id. */
function orderCopies(copies: readonly Copy[]): Copy[] {
  const most = copies.reduce((length, copy) => Math.max(length, copy.letters), 0);
  const rank = (copy: Copy): number[] => [
    copy.letters < most * CUT_SHORT ? 1 : 0,
    TRUST[copy.item.origin] ?? 4,
    copy.letters < most * AS_FULL ? 1 : 0,
    copy.item.issues.length,
  ];
  return [...copies].sort((a, b) => {
    const [left, right] = [rank(a), rank(b)];
    const differs = left.findIndex((value, at) => value !== right[at]);
    if (differs >= 0) return (left[differs] ?? 0) - (right[differs] ?? 0);
    return comparePlaces(a.item, b.item);
  });
}

function comparePlaces(a: Item, b: Item): number {
  if (a.path !== b.path) return a.path < b.path ? -1 : 1;
  const pages = (a.page_start ?? 0) - (b.page_start ?? 0);
  if (pages !== 0) return pages;
  return a.item_id < b.item_id ? -1 : 1;
}

function precisionOf(moment: Moment): number {
  return (moment.wall === null ? 0 : 1) + (moment.second === null ? 0 : 1) + (moment.offset === null ? 0 : 1);
}

/** The list that names most people, one with addresses before one without. */
function fullest(lists: readonly Person[][]): Person[] {
  const worth = (list: readonly Person[]): number =>
    list.reduce((sum, person) => sum + (person.hidden ? 0 : 2) + (person.address === '' ? 0 : 1), 0);
  return lists.reduce((best, list) => (worth(list) > worth(best) ? list : best), lists[0] ?? []);
}

function stripBrackets(id: string): string {
  return id.trim().replace(/^<|>$/g, '');
}
