import { type Breakdown, describeError } from '../ingest/index.ts';

/** A piece that was left out, and how the work broke down on it. */
export interface Breaker<T> extends Breakdown {
  piece: T;
}

/**
 * Most pieces that are left out for what they do only beside others. Where the work still breaks down without them, no
 * single piece is to blame.
 */
const MOST_TOGETHER = 20;

type Tried<R> = { result: R } | { error: unknown };

/**
 * Does work over many pieces at once, without those on which it breaks down: the ones that break it alone first, then, one
 * by one, the last of the shortest run of pieces that breaks it. Costs nothing more where nothing breaks; else about as
 * much as the work on each piece alone, and some twenty times the work on all for each piece that breaks it only beside others.
 *
 * @throws what the work throws where the machine is to blame, where it breaks down on no piece at all, or on too many.
 */
export function leaveOutBreakers<T, R>(
  pieces: readonly T[],
  work: (pieces: readonly T[]) => R,
): { result: R; breakers: Breaker<T>[] } {
  const breakers: Breaker<T>[] = [];
  const attempt = (some: readonly T[]): Tried<R> => {
    try {
      return { result: work(some) };
    } catch (error) {
      return { error };
    }
  };
  const leaveOut = (piece: T, error: unknown) => breakers.push({ piece, ...describeError(error) });

  let tried = attempt(pieces);
  if ('result' in tried) return { result: tried.result, breakers };
  describeError(tried.error);
  let rest = pieces.filter((piece) => {
    const alone = attempt([piece]);
    if ('error' in alone) leaveOut(piece, alone.error);
    return !('error' in alone);
  });
  for (let together = 0; ; together += 1) {
    tried = attempt(rest);
    if ('result' in tried) return { result: tried.result, breakers };
    if (together === MOST_TOGETHER || rest.length === 0) throw tried.error;
    const at = endOfShortest(rest, (some) => 'error' in attempt(some));
    leaveOut(rest[at] as T, tried.error);
    rest = rest.filter((_, place) => place !== at);
  }
}

/** The place of a piece with which a run of pieces from the first on breaks the work, and without which it does not. */
function endOfShortest<T>(pieces: readonly T[], breaks: (some: readonly T[]) => boolean): number {
  let [whole, broken] = [0, pieces.length];
  while (broken - whole > 1) {
    const middle = Math.floor((whole + broken) / 2);
    if (breaks(pieces.slice(0, middle))) broken = middle;
    else whole = middle;
  }
  return broken - 1;
}
