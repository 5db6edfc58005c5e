import type { Exchange, Verdict } from '../classify/index.ts';

/** What a code is called in a report, and what it means in one line of the codebook. */
export const VERDICT_NAMES: Record<Verdict, string> = {
  'status-only': 'Status only',
  mixed: 'Mixed',
  'criminal-investigation': 'Criminal investigation',
  undetermined: 'Undetermined',
  administrative: 'Administrative',
  'not-contact': 'Not a contact',
};

export const VERDICT_RULES: Record<Verdict, { rule: string; meaning: string }> = {
  'status-only': {
    rule: 'purpose civil-immigration; conduct none, infraction or unstated',
    meaning: 'It serves civil immigration enforcement and the text alleges no crime.',
  },
  mixed: {
    rule: 'purpose civil-immigration; conduct alleged-crime',
    meaning: 'The person faces an allegation of crime, but the contact serves civil immigration enforcement.',
  },
  'criminal-investigation': {
    rule: 'purpose criminal',
    meaning:
      'It serves the investigation or prosecution of conduct that is a crime apart from being in the country.',
  },
  undetermined: {
    rule: 'purpose unclear',
    meaning: 'It is about a person or an event, and the text or its redactions do not show what for.',
  },
  administrative: {
    rule: 'purpose administrative or victim-services',
    meaning: 'No enforcement purpose: office business, training, welfare, services to victims.',
  },
  'not-contact': {
    rule: 'relevance mention or none',
    meaning:
      'Nobody in local law enforcement and at an immigration authority communicated, and no such contact is recorded.',
  },
};

/** The order in which the codebook lets one verdict win over another; contacts are listed in it. */
export const CONTACT_VERDICTS: readonly Verdict[] = [
  'status-only',
  'mixed',
  'criminal-investigation',
  'undetermined',
  'administrative',
];

const DIRECTION_NAMES: Record<string, string> = {
  'to-ice': 'Police to authority',
  'from-ice': 'Authority to police',
  internal: 'Among police',
  'third-party': 'Third party',
};

const SIDE_NAMES: Record<string, string> = {
  local: 'Local police',
  police: 'Local police',
  authority: 'Immigration authority',
  ice: 'Immigration authority',
  immigration: 'Immigration authority',
  unknown: 'Not known',
  'third-party': 'Third party',
  other: 'Others',
};

export function nameDirection(direction: string | null): string {
  return direction === null ? 'not known' : (DIRECTION_NAMES[direction] ?? direction);
}

const COMPONENT_NAMES: Record<string, string> = {
  'ICE-unspecified': 'ICE, part not named',
  'DHS-unspecified': 'DHS, part not named',
};

export function nameComponent(component: string): string {
  return COMPONENT_NAMES[component] ?? component;
}

export function nameSide(side: string): string {
  return SIDE_NAMES[side] ?? side;
}

/** People decide, the model suggests: its codings name it as the coder. */
export function isDecided(exchange: Exchange): boolean {
  return !exchange.coder.startsWith('model');
}

export function isContact(exchange: Exchange): boolean {
  return exchange.relevance === 'contact';
}

const NUMBER = new Intl.NumberFormat('en-US');

/** `12,345`. Grouped alike on every machine. */
export function count(value: number): string {
  return NUMBER.format(value);
}

/** `1 contact`, `2 contacts`. */
export function plural(value: number, one: string, many = `${one}s`): string {
  return `${count(value)} ${value === 1 ? one : many}`;
}

/** A probability to two places; never `1.00` or `0.00` unless it is exactly that. */
export function probability(value: number): string {
  if (value > 0.99 && value < 1) return '>0.99';
  if (value > 0 && value < 0.01) return '<0.01';
  return value.toFixed(2);
}

export function percent(value: number | null): string {
  return value === null ? '–' : `${(value * 100).toFixed(0)} %`;
}

/** An ISO date as it stands in the record, without the `T`: `2015-01-06 05:52`. No zone is taken away or added up. */
export function showDate(date: string | null): string {
  if (date === null) return 'no date';
  const [, day = date, time, zone] =
    /^(\d{4}(?:-\d\d){0,2})(?:T(\d\d:\d\d)(?::\d\d(?:\.\d+)?)?(Z|[+-]\d\d:?\d\d)?)?$/.exec(date) ?? [];
  return [day, time, zone === 'Z' ? 'UTC' : zone].filter(Boolean).join(' ');
}

/** Minutes as people say them: `12 min`, `3 h 5 min`, `2.5 days`. */
export function duration(minutes: number): string {
  if (minutes < 60) return `${Math.round(minutes)} min`;
  if (Math.round(minutes) < 1440) {
    const [hours, rest] = [Math.floor(Math.round(minutes) / 60), Math.round(minutes) % 60];
    return rest === 0 ? `${hours} h` : `${hours} h ${rest} min`;
  }
  const days = Math.round(minutes / 144) / 10;
  return days === 1 ? '1 day' : `${days} days`;
}
