import type { Claim, ClaimNumber, Unit } from './claim.ts';
import { answerOf, joinAnswers } from './claim-answer.ts';
import type { ClaimCheck, NumberCheck } from './claim-check.ts';
import { type ClaimRecords, type ClaimRow, claimRows } from './claim-rows.ts';
import { type Counted, countRows, type Reading } from './count-rows.ts';
import { monthsWithin, type RecordCoverage, unreadShare } from './coverage.ts';
import type { FactBook } from './fact.ts';
import { MONTHS } from './parse-claims.ts';
import { whatWouldChange } from './what-would-change.ts';

interface Measured {
  number: ClaimNumber;
  strict: Counted;
  broad: Counted;
}

function valuesIn(
  measured: readonly Measured[],
  reading: Reading,
  months: number,
): Record<string, number | null> {
  const entries = measured.map((one) => [one.number.name, one[reading].value] as const);
  return { ...Object.fromEntries(entries), [MONTHS]: months };
}

function percentText(share: number): string {
  return `${Math.round(share * 100)} %`;
}

/** Why the records are too poor for an answer; empty where they are not. */
function poorCoverage(claim: Claim, measured: readonly Measured[], coverage: RecordCoverage): string {
  const { limits } = claim;
  if (claim.numbers.length === 0) {
    return 'The claim gives its measure in words only. Write it as numbers, and it can be computed.';
  }
  const unread = unreadShare(coverage);
  if (unread > limits.unread) {
    return `${percentText(unread)} of the release could not be read; the limit for an answer is ${percentText(limits.unread)}.`;
  }
  for (const { number, broad } of measured) {
    const { from, to } = number.period;
    if (monthsWithin(number.period, coverage) === 0) {
      const period =
        from === null && to === null
          ? 'no item of the records has a date'
          : 'no dated item lies in the period that the claim is about';
      return `The records do not cover it: ${period}.`;
    }
    if (broad.looked_at > 0 && broad.undated / broad.looked_at > limits.undated) {
      return `${broad.undated} of ${broad.looked_at} ${number.over} have no date that tells whether they lie in the period.`;
    }
    const behind = [...broad.rows, ...broad.open];
    const undecided = behind.filter((row) => row.undecided).length;
    if (undecided > limits.undecided * behind.length) {
      return `On ${undecided} of the ${behind.length} ${number.over} behind ${number.name} the model abstains, and nobody has decided them.`;
    }
  }
  const empty = measured.find(({ strict, broad }) => strict.value === null || broad.value === null);
  return empty === undefined ? '' : `There is nothing to count for ${empty.number.name}.`;
}

function ids(rows: readonly ClaimRow[]): string[] {
  return rows.map(({ id }) => id);
}

/** Numbers are kept to four places: more would be noise, and the same on every machine. */
function round(value: number | null): number | null {
  return value === null ? null : Math.round(value * 10_000) / 10_000;
}

function numberCheck({ number, strict, broad }: Measured): NumberCheck {
  const rows = [...new Set([...strict.rows, ...broad.rows])];
  return {
    name: number.name,
    over: number.over,
    count: number.count,
    where: number.where?.source ?? '',
    strict: round(strict.value),
    broad: round(broad.value),
    rows: ids(rows),
    strict_rows: ids(strict.rows),
    open_rows: ids([...new Set([...strict.open, ...broad.open])]),
    exchange_ids: [...new Set(rows.flatMap(({ exchange_ids }) => exchange_ids))],
  };
}

const FIGURE_WORDS = {
  rows: '',
  persons: 'persons in ',
  families: 'families in ',
  months: 'months with ',
  percent: 'percent of ',
  per_month: 'a month, ',
  median_reply_minutes: 'minutes (median) until a reply, ',
} as const;

export type RowsOf = (unit: Unit) => readonly ClaimRow[];

/** One claim tested. `rowsOf` gives the rows of a unit; they are the same for every claim. */
export function checkClaim(claim: Claim, rowsOf: RowsOf, coverage: RecordCoverage): ClaimCheck {
  const measured = claim.numbers.map((number): Measured => {
    const months = monthsWithin(number.period, coverage);
    const count = (reading: Reading) => countRows(number, rowsOf(number.over), reading, months);
    return { number, strict: count('strict'), broad: count('broad') };
  });
  const main = measured.find(({ number }) => number.name === claim.main);
  const months = main === undefined ? 0 : monthsWithin(main.number.period, coverage);
  const [strict, broad] = [valuesIn(measured, 'strict', months), valuesIn(measured, 'broad', months)];
  const poor = poorCoverage(claim, measured, coverage);
  const [inStrict, inBroad] = [answerOf(claim, strict), answerOf(claim, broad)];
  const answer = poor === '' ? joinAnswers(inStrict, inBroad) : 'cannot tell';
  const differ = poor === '' && inStrict !== inBroad;
  const checks = measured.map(numberCheck);
  const shown = checks.find(({ name }) => name === claim.main);
  return {
    claim_id: claim.id,
    side: claim.side,
    speaker: claim.speaker,
    claim: claim.claim,
    answer,
    strict: shown?.strict ?? null,
    broad: shown?.broad ?? null,
    rows: shown?.rows ?? [],
    unit: shown === undefined ? '' : `${FIGURE_WORDS[shown.count]}${shown.over}`,
    answer_strict: poor === '' ? inStrict : 'cannot tell',
    answer_broad: poor === '' ? inBroad : 'cannot tell',
    reason: differ ? `In the strict reading: ${inStrict}; in the broad one: ${inBroad}.` : poor,
    would_change:
      poor === ''
        ? whatWouldChange(
            claim,
            measured.map(({ number }) => number),
            { strict, broad },
            answer,
          )
        : '',
    date: claim.date,
    source: claim.source,
    measure: claim.measure,
    supports_if: claim.supports_if,
    contradicts_if: claim.contradicts_if,
    numbers: checks,
  };
}

/** Every claim of a file, in its order. */
export function checkClaims(
  claims: readonly Claim[],
  records: ClaimRecords,
  book: FactBook,
  coverage: RecordCoverage,
): ClaimCheck[] {
  const used = new Set(
    claims.flatMap(({ numbers }) =>
      numbers.flatMap(({ where, of }) => [...(where?.uses ?? []), ...(of?.uses ?? [])]),
    ),
  );
  const facts = book.facts.filter(({ name }) => used.has(name));
  const cache = new Map<Unit, ClaimRow[]>();
  const rowsOf = (unit: Unit) => {
    const rows = cache.get(unit) ?? claimRows(records, unit, facts);
    cache.set(unit, rows);
    return rows;
  };
  return claims.map((claim) => checkClaim(claim, rowsOf, coverage));
}
