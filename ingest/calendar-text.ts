const SHOWN: [string, string][] = [
  ['SUMMARY', 'Subject'],
  ['ORGANIZER', 'Organizer'],
  ['ATTENDEE', 'Attendee'],
  ['DTSTART', 'Start'],
  ['DTEND', 'End'],
  ['LOCATION', 'Location'],
  ['DESCRIPTION', 'Description'],
];

function unquote(value: string): string {
  return value.replace(/\\([nN,;\\])/g, (_, char: string) => (char.toLowerCase() === 'n' ? '\n' : char));
}

function person(parameters: string, value: string): string {
  const name = /;CN="?([^";:]+)"?/i.exec(parameters)?.[1];
  const address = value.replace(/^mailto:/i, '');
  return name && name !== address ? `${name} <${address}>` : address;
}

/** The first event of an iCalendar text (RFC 5545) as `Name: value` lines; empty where it has no event. */
export function calendarText(ics: string): string {
  const event = /BEGIN:VEVENT\r?\n([\s\S]*?)END:VEVENT/i.exec(ics.replace(/\r?\n[ \t]/g, ''))?.[1] ?? '';
  const lines: string[] = [];
  for (const line of event.split(/\r?\n/)) {
    const match = /^([A-Z-]+)((?:;[^:"]*(?:"[^"]*"[^:"]*)*)*):(.*)$/i.exec(line);
    const label = SHOWN.find(([name]) => name === match?.[1]?.toUpperCase())?.[1];
    if (!match || label === undefined) continue;
    const [, , parameters = '', value = ''] = match;
    const isPerson = label === 'Organizer' || label === 'Attendee';
    lines.push(`${label}: ${isPerson ? person(parameters, value) : unquote(value).trim()}`);
  }
  return lines.join('\n');
}
