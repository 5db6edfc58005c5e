import data from './date-words.json' with { type: 'json' };

/** A month or weekday word: its number (months from 1, Sunday 0) and the languages that have it. */
export interface CalendarWord {
  number: number;
  languages: string[];
}

function index(table: Record<string, string[]>, first: number): Map<string, CalendarWord[]> {
  const words = new Map<string, CalendarWord[]>();
  for (const [language, names] of Object.entries(table)) {
    for (const [i, forms] of names.entries()) {
      for (const form of forms.split(' ')) {
        const entries = words.get(form) ?? [];
        const same = entries.find((entry) => entry.number === i + first);
        if (same) same.languages.push(language);
        else entries.push({ number: i + first, languages: [language] });
        words.set(form, entries);
      }
    }
  }
  return words;
}

const MONTHS = index(data.months, 1);
const WEEKDAYS = index(data.weekdays, 0);
const FILLERS = new Set(data.fillers);
const ZONES = Object.entries(data.zones).sort((a, b) => b[0].length - a[0].length);
const LONG_MONTHS = [...MONTHS.keys()].filter((name) => name.length >= 5);

/** True where the words differ in one letter put in, left out or exchanged. */
function nearlySame(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let i = 0;
  while (i < a.length && i < b.length && a[i] === b[i]) i += 1;
  let j = 0;
  while (j < a.length - i && j < b.length - i && a[a.length - 1 - j] === b[b.length - 1 - j]) j += 1;
  return Math.max(a.length, b.length) - i - j <= 1;
}

/** The month that a word (folded) names, one misread letter allowed in words of five and more; null for others. */
export function monthOf(word: string): CalendarWord | null {
  const exact = MONTHS.get(word);
  if (exact?.[0]) return exact[0];
  if (word.length < 5) return null;
  const near = LONG_MONTHS.find((name) => nearlySame(name, word));
  return near ? (MONTHS.get(near)?.[0] ?? null) : null;
}

/** All readings of a weekday word: `mar` is Tuesday in Spanish and French. */
export function weekdayOf(word: string): CalendarWord[] {
  return WEEKDAYS.get(word) ?? [];
}

export function isFiller(word: string): boolean {
  return FILLERS.has(word);
}

/** The offset a zone's name stands for (`CST`, `central daylight time`), found at the start of a folded text. */
export function zoneAt(text: string): { offset: string; length: number } | null {
  for (const [name, offset] of ZONES) {
    if (text.startsWith(name) && !/^[a-z]/.test(text.slice(name.length)))
      return { offset, length: name.length };
  }
  return null;
}
