import { type ContentLine, components, contentLines, plainValue } from './content-lines.ts';

const SHOWN: [string, string][] = [
  ['SUMMARY', 'Subject'],
  ['ORGANIZER', 'Organizer'],
  ['ATTENDEE', 'Attendee'],
  ['DTSTART', 'Start'],
  ['DTEND', 'End'],
  ['DUE', 'Due'],
  ['STATUS', 'Status'],
  ['RRULE', 'Repeats'],
  ['LOCATION', 'Location'],
  ['DESCRIPTION', 'Description'],
];
/** Components that record something that was to happen (RFC 5545, section 3.6). */
const ENTRIES = ['VEVENT', 'VTODO', 'VJOURNAL'];

/** Events, tasks and journal entries of a calendar, each as its own lines. */
export function calendarEntries(ics: string): ContentLine[][] {
  return components(contentLines(ics), ENTRIES);
}

/** A participant as `Name <address>`. */
export function participant({ parameters, value }: ContentLine): string {
  const name = parameters.CN;
  const address = value.trim().replace(/^mailto:/i, '');
  return name && name !== address ? `${name} <${address}>` : address;
}

/** An entry as `Name: value` lines. */
export function entryText(entry: ContentLine[]): string {
  return entry
    .flatMap((line) => {
      const label = SHOWN.find(([name]) => name === line.name)?.[1];
      if (label === undefined) return [];
      const isPerson = label === 'Organizer' || label === 'Attendee';
      return [`${label}: ${isPerson ? participant(line) : plainValue(line.value)}`];
    })
    .join('\n');
}

/** The first entry of a calendar as `Name: value` lines; empty where it has none. */
export function calendarText(ics: string): string {
  return entryText(calendarEntries(ics)[0] ?? []);
}
