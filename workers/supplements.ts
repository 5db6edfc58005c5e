import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { SettingsError } from '../case/index.ts';
import type { Exchange } from '../classify/index.ts';
import {
  checkContactIds,
  NO_SUPPLEMENTS,
  parseCorrections,
  parseResponses,
  SupplementError,
  type Supplements,
} from '../report/index.ts';

/** Files that people add to a report; null for those that were not named. */
export interface SupplementFiles {
  request: string | null;
  corrections: string | null;
  responses: string | null;
}

/** What was said this time; fields that no file was named for are missing. */
export type GivenSupplements = Partial<Supplements>;

/** @throws SettingsError in place of a fault in a file of the user's. */
function asSetting<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof SupplementError) throw new SettingsError(error.message);
    throw error;
  }
}

function read<T>(path: string, what: string, parse: (name: string, text: string) => T): T {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    throw new SettingsError(`${what} file cannot be read: ${path}`);
  }
  return asSetting(() => parse(basename(path), text));
}

/** @throws SettingsError with file, line and fault. */
export function readSupplements({ request, corrections, responses }: SupplementFiles): GivenSupplements {
  return {
    ...(request === null
      ? {}
      : { request: read(request, 'request', (_name, text) => (text.trim() === '' ? null : text)) }),
    ...(corrections === null ? {} : { corrections: read(corrections, 'corrections', parseCorrections) }),
    ...(responses === null ? {} : { responses: read(responses, 'responses', parseResponses) }),
  };
}

/**
 * What the report prints: what was given this time, else what the case holds from before.
 *
 * @throws SettingsError where an answer or a correction speaks of a contact that the case has not.
 */
export function chooseSupplements(
  given: GivenSupplements,
  kept: Supplements | undefined,
  exchanges: readonly Exchange[],
): Supplements {
  const chosen = { ...NO_SUPPLEMENTS, ...kept, ...given };
  const ids = new Set(exchanges.flatMap(({ contact_id }) => contact_id ?? []));
  const named = [
    ...chosen.corrections.flatMap(({ contact_ids }) => contact_ids),
    ...chosen.responses.map(({ contact_id }) => contact_id),
  ];
  asSetting(() => checkContactIds('corrections and responses', named, ids));
  return chosen;
}
