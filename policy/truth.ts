/** An answer that may be out of reach: `null` where the records cannot tell, with the facts that are missing. */
export interface Truth {
  value: boolean | null;
  /** Names of the facts that could settle it; empty unless `value` is null. */
  missing: string[];
}

export const YES: Truth = { value: true, missing: [] };
export const NO: Truth = { value: false, missing: [] };

export function unknown(...missing: string[]): Truth {
  return { value: null, missing };
}

/** Kleene's three-valued logic: one `false` makes an `and` false whatever the rest, one `true` an `or` true. */
export function and(...terms: readonly Truth[]): Truth {
  if (terms.some(({ value }) => value === false)) return NO;
  return terms.every(({ value }) => value === true) ? YES : gather(terms);
}

export function or(...terms: readonly Truth[]): Truth {
  if (terms.some(({ value }) => value === true)) return YES;
  return terms.every(({ value }) => value === false) ? NO : gather(terms);
}

export function not({ value, missing }: Truth): Truth {
  return value === null ? { value, missing } : value ? NO : YES;
}

function gather(terms: readonly Truth[]): Truth {
  return { value: null, missing: [...new Set(terms.flatMap(({ missing }) => missing))] };
}
