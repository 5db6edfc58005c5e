import type { Exchange, LinkedItem, Verdict } from '../classify/index.ts';
import type { Page } from '../ingest/index.ts';
import type { Cell, Parts } from './estimate-parts.ts';
import {
  pageUnit,
  type SampleCode,
  type SampleInput,
  UNREAD_STRATUM,
  verdictOfStratum,
} from './sample-input.ts';

/** The records that a sample is set beside. */
export interface PresentRecords {
  pages: readonly Page[];
  items: readonly LinkedItem[];
  exchanges: readonly Exchange[];
}

/** One coder's word against another's, or the code against people's. */
export interface CodePair {
  first: Verdict;
  second: Verdict;
}

/** The units of a stratum that are still there, by what the coder says of them now; and those that people have coded. */
export interface StratumCount {
  stratum: string;
  drawn: number;
  said: Map<Verdict, number>;
  coded: { unit: string; said: Verdict; truth: Verdict }[];
}

/** What the coder says now of everything that can be drawn. */
export function presentCodes({ pages, items, exchanges }: PresentRecords): Map<string, Verdict> {
  const codes = new Map<string, Verdict>();
  for (const { exchange_id, verdict } of exchanges) codes.set(exchange_id, verdict);
  for (const { item_id, exchange_id, duplicate_of } of items) {
    if (exchange_id === null && duplicate_of === null) codes.set(item_id, 'not-contact');
  }
  for (const { file_id, page, method } of pages) {
    if (method === 'unread') codes.set(pageUnit(file_id, page), 'not-contact');
  }
  return codes;
}

/** Each unit's codes, the last word of each coder; those that settle apart. */
export interface UnitCodes {
  coders: Map<string, SampleCode>;
  settled: SampleCode | null;
}

export function codesByUnit(codes: readonly SampleCode[]): Map<string, UnitCodes> {
  const units = new Map<string, UnitCodes>();
  for (const code of codes) {
    const one = units.get(code.unit) ?? { coders: new Map<string, SampleCode>(), settled: null };
    if (code.settles) one.settled = code;
    else one.coders.set(code.coder, code);
    units.set(code.unit, one);
  }
  return units;
}

/** What people say of a unit: what was settled, else the one who coded first. Until it is settled a coder's word stands. */
export function truthOf({ coders, settled }: UnitCodes): Verdict | null {
  const [first] = coders.values();
  return (settled ?? first)?.verdict ?? null;
}

/** True where two people differ and nobody has decided between them. */
export function isUnsettled({ coders, settled }: UnitCodes): boolean {
  return settled === null && new Set([...coders.values()].map(({ verdict }) => verdict)).size > 1;
}

/** The first two people's codes of every unit that two have coded. */
export function codePairs(units: ReadonlyMap<string, UnitCodes>): CodePair[] {
  return [...units.values()].flatMap(({ coders }) => {
    const [first, second] = coders.values();
    return first === undefined || second === undefined
      ? []
      : [{ first: first.verdict, second: second.verdict }];
  });
}

/** The sample by stratum, set beside the codes as they are now. Units that are no longer there are left out. */
export function countStrata(
  { draw, frame }: SampleInput,
  present: ReadonlyMap<string, Verdict>,
  units: ReadonlyMap<string, UnitCodes>,
): StratumCount[] {
  const drawn = new Set(draw.units);
  const strata = new Map(
    draw.strata.map(({ stratum }): [string, StratumCount] => [
      stratum,
      { stratum, drawn: 0, said: new Map(), coded: [] },
    ]),
  );
  for (const { unit, stratum } of frame) {
    const [said, count] = [present.get(unit), strata.get(stratum)];
    if (said === undefined || count === undefined) continue;
    count.said.set(said, (count.said.get(said) ?? 0) + 1);
    if (!drawn.has(unit)) continue;
    count.drawn += 1;
    const codes = units.get(unit);
    const truth = codes === undefined ? null : truthOf(codes);
    if (truth !== null) count.coded.push({ unit, said, truth });
  }
  return [...strata.values()];
}

/** Each stratum cut in two by whether the coder's verdict is among `verdicts`; hits are those that people give such a verdict. */
export function partsOf(strata: readonly StratumCount[], verdicts: readonly Verdict[]): Parts {
  const isIn = (verdict: Verdict) => verdicts.includes(verdict);
  const cut = ({ said, coded }: StratumCount, counted: boolean): Cell => {
    const own = coded.filter((one) => isIn(one.said) === counted);
    return {
      population: [...said].reduce(
        (sum, [verdict, units]) => sum + (isIn(verdict) === counted ? units : 0),
        0,
      ),
      coded: own.length,
      hits: own.filter(({ truth }) => isIn(truth)).length,
      open: coded.length === 0,
    };
  };
  const whole = strata.filter(({ stratum }) => stratum !== UNREAD_STRATUM);
  const cells = (counted: boolean) =>
    whole.map((one) => cut(one, counted)).filter(({ population }) => population > 0);
  return { counted: cells(true), passed: cells(false) };
}

/** How the codes have changed since the sample was drawn. */
export interface SampleChanges {
  /** Units that are there and have another verdict now. */
  recoded: number;
  /** Units that are no longer there. */
  gone: number;
  /** Exchanges, lone items and unread pages that were not there to be drawn. */
  added: number;
}

export function countChanges({ frame }: SampleInput, present: ReadonlyMap<string, Verdict>): SampleChanges {
  const known = new Set(frame.map(({ unit }) => unit));
  const there = frame.filter(({ unit }) => present.has(unit));
  return {
    recoded: there.filter(({ unit, stratum }) => present.get(unit) !== verdictOfStratum(stratum)).length,
    gone: frame.length - there.length,
    added: [...present.keys()].filter((unit) => !known.has(unit)).length,
  };
}
