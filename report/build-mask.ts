import type { LinkedItem } from '../classify/index.ts';
import type { Page } from '../ingest/index.ts';
import type { AuditInput, Participant } from './audit.ts';
import type { Mask, MaskOptions } from './mask.ts';
import { sortAddresses, streetWords } from './mask-agency-addresses.ts';
import { findCorrespondents } from './mask-correspondents.ts';
import { isCode, PUBLIC_FIELDS } from './mask-fields.ts';
import { addCorrespondents, addNames, type TextFinds } from './mask-gather.ts';
import { findIdentifiers } from './mask-identifiers.ts';
import type { MaskKnowledge } from './mask-knowledge.ts';
import { applyList } from './mask-listed-people.ts';
import { marksReader } from './mask-marks.ts';
import { nameFinder } from './mask-names.ts';
import { numberPersons } from './mask-number.ts';
import { Openings } from './mask-openings.ts';
import { openPersonBook } from './mask-persons.ts';
import { indexPhrases } from './mask-phrases.ts';
import { readCaseWords } from './mask-places.ts';
import { listedPhrases, personPhrases } from './mask-spellings.ts';
import { senses } from './mask-words.ts';
import { paragraphsOf } from './paragraphs.ts';

/** What persons are looked for in. */
export interface MaskSource {
  items: readonly LinkedItem[];
  pages: readonly Page[];
  participants: readonly Participant[];
  /** Further words that a public edition prints: titles, paths, claims, answers of the agency. */
  texts: readonly string[];
}

/** The source of an audit, with what is printed besides its records (`more`). */
export function maskSourceOf(input: AuditInput, more: readonly string[] = []): MaskSource {
  const { items, pages, participants, exchanges: _exchanges, page_images: _images, ...rest } = input;
  const texts = [...new Set([...wordsIn('', rest), ...more])];
  return { items, pages, participants: Object.values(participants).flat(), texts };
}

/** All words that a record holds besides codes and the texts of rules, whatever its fields: new fields cannot be missed. */
function wordsIn(field: string, value: unknown): string[] {
  if (PUBLIC_FIELDS.has(field)) return [];
  if (typeof value === 'string') return isCode(field, value) ? [] : [value];
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.flatMap((entry) => wordsIn(field, entry));
  return Object.entries(value).flatMap(([name, inner]) => wordsIn(name, inner));
}

/**
 * Every paragraph with the number of texts in which it stands, oldest message first, so that numbers follow the order in which
 * a reader meets people. Most of a page stands in its messages as well, and answers repeat what they answer.
 */
function paragraphsIn({ items, pages, texts }: MaskSource): Map<string, number> {
  const sorted = [...items].sort((a, b) => {
    const [left, right] = [a.date ?? '\uffff', b.date ?? '\uffff'];
    if (left !== right) return left < right ? -1 : 1;
    return a.item_id < b.item_id ? -1 : 1;
  });
  const ofPages = [...pages].sort((a, b) =>
    a.file_id === b.file_id ? a.page - b.page : a.file_id < b.file_id ? -1 : 1,
  );
  const all = [
    ...sorted.flatMap((item) => [item.subject, item.body, ...item.attachments]),
    ...sorted.flatMap((item) => inBrackets(`${item.from} ${item.to} ${item.cc}`)),
    ...ofPages.map((page) => page.text),
    ...texts,
  ];
  const times = new Map<string, number>();
  for (const text of new Set(all)) {
    if (text.trim() === '') continue;
    for (const { start, end } of paragraphsOf(text)) {
      const paragraph = text.slice(start, end);
      times.set(paragraph, (times.get(paragraph) ?? 0) + 1);
    }
  }
  return times;
}

/** "City Hall (Maria Lopez)": what headers have in brackets is read as text. */
function inBrackets(header: string): string[] {
  return [...header.matchAll(/\(([^()]+)\)/g)].map((match) => match[1]!);
}

/** Years of the oldest and the newest message; null where none is dated. */
function yearsOf(items: readonly LinkedItem[]): { firstYear: number | null; lastYear: number | null } {
  const years = items.map((item) => Number(item.date?.slice(0, 4))).filter((year) => year > 1900);
  if (years.length === 0) return { firstYear: null, lastYear: null };
  return {
    firstYear: years.reduce((a, b) => Math.min(a, b)),
    lastYear: years.reduce((a, b) => Math.max(a, b)),
  };
}

/**
 * Finds the private persons of a whole case and everything that identifies them. Pure: the same case and options give the
 * same numbers, which follow the order of first appearance by date of the message. Messages added at a later date keep
 * the numbers; a release with earlier ones can renumber.
 */
export function buildMask(source: MaskSource, knowledge: MaskKnowledge, options: MaskOptions): Mask {
  const times = paragraphsIn(source);
  const texts = [...times.keys()];
  const marksOf = marksReader(knowledge, texts);
  const sorted = sortAddresses(texts, knowledge, marksOf);
  const { small, places, rows } = readCaseWords(times, knowledge);
  for (const word of streetWords(sorted)) places.add(word);
  const senseOf = senses(knowledge, { small, places });
  const book = openPersonBook();
  const correspondents = findCorrespondents(source.items, source.participants, knowledge.agencies, senseOf);
  const addresses = addCorrespondents(book, correspondents);
  const findNames = nameFinder(rows, senseOf, knowledge);
  const finds: TextFinds[] = Array.from(rows.texts(), ([text, row]) => ({
    text,
    finds: findNames(text, row),
  }));
  addNames(book, finds, senseOf);
  applyList(book, options.list, texts);
  const { persons, indexOf } = numberPersons(book);
  const identifiers = findIdentifiers({
    texts,
    finds,
    source,
    knowledge,
    marksOf,
    senseOf,
    addresses: sorted,
    ...yearsOf(source.items),
  });
  const phrases = [
    ...listedPhrases(options.list, book, indexOf, persons),
    ...identifiers.phrases,
    ...personPhrases(book, { indexOf, persons, senseOf, small, options }),
  ];
  const index = indexPhrases(phrases);
  return {
    public_employees: options.public_employees,
    persons,
    phrases: index,
    openings: new Openings(index, rows),
    addresses: new Map(
      [...addresses].map(([address, entry]) => [
        address,
        entry === null || (options.public_employees === 'name' && entry.side === 'public')
          ? null
          : (indexOf.get(entry) ?? null),
      ]),
    ),
    knowledge,
    marksOf,
  };
}
