const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];
const NAME = `(${MONTHS.join('|')})`;
const ISO = String.raw`(?<!\d)(\d{4})-(\d\d)-(\d\d)(?!\d)`;
const FORMS = new RegExp(
  String.raw`${ISO}|\b(\d{1,2})(?:st|nd|rd|th)? ${NAME},? (\d{4})\b|\b${NAME} (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})\b`,
  'i',
);

function iso(year: string, month: number, day: string): string {
  return `${year}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`;
}

/** The first day that a sentence names in full, in ISO 8601: `28 August 2017`, `August 28, 2017`, `2017-08-28`. Null where it names none. */
export function dateInWords(text: string): string | null {
  const found = FORMS.exec(text.replace(/\s+/g, ' '));
  if (found === null) return null;
  const [whole, year, , , day, month, yearAfter, monthBefore, dayAfter, yearLast] = found;
  if (year !== undefined) return whole;
  const name = (month ?? monthBefore ?? '').toLowerCase();
  return iso(yearAfter ?? yearLast ?? '', MONTHS.indexOf(name) + 1, day ?? dayAfter ?? '');
}
