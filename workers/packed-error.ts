import { RunError, SettingsError } from '../case/index.ts';

/** An error as it goes from one thread to another, where it would lose its class and what it says besides its message. */
export interface PackedError {
  name: string;
  message: string;
  stack: string | undefined;
  /** `code`, `path` and the like of an error of the system. */
  more: Record<string, unknown>;
}

const OWN = { RunError, SettingsError };

export function packError(error: unknown): PackedError {
  const { name, message, stack, ...more } = error instanceof Error ? error : new Error(String(error));
  return { name, message, stack, more: JSON.parse(JSON.stringify(more)) as Record<string, unknown> };
}

/** The error as it was thrown. */
export function unpackError({ name, message, stack, more }: PackedError): Error {
  const Known = OWN[name as keyof typeof OWN] ?? Error;
  const error = Object.assign(new Known(message), more);
  if (Known === Error && name !== 'Error')
    Object.defineProperty(error, 'name', { value: name, configurable: true });
  if (stack !== undefined) error.stack = stack;
  return error;
}
