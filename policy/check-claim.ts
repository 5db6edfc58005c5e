import type { Claim, Unit } from './claim.ts';
import type { ClaimCheck, NumberCheck } from './claim-check.ts';
import { poorCoverage } from './claim-coverage.ts';
import { type ClaimRecords, type ClaimRow, claimRows } from './claim-rows.ts';
import type { RecordCoverage } from './coverage.ts';
import type { FactBook } from './fact.ts';
import { type Measured, type Measurement, measureClaim, type RowsOf } from './measure-claim.ts';
import { whatWouldChange } from './what-would-change.ts';

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

/** What the first number is, in words: `percent of incidents`. */
function unitOf({ count, over }: NumberCheck): string {
  switch (count) {
    case 'rows':
      return over;
    case 'per_month':
      return `${over} a month`;
    case 'months':
      return `months with ${over}`;
    case 'median_reply_minutes':
      return 'minutes until a reply, median';
    default:
      return `${count} ${count === 'percent' ? 'of' : 'in'} ${over}`;
  }
}

function changes(claim: Claim, whole: Measurement, without: Measurement): string {
  const numbers = claim.numbers;
  const nearest = whatWouldChange(claim, numbers, whole, whole.answer);
  if (without.answer === whole.answer) return nearest;
  return `${nearest}; ${without.answer}, were the rows left out that nobody has decided`;
}

/** One claim tested. `rowsOf` gives the rows of a unit; they are the same for every claim. */
export function checkClaim(claim: Claim, rowsOf: RowsOf, coverage: RecordCoverage): ClaimCheck {
  const whole = measureClaim(claim, rowsOf, coverage);
  const decided = (unit: Unit) => rowsOf(unit).filter((row) => !row.undecided);
  const some = claim.numbers.some(({ over }) => rowsOf(over).some((row) => row.undecided));
  const without = some ? measureClaim(claim, decided, coverage) : whole;
  const poor = poorCoverage(claim, whole, without, coverage);
  const { answer_strict, answer_broad } = whole;
  const open = 'cannot tell' as const;
  const differ = answer_strict !== answer_broad;
  const numbers = whole.measured.map(numberCheck);
  const shown = numbers.find(({ name }) => name === claim.main);
  return {
    claim_id: claim.id,
    side: claim.side,
    speaker: claim.speaker,
    claim: claim.claim,
    answer: poor === '' ? whole.answer : open,
    strict: shown?.strict ?? null,
    broad: shown?.broad ?? null,
    rows: shown?.rows ?? [],
    unit: shown === undefined ? '' : unitOf(shown),
    answer_strict: poor === '' ? answer_strict : open,
    answer_broad: poor === '' ? answer_broad : open,
    reason:
      poor === '' && differ
        ? `In the strict reading: ${answer_strict}; in the broad one: ${answer_broad}.`
        : poor,
    would_change: poor === '' ? changes(claim, whole, without) : '',
    date: claim.date,
    source: claim.source,
    measure: claim.measure,
    supports_if: claim.supports_if,
    contradicts_if: claim.contradicts_if,
    numbers,
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
