import { sharedText } from './find-copies-compare.ts';
import { joinUnlessExcluded } from './find-copies-join.ts';
import type { Copy } from './link-copy.ts';
import type { Groups } from './link-groups.ts';
import { comparePeople } from './people.ts';

/** Share (0–1) of the own text that two items in the same place must have in common. */
const FAIRLY = 0.5;

/**
 * Joins items by the place they stand in, where their own headers are too poor: what two copies of a reply quote in the
 * same place is one message, and what a reply quotes first is the message it answers by Message-ID. A pass a level of
 * quotation, until nothing changes.
 */
export function joinBySurroundings(copies: readonly Copy[], groups: Groups): void {
  const position = new Map(copies.map((copy, at) => [copy.item.item_id, at]));
  const byMessageId = new Map(
    copies.flatMap((copy, at) => (copy.messageId === null ? [] : [[copy.messageId, at]])),
  );
  const quotations = quotedIn(copies, position);
  for (let changed = true; changed; ) {
    changed = false;
    const first = new Map<string, number>();
    for (const { at, parent, ordinal } of quotations) {
      const answered = ordinal === 0 ? answeredBy(copies, groups, parent, byMessageId) : undefined;
      if (answered !== undefined && joinIfAgreed(copies, groups, at, answered)) changed = true;
      const place = `${groups.rootOf(parent)}/${ordinal}`;
      const other = first.get(place);
      if (other === undefined) first.set(place, at);
      else if (joinIfAgreed(copies, groups, at, other)) changed = true;
    }
  }
}

interface Quotation {
  at: number;
  parent: number;
  /** Which one among those quoted directly in the parent, from 0. */
  ordinal: number;
}

function quotedIn(copies: readonly Copy[], position: ReadonlyMap<string, number>): Quotation[] {
  const byParent = new Map<number, number[]>();
  copies.forEach((copy, at) => {
    const parent = copy.item.parent_id === null ? undefined : position.get(copy.item.parent_id);
    if (copy.item.origin !== 'quoted' || parent === undefined) return;
    byParent.set(parent, [...(byParent.get(parent) ?? []), at]);
  });
  return [...byParent].flatMap(([parent, children]) =>
    children
      .sort((a, b) => comparePlaces(copies[a]!, copies[b]!))
      .map((at, ordinal) => ({ at, parent, ordinal })),
  );
}

/** By the numbers in `part` ("p3.1/q2" before "p3.1/q10"), else by id. */
function comparePlaces(a: Copy, b: Copy): number {
  const byPart = (a.item.part ?? '').localeCompare(b.item.part ?? '', 'en', { numeric: true });
  return byPart !== 0 ? byPart : a.item.item_id < b.item.item_id ? -1 : 1;
}

function answeredBy(
  copies: readonly Copy[],
  groups: Groups,
  parent: number,
  byMessageId: ReadonlyMap<string, number>,
): number | undefined {
  for (const at of groups.membersOf(parent)) {
    const id = copies[at]!.item.in_reply_to[0]?.trim().replace(/^<|>$/g, '');
    const found = id === undefined ? undefined : byMessageId.get(id);
    if (found !== undefined) return found;
  }
  return undefined;
}

function joinIfAgreed(copies: readonly Copy[], groups: Groups, a: number, b: number): boolean {
  if (groups.rootOf(a) === groups.rootOf(b)) return false;
  const [left, right] = [copies[a]!, copies[b]!];
  if (left.from !== null && right.from !== null && comparePeople(left.from, right.from) === 'different')
    return false;
  if (sharedText(left, right) < FAIRLY) return false;
  return joinUnlessExcluded(copies, groups, a, b);
}
