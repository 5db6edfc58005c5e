/** Checks at the door for knowledge and labelled items: each throws `TypeError` naming the place that is wrong. */

export function readRecord(value: unknown, where: string): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new TypeError(`${where}: expected an object`);
  }
  return value as Record<string, unknown>;
}

export function readArray(value: unknown, where: string): unknown[] {
  if (!Array.isArray(value)) throw new TypeError(`${where}: expected a list`);
  return value;
}

export function readString(value: unknown, where: string): string {
  if (typeof value !== 'string') throw new TypeError(`${where}: expected a string`);
  return value;
}

export function readNumber(value: unknown, where: string): number {
  if (typeof value !== 'number' || !Number.isFinite(value))
    throw new TypeError(`${where}: expected a number`);
  return value;
}

export function readStrings(value: unknown, where: string): string[] {
  return readArray(value, where).map((entry, at) => readString(entry, `${where}[${at}]`));
}

export function readNumbers(value: unknown, where: string): number[] {
  return readArray(value, where).map((entry, at) => readNumber(entry, `${where}[${at}]`));
}

/** One of `allowed`, or a fault that lists them. */
export function readOneOf<T extends string>(value: unknown, allowed: readonly T[], where: string): T {
  const found = allowed.find((entry) => entry === value);
  if (found === undefined) throw new TypeError(`${where}: expected one of ${allowed.join(', ')}`);
  return found;
}
