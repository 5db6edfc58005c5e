import { calendarEntries, entryText, participant } from './calendar-text.ts';
import { type ContentLine, plainValue } from './content-lines.ts';
import { documentItem } from './document-item.ts';
import { issue } from './issue.ts';
import type { Item } from './item.ts';
import { normalizePeople } from './normalize-people.ts';
import { loadText } from './read-text.ts';
import type { Reader, Reading } from './reader.ts';
import { Unreadable } from './unreadable.ts';

/** `20150106T140000Z`, `20150106T140000` in a zone that is only named, or `20150106` (RFC 5545, sections 3.3.4 and 3.3.5). */
const MOMENT = /^(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)(Z?))?$/;

/** A moment of a calendar in ISO 8601; one in a named zone has no offset. Null where it is none. */
export function calendarDate(value: string): string | null {
  const match = MOMENT.exec(value.trim());
  if (!match) return null;
  const [, year, month, day, hour, minute, second, utc] = match;
  const date = `${year}-${month}-${day}`;
  return hour === undefined ? date : `${date}T${hour}:${minute}:${second}${utc ? '+00:00' : ''}`;
}

function toItem(entry: ContentLine[], part: string, reading: Reading): Item {
  const first = (name: string) => entry.find((line) => line.name === name);
  const people = (name: string) =>
    normalizePeople(
      entry
        .filter((line) => line.name === name)
        .map(participant)
        .join('; '),
    );
  const raw = (first('DTSTART') ?? first('DUE') ?? first('DTSTAMP'))?.value.trim() ?? '';
  const date = calendarDate(raw);
  return {
    ...documentItem(reading, part, entryText(entry)),
    kind: 'calendar',
    origin: 'native',
    from: people('ORGANIZER'),
    to: people('ATTENDEE'),
    date,
    date_raw: raw,
    subject: plainValue(first('SUMMARY')?.value ?? ''),
    attachments: entry
      .filter(({ name, parameters }) => name === 'ATTACH' && parameters.FILENAME !== undefined)
      .map(({ parameters }) => parameters.FILENAME ?? ''),
    issues: date === null ? [issue('no-date', 'The entry states no date.')] : [],
  };
}

/** Reads a calendar (RFC 5545) entry by entry. It promises as many as it has events, tasks and journal entries. */
export const readIcs: Reader = async (reading) => {
  const entries = calendarEntries(await loadText(reading));
  if (entries.length === 0) throw new Unreadable('empty-file', 'The calendar has no entries.');
  reading.tally.promise(entries.length);
  for (const [index, entry] of entries.entries())
    await reading.tally.keepItem(toItem(entry, `entry ${index + 1}`, reading));
};
