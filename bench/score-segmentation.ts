import { type Item, normalizeDate, parsePeople } from '../ingest/index.ts';

/** A message that a file is known to hold. Headers as printed; pages null where the gold does not give them. */
export interface ExpectedMessage {
  quoted: boolean;
  page_start: number | null;
  page_end: number | null;
  from: string;
  to: string;
  date: string;
  subject: string;
  /** What the writer typed, where it is known. */
  own?: string;
  /** True where counting it is left open. */
  optional?: boolean;
}

export interface Score {
  expected: number;
  found: number;
  spurious: number;
  missed: number;
  pagesExact: number;
  pagesKnown: number;
  from: number;
  to: number;
  date: number;
  subject: number;
  ownExact: number;
  ownKnown: number;
  /** What went wrong, a line each. */
  notes: string[];
}

export function emptyScore(): Score {
  return {
    expected: 0,
    found: 0,
    spurious: 0,
    missed: 0,
    pagesExact: 0,
    pagesKnown: 0,
    from: 0,
    to: 0,
    date: 0,
    subject: 0,
    ownExact: 0,
    ownKnown: 0,
    notes: [],
  };
}

const plain = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

/** True where both name the same people in the same order, by name or by address. */
export function samePeople(a: string, b: string): boolean {
  const [left, right] = [parsePeople(a), parsePeople(b)];
  if (left.length !== right.length) return false;
  return left.every((person, i) => {
    const other = right[i];
    if (!other) return false;
    const keys = [other.name, other.address].map(plain).filter((key) => key !== '');
    return [person.name, person.address].some((key) => key !== '' && keys.includes(plain(key)));
  });
}

/** True where both are the same wall clock, to the precision of the shorter one. */
export function sameDate(a: string | null, b: string): boolean {
  const expected = normalizeDate(b);
  if (a === null || expected === null) return a === expected;
  const length = Math.min(16, a.length, expected.length);
  return a.slice(0, length) === expected.slice(0, length);
}

function agreement(item: Item, wanted: ExpectedMessage): number {
  let score = 0;
  if (samePeople(item.from, wanted.from)) score += 1;
  if (samePeople(item.to, wanted.to)) score += 0.5;
  if (sameDate(item.date, wanted.date)) score += 1;
  if (plain(item.subject) === plain(wanted.subject)) score += 1;
  if (wanted.page_start === item.page_start && item.page_start !== null) score += 0.5;
  return score;
}

function ownText(item: Item): string {
  return item.parts
    .filter((part) => part.kind !== 'quoted')
    .map((part) => item.body.slice(part.start, part.end))
    .join('\n');
}

function describe(message: ExpectedMessage): string {
  return `${message.quoted ? 'quoted' : 'top'} p${message.page_start ?? '?'} ${message.from} | ${message.date} | ${message.subject}`;
}

function compare(item: Item, wanted: ExpectedMessage, score: Score): void {
  score.found += 1;
  const checks = {
    from: samePeople(item.from, wanted.from),
    to: samePeople(item.to, wanted.to),
    date: sameDate(item.date, wanted.date),
    subject: plain(item.subject) === plain(wanted.subject),
  };
  for (const field of ['from', 'to', 'date', 'subject'] as const) {
    if (checks[field]) score[field] += 1;
    else score.notes.push(`${field} differs: ${describe(wanted)} → ${String(item[field])}`);
  }
  if (wanted.page_start !== null) {
    score.pagesKnown += 1;
    if (item.page_start === wanted.page_start && item.page_end === wanted.page_end) score.pagesExact += 1;
    else
      score.notes.push(
        `pages ${item.page_start}–${item.page_end} for ${wanted.page_start}–${wanted.page_end}: ${describe(wanted)}`,
      );
  }
  if (wanted.own !== undefined) {
    score.ownKnown += 1;
    if (plain(ownText(item)) === plain(wanted.own)) score.ownExact += 1;
    else score.notes.push(`own text differs: ${describe(wanted)}`);
  }
}

/** Least agreement of headers (of 4) for two messages to be taken for one. */
const LEAST = 1.5;

/** Pairs what was found with what is there, the best agreement first, each once, and adds it all to the score. */
export function scoreMessages(items: Item[], expected: ExpectedMessage[], score: Score): void {
  const pairs = expected.flatMap((wanted, i) =>
    items.map((item, j) => ({ i, j, agreement: agreement(item, wanted) })),
  );
  pairs.sort((a, b) => b.agreement - a.agreement || a.i - b.i || a.j - b.j);
  const takenExpected = new Set<number>();
  const takenItems = new Set<number>();
  for (const pair of pairs) {
    if (pair.agreement < LEAST || takenExpected.has(pair.i) || takenItems.has(pair.j)) continue;
    const [item, wanted] = [items[pair.j], expected[pair.i]];
    if (!item || !wanted) continue;
    takenExpected.add(pair.i);
    takenItems.add(pair.j);
    if (!wanted.optional) compare(item, wanted, score);
  }
  const counted = expected.filter((wanted) => !wanted.optional);
  score.expected += counted.length;
  for (const [i, wanted] of expected.entries()) {
    if (takenExpected.has(i) || wanted.optional) continue;
    score.missed += 1;
    score.notes.push(`missed: ${describe(wanted)}`);
  }
  for (const [j, item] of items.entries()) {
    if (takenItems.has(j)) continue;
    score.spurious += 1;
    score.notes.push(`spurious: ${item.part} ${item.from} | ${item.date_raw} | ${item.subject}`);
  }
}

export function f1(score: Score): number {
  const total = score.expected + score.found + score.spurious;
  return total === 0 ? 1 : (2 * score.found) / total;
}

/** One line of figures. */
export function printScore(name: string, score: Score): string {
  const share = (part: number, whole: number): string => (whole === 0 ? '–' : `${part}/${whole}`);
  return [
    name.padEnd(34),
    `found ${score.found}/${score.expected}`,
    `spurious ${score.spurious}`,
    `missed ${score.missed}`,
    `F1 ${f1(score).toFixed(3)}`,
    `from ${share(score.from, score.found)}`,
    `to ${share(score.to, score.found)}`,
    `date ${share(score.date, score.found)}`,
    `subject ${share(score.subject, score.found)}`,
    `pages ${share(score.pagesExact, score.pagesKnown)}`,
    `own text ${share(score.ownExact, score.ownKnown)}`,
  ].join('  ');
}
