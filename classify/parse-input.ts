import type { CoderInput } from './coding.ts';
import { readRecord, readString } from './read-json.ts';

/**
 * Reads what the coder is given: `{id, kind, headers: {from, to, cc, date, subject}, body}`. Headers may be absent or null;
 * `kind` is `email` where it is not given; a number as id is taken as its digits.
 *
 * @throws TypeError naming the field that is wrong.
 */
export function parseCoderInput(value: unknown): CoderInput {
  const record = readRecord(value, 'item');
  const headers = readRecord(record.headers ?? {}, 'headers');
  const header = (name: string): string => readString(headers[name] ?? '', `headers.${name}`);
  return {
    id: typeof record.id === 'number' ? String(record.id) : readString(record.id, 'id'),
    kind: readString(record.kind ?? 'email', 'kind'),
    headers: {
      from: header('from'),
      to: header('to'),
      cc: header('cc'),
      date: header('date'),
      subject: header('subject'),
    },
    body: readString(record.body ?? '', 'body'),
  };
}
