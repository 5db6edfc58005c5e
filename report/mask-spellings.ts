import type { MaskedPerson, MaskListEntry, MaskOptions } from './mask.ts';
import { chosen } from './mask-gather.ts';
import type { PersonBook, PersonEntry } from './mask-persons.ts';
import { type Phrase, type PhraseCase, phraseWords } from './mask-phrases.ts';
import type { SenseOf } from './mask-words.ts';

/** A word that everybody uses is taken for one at the beginning of a sentence where the case writes it small this often. */
const OFTEN_SMALL = 5;
/** Letters from which an unknown word in a finished output can only be the private one. */
const SURE_LETTERS = 5;
/** Parts of names that name nobody by themselves: "de", "van". */
const FEWEST_LETTERS = 2;

interface Spelling {
  indexOf: ReadonlyMap<PersonEntry, number>;
  persons: readonly MaskedPerson[];
  senseOf: SenseOf;
  small: ReadonlyMap<string, number>;
  options: MaskOptions;
}

function whenOf(word: string, { senseOf, small }: Spelling): PhraseCase {
  const sense = senseOf(word);
  if (sense.everyday) return (small.get(word) ?? 0) >= OFTEN_SMALL ? 'inside' : 'capital';
  if (sense.common || sense.place || word.length < 4) return 'capital';
  return 'any';
}

/** All that names the people of a case: full names either way round, with initials, and each word by itself. */
export function personPhrases(book: PersonBook, spelling: Spelling): Phrase[] {
  const byName = spelling.options.public_employees === 'name';
  const phrases = new Map<string, Phrase>();
  const add = (words: string[], entry: PersonEntry, when: PhraseCase, label: string, sure: boolean): void => {
    const key = words.join(' ');
    if (words.length === 0 || phrases.has(key)) return;
    const person = spelling.indexOf.get(entry) ?? null;
    const kind = entry.side === 'public' ? 'public' : 'person';
    phrases.set(key, { words, kind, person, label, when, sure, shown: byName && entry.side === 'public' });
  };
  for (const entry of book.entries) {
    const label = spelling.persons[spelling.indexOf.get(entry) ?? -1]?.label ?? '';
    for (const words of fullForms(entry)) {
      const known = words.some((word) => spelling.senseOf(word).unknown && word.length > 2);
      // "answer your call" is a sentence, whoever is called Answer.
      const sure = known && entry.side === 'private' && words.join('').length >= 8;
      add(words, entry, known ? 'any' : 'capital', label, sure);
    }
  }
  for (const [word, entries] of book.byWord) {
    const sense = spelling.senseOf(word);
    // A word that the case uses for a place too ("Grove") tells nobody by itself.
    // "Pike" is a street's word and Ms. Pike's.
    const barred = sense.barred && !(sense.organisation && sense.name && word.length >= 4);
    if (word.length < FEWEST_LETTERS || barred || (sense.place && sense.common)) continue;
    const entry = chosen(entries, word);
    if (entry === null) continue;
    const sides = new Set(entries.map(({ side }) => side));
    const when = whenOf(word, spelling);
    const sure =
      sides.size === 1 &&
      entry.side === 'private' &&
      sense.unknown &&
      !sense.place &&
      word.length >= SURE_LETTERS;
    // Where employees are named, a word that is theirs and a private person's too must not tell the private one.
    if (byName && sides.size > 1) {
      phrases.set(word, {
        words: [word],
        kind: 'person',
        person: null,
        label: '[name]',
        when,
        sure: false,
        shown: false,
      });
      continue;
    }
    add([word], entry, when, spelling.persons[spelling.indexOf.get(entry) ?? -1]?.label ?? '', sure);
  }
  return [...phrases.values()];
}

function fullForms(entry: PersonEntry): string[][] {
  const forms: string[][] = [];
  for (const form of entry.forms) {
    if (form.length < 2) continue;
    forms.push(form);
    const [first = ''] = form;
    const last = form.at(-1) ?? '';
    forms.push([last, ...form.slice(0, -1)], [first, last], [last, first]);
    if (first.length > 1 && last.length > 1)
      forms.push([first, last[0] ?? ''], [first[0] ?? '', last], [last, first[0] ?? '']);
  }
  return forms.filter((form) => form.join('').length >= 2);
}

/** Lines of a person's own list: before all that was found. */
export function listedPhrases(
  list: readonly MaskListEntry[],
  book: PersonBook,
  indexOf: ReadonlyMap<PersonEntry, number>,
  persons: readonly MaskedPerson[],
): Phrase[] {
  return list.flatMap((entry): Phrase[] => {
    const texts = [entry.text, ...entry.same_as];
    const form = phraseWords(entry.text).join(' ');
    const person = book.entries.find((one) => one.forms.some((words) => words.join(' ') === form));
    const index = person === undefined || entry.kind !== 'person' ? undefined : indexOf.get(person);
    const label = index === undefined ? undefined : persons[index]?.label;
    return texts.map((text) => ({
      words: phraseWords(text),
      kind: entry.kind,
      person: index ?? null,
      label: label ?? (entry.kind === 'person' ? '[name]' : `[${entry.kind}]`),
      when: 'any',
      sure: entry.action === 'hide' && text.length >= SURE_LETTERS,
      shown: entry.action === 'show',
    }));
  });
}
