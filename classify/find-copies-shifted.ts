import { compareShifted } from './find-copies-compare.ts';
import { joinUnlessExcluded } from './find-copies-join.ts';
import type { Copy } from './link-copy.ts';
import type { Groups } from './link-groups.ts';

/** Copies that must show one difference of clocks between two files, and no other, before it is relied on. */
const FEWEST_PROOFS = 3;

/**
 * Joins short messages that two files print in different time zones. Long texts prove the difference of the two files'
 * clocks; where all that were found agree on it, a short message with the same sender and subject at that distance is the
 * same message as well.
 */
export function joinByKnownShift(copies: readonly Copy[], groups: Groups): void {
  const shifts = knownShifts(copies, groups);
  if (shifts.length === 0) return;
  const byFileAndMinute = new Map<string, number[]>();
  copies.forEach((copy, at) => {
    if (!isDated(copy)) return;
    const key = `${copy.item.file_id} ${copy.moment!.wall}`;
    byFileAndMinute.set(key, [...(byFileAndMinute.get(key) ?? []), at]);
  });
  for (const { first, second, minutes } of shifts) {
    copies.forEach((copy, at) => {
      if (copy.item.file_id !== first || !isDated(copy)) return;
      const others = byFileAndMinute.get(`${second} ${copy.moment!.wall! + minutes}`) ?? [];
      const fits = others.filter((other) => compareShifted(copy, copies[other]!));
      if (fits.length === 1) joinUnlessExcluded(copies, groups, at, fits[0]!);
    });
  }
}

interface Shift {
  first: string;
  second: string;
  /** What to add to the wall clock of `first` to have that of `second`; not 0. */
  minutes: number;
}

function knownShifts(copies: readonly Copy[], groups: Groups): Shift[] {
  const seen = new Map<string, { shift: Shift; proofs: number; agreed: boolean }>();
  copies.forEach((_, root) => {
    if (groups.rootOf(root) !== root) return;
    const members = groups.membersOf(root).filter((at) => isDated(copies[at]!));
    for (const [a, b] of pairsAcrossFiles(members, copies)) {
      const [first, second] = [a.item.file_id, b.item.file_id];
      const minutes = b.moment!.wall! - a.moment!.wall!;
      const known = seen.get(`${first} ${second}`);
      if (known === undefined) {
        seen.set(`${first} ${second}`, { shift: { first, second, minutes }, proofs: 1, agreed: true });
      } else {
        known.proofs++;
        known.agreed &&= known.shift.minutes === minutes;
      }
    }
  });
  return [...seen.values()].flatMap(({ shift, proofs, agreed }) =>
    agreed && proofs >= FEWEST_PROOFS && shift.minutes !== 0 ? [shift] : [],
  );
}

/** The first copy in each file with that in each other file, in the order of their ids. */
function pairsAcrossFiles(members: readonly number[], copies: readonly Copy[]): [Copy, Copy][] {
  const firsts = new Map<string, Copy>();
  for (const at of members) {
    const copy = copies[at]!;
    if (!firsts.has(copy.item.file_id)) firsts.set(copy.item.file_id, copy);
  }
  const files = [...firsts.values()].sort((a, b) => (a.item.file_id < b.item.file_id ? -1 : 1));
  return files.flatMap((a, at) => files.slice(at + 1).map((b): [Copy, Copy] => [a, b]));
}

/** Quoted headers have the clock of whoever quoted them, not that of the file. */
function isDated(copy: Copy): boolean {
  return copy.moment?.wall != null && (copy.item.origin === 'printed' || copy.item.origin === 'native');
}
