import { sharedStretch, sharedText } from './find-copies-compare.ts';
import { joinUnlessExcluded } from './find-copies-join.ts';
import type { Copy } from './link-copy.ts';
import type { Groups } from './link-groups.ts';
import { orderingMinute } from './link-moments.ts';
import { comparePeople, type Person } from './people.ts';

const MINUTES_A_DAY = 1440;
/** What a reply quotes was sent this many days before it at most. */
const DAYS_BACK = 30;
/** Messages under one subject that are looked through. */
const MOST_LOOKED_AT = 200;
/** Letters that the quoted text needs, and the share (0–1) of it that must stand in the message. */
const FEWEST_LETTERS = 12;
const NEARLY_ALL = 0.72;

/** Letters that a quotation without any header needs (lines behind ">"). */
const FEWEST_UNNAMED = 40;

/**
 * Joins quoted messages that name their sender and nothing else ("Ivy wrote:"), or not even that, with the message that was
 * sent under the subject of the reply shortly before it, if that is one message only.
 */
export function joinHeadless(copies: readonly Copy[], groups: Groups): void {
  const position = new Map(copies.map((copy, at) => [copy.item.item_id, at]));
  const bySubject = new Map<string, number[]>();
  copies.forEach((copy, at) => {
    if (copy.moment?.wall == null || copy.subject.key === '' || copy.subject.generic) return;
    const bucket = bySubject.get(copy.subject.key);
    if (bucket === undefined) bySubject.set(copy.subject.key, [at]);
    else bucket.push(at);
  });
  copies.forEach((copy, at) => {
    const parent = copy.item.parent_id === null ? undefined : position.get(copy.item.parent_id);
    if (parent === undefined || !isHeadless(copy)) return;
    const bucket = bySubject.get(copies[parent]!.subject.key) ?? [];
    if (bucket.length > MOST_LOOKED_AT) return;
    const fits = bucket.filter((other) => isQuotedFrom(copy, copies[parent]!, copies[other]!));
    const found = new Set(fits.map((other) => groups.rootOf(other)));
    found.delete(groups.rootOf(parent));
    if (found.size === 1) joinUnlessExcluded(copies, groups, at, [...found][0]!);
  });
}

/** A quoted message without a subject and without a minute. */
function isHeadless(copy: Copy): boolean {
  const { item, moment, subject, from, letters } = copy;
  if (item.origin !== 'quoted' || subject.key !== '' || moment?.wall != null) return false;
  return letters >= (isNamed(from) ? FEWEST_LETTERS : FEWEST_UNNAMED);
}

function isNamed(from: Person | null): from is Person {
  return from !== null && !from.hidden;
}

function isQuotedFrom(quoted: Copy, parent: Copy, other: Copy): boolean {
  if (other.item.item_id === parent.item.item_id || other.letters === 0) return false;
  if (parent.moment !== null && other.moment !== null) {
    const minutes = orderingMinute(parent.moment) - orderingMinute(other.moment);
    // Half a day of the wrong sign can be a zone.
    if (minutes < -MINUTES_A_DAY / 2 || minutes > DAYS_BACK * MINUTES_A_DAY) return false;
  }
  if (!isNamed(quoted.from)) return sharedStretch(quoted, other) >= NEARLY_ALL;
  if (other.from === null || comparePeople(quoted.from, other.from) !== 'same') return false;
  return sharedText(quoted, other) >= NEARLY_ALL;
}
