import { allMatches } from './all-matches.ts';
import type { MaskSource } from './build-mask.ts';
import type { MaskKind } from './mask.ts';
import { shortenAddress } from './mask-addresses.ts';
import type { SortedAddresses } from './mask-agency-addresses.ts';
import { findHouses } from './mask-employers.ts';
import { DATE } from './mask-forms.ts';
import type { TextFinds } from './mask-gather.ts';
import type { MaskKnowledge } from './mask-knowledge.ts';
import type { MarksOf } from './mask-marks.ts';
import { type Phrase, phraseWords } from './mask-phrases.ts';
import type { SenseOf } from './mask-words.ts';

interface IdentifierSource {
  texts: readonly string[];
  finds: readonly TextFinds[];
  source: MaskSource;
  knowledge: MaskKnowledge;
  marksOf: MarksOf;
  addresses: SortedAddresses;
  senseOf: SenseOf;
  /** Year of the oldest message; null where none is dated. */
  firstYear: number | null;
  lastYear: number | null;
}

/** Someone who is written about is older than this when the first message is written, or the date is no birth date. */
const YOUNGEST = 5;

/** Stand for the years of the oldest and the newest message of a release in which nothing is dated. */
const UNDATED = { oldest: 2005, newest: 2030 };

const FULL_DATE = new RegExp(String.raw`(?<![\p{L}\p{N}/.-])${DATE}(?![\p{L}\p{N}/-])`, 'giu');
const DATE_BEHIND = new RegExp(String.raw`^[\s,(:;-]{0,4}(${DATE})`, 'iu');
/** What happened on an old date that is nobody's birth. */
const EVENT_BEFORE =
  /(?:removed|deported|convicted|arrested|dated|effective|eff\.?|since|rev(?:ised)?\.?|entered|entry|admitted|issued|sentenced|released|signed|expire[ds]?|exp\.?|from|until|through)(?:\s(?:on|in|of|to))?[\s:]{1,2}$/iu;

/** The year that a date names; null where it names none. Two digits are read as the last such year before `latest`. */
export function yearOf(date: string, latest: number): number | null {
  const four = /(?:19|20)\d{2}/.exec(date)?.[0];
  if (four !== undefined) return Number(four);
  const two = /\d{1,2}\D+\d{1,2}\D+(\d{2})$/.exec(date)?.[1];
  if (two === undefined) return null;
  const year = 2000 + Number(two);
  return year > latest ? year - 100 : year;
}

/** Ways in which one date is written: with and without zeros, with four digits of the year and with two. */
function dateVariants(date: string): string[][] {
  const words = phraseWords(date);
  const numbers = /^(\d{1,2})\D+(\d{1,2})\D+(\d{2}|\d{4})$/.exec(date);
  if (numbers === null) return [words];
  const [, a = '', b = '', year = ''] = numbers;
  const pad = (part: string) => [String(Number(part)), part.padStart(2, '0')];
  const years = [year, year.slice(-2)];
  return [words, ...pad(a).flatMap((x) => pad(b).flatMap((y) => years.map((z) => [x, y, z])))];
}

function birthDates({ texts, finds, firstYear, lastYear, marksOf }: IdentifierSource): string[] {
  const oldest = firstYear ?? UNDATED.oldest;
  const isOld = (date: string): boolean => {
    const year = yearOf(date, lastYear ?? UNDATED.newest);
    return year !== null && year <= oldest - YOUNGEST && year >= 1900;
  };
  const dates = texts
    .filter((text) => /\d/.test(text))
    .flatMap((text) =>
      allMatches(FULL_DATE, text)
        .filter(
          (match) =>
            isOld(match[0]) && !EVENT_BEFORE.test(text.slice(Math.max(0, match.index - 24), match.index)),
        )
        .map((match) => match[0]),
    );
  const cued = texts.flatMap((text) =>
    marksOf(text)
      .patterns.filter(({ kind }) => kind === 'birth date')
      .map(({ start, end }) => text.slice(start, end))
      .filter((date) => phraseWords(date).length >= 3 || /^\d{8}$/.test(date)),
  );
  // A date right behind a name is a birth date if it is old enough, event or not.
  const beside = finds.flatMap(({ text, finds: names }) =>
    names.flatMap(({ end, side }) => {
      if (side === 'public') return [];
      const found = DATE_BEHIND.exec(text.slice(end, end + 24))?.[1];
      return found !== undefined && isOld(found) ? [found] : [];
    }),
  );
  return [...new Set([...dates, ...cued, ...beside])];
}

function phrase(words: string[], kind: MaskKind, label: string, more: Partial<Phrase> = {}): Phrase {
  return { words, kind, person: null, label, when: 'any', sure: false, shown: false, ...more };
}

/** Identifiers of the case as phrases: what one message labels is masked where another has it bare. */
export function findIdentifiers(from: IdentifierSource): { phrases: Phrase[] } {
  const { texts, knowledge, marksOf } = from;
  const phrases = new Map<string, Phrase>();
  const add = (one: Phrase): void => {
    const key = one.words.join(' ');
    if (one.words.length > 0 && !phrases.has(key)) phrases.set(key, one);
  };
  const seen = new Set<string>();
  for (const text of texts) {
    for (const { start, end, kind, label } of marksOf(text).patterns) {
      if (kind === 'e-mail' || kind === 'birth date') continue;
      const hit = `${kind} ${text.slice(start, end)}`;
      if (seen.has(hit)) continue;
      seen.add(hit);
      const words = phraseWords(text.slice(start, end));
      const letters = words.join('');
      const digits = letters.match(/\d/g)?.length ?? 0;
      if (digits < 3 || letters.length < 5) continue;
      // A number of four digits alone is a year or an hour elsewhere.
      if (words.length === 1 && /^\d{1,5}$/.test(letters)) continue;
      // Nor is a day an identifier.
      if (/^(?:19|20)\d{2} \d{1,2} \d{1,2}$/.test(words.join(' '))) continue;
      add(phrase(words, kind, label, { sure: letters.length >= 7 }));
      // "A 098 555 217" is 098 555 217 elsewhere.
      const bare = words.slice(words.findIndex((word) => /^\d/.test(word)));
      if (bare.length < words.length && bare.join('').length >= 7)
        add(phrase(bare, kind, label, { sure: true }));
    }
  }
  for (const { kind, name } of texts.flatMap((text) => findHouses(text, from.senseOf, knowledge))) {
    add(phrase(phraseWords(name), kind, `[${kind}]`, { when: 'capital' }));
  }
  for (const date of birthDates(from)) {
    for (const words of dateVariants(date)) add(phrase(words, 'birth date', '[birth date]', { sure: true }));
  }
  for (const address of from.addresses.privates) {
    add(phrase(phraseWords(address), 'address', '[address]', { sure: address.length >= 8 }));
    for (const { words, street } of shortenAddress(address, knowledge)) {
      const folds = phraseWords(words);
      const common = folds.every((word) => knowledge.words.has(word) || knowledge.lists.places.has(word));
      if (street && common && folds.every((word) => (knowledge.words.get(word) ?? 99) < 35)) continue;
      add(
        phrase(folds, 'address', '[address]', {
          when: street || /^\p{L}/u.test(words) ? (common ? 'inside' : 'capital') : 'any',
        }),
      );
    }
  }
  const shown = from.addresses.agencies.map((address) =>
    phrase(phraseWords(address), 'address', '', { shown: true }),
  );
  return { phrases: [...shown, ...phrases.values()] };
}
