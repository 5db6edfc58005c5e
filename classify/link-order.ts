import type { Answer } from './build-exchanges-answers.ts';
import type { Message } from './link-messages.ts';

/**
 * The rank of each message in time: by the wall clock, but never before what it answers (a zone may be missing), and
 * right after it where it has no date. Ties go by item id. Messages that nothing dates come last.
 */
export function orderMessages(messages: readonly Message[], answers: readonly Answer[]): number[] {
  const answered = new Map<number, number[]>();
  for (const { later, earlier } of answers) answered.set(later, [...(answered.get(later) ?? []), earlier]);
  const places = new Map<number, Place>();
  for (let at = 0; at < messages.length; at++) placeOf(at, messages, answered, places);
  dateFromAnswers(messages, answers, places);
  const sorted = messages.map((_, at) => at).sort((a, b) => comparePlaces(a, b, messages, places));
  const ranks = new Array<number>(messages.length);
  sorted.forEach((at, rank) => {
    ranks[at] = rank;
  });
  return ranks;
}

interface Place {
  minute: number;
  /** Answers before it: orders messages of one minute. */
  depth: number;
}

/** Chains are walked with a stack of their own: a thousand answers deep must not end the program. */
function placeOf(
  start: number,
  messages: readonly Message[],
  answered: ReadonlyMap<number, number[]>,
  places: Map<number, Place>,
): void {
  const stack = [start];
  const open = new Set<number>();
  while (stack.length > 0) {
    const at = stack.at(-1)!;
    const before = (answered.get(at) ?? []).filter((other) => !open.has(other) || places.has(other));
    const missing = before.filter((other) => !places.has(other) && other !== at);
    if (!places.has(at) && missing.length > 0 && !open.has(at)) {
      open.add(at);
      stack.push(...missing);
      continue;
    }
    stack.pop();
    if (places.has(at)) continue;
    const known = before
      .flatMap((other) => places.get(other) ?? [])
      .filter((place) => Number.isFinite(place.minute));
    const own = messages[at]!.minute;
    const earliest = Math.max(...known.map((place) => place.minute), Number.NEGATIVE_INFINITY);
    const minute =
      own === null ? (known.length > 0 ? earliest : Number.POSITIVE_INFINITY) : Math.max(own, earliest);
    places.set(at, { minute, depth: Math.max(0, ...known.map((place) => place.depth + 1)) });
  }
}

/** A message without date, answered by one with a date, was sent no later. */
function dateFromAnswers(
  messages: readonly Message[],
  answers: readonly Answer[],
  places: Map<number, Place>,
): void {
  for (const { later, earlier } of answers) {
    const place = places.get(earlier);
    const after = places.get(later);
    if (place === undefined || after === undefined || messages[earlier]!.minute !== null) continue;
    if (place.minute === Number.POSITIVE_INFINITY) {
      places.set(earlier, { minute: after.minute, depth: Math.min(place.depth, after.depth - 1) });
    }
  }
}

function comparePlaces(
  a: number,
  b: number,
  messages: readonly Message[],
  places: ReadonlyMap<number, Place>,
): number {
  const [left, right] = [places.get(a)!, places.get(b)!];
  if (left.minute !== right.minute) return left.minute < right.minute ? -1 : 1;
  if (left.depth !== right.depth) return left.depth - right.depth;
  return messages[a]!.canonical.item_id < messages[b]!.canonical.item_id ? -1 : 1;
}
