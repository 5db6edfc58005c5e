import type { MaskListEntry } from './mask.ts';
import { addPerson, extendPerson, type PersonBook, type PersonEntry } from './mask-persons.ts';
import { matchesPhrase, type Phrase, phraseWords } from './mask-phrases.ts';
import { tokenize } from './mask-tokens.ts';

/** Where words first stand in the texts; behind all of them where they do not. */
function firstPlace(words: readonly string[], texts: readonly string[]): [number, number] {
  const phrase: Phrase = {
    words: [...words],
    kind: 'listed',
    person: null,
    label: '',
    when: 'any',
    sure: false,
    shown: false,
  };
  for (const [at, text] of texts.entries()) {
    const tokens = tokenize(text);
    const found = tokens.findIndex(
      (token, i) => token.fold === words[0] && matchesPhrase(text, tokens, i, phrase),
    );
    if (found >= 0) return [at, tokens[found]!.start];
  }
  return [Number.MAX_SAFE_INTEGER, 1];
}

function isNamed(entry: PersonEntry, words: readonly string[]): boolean {
  const wanted = words.join(' ');
  return entry.forms.some((form) => form.join(' ') === wanted);
}

/** Everything by which the person was found is among the words. */
function isPartOf(entry: PersonEntry, words: readonly string[]): boolean {
  return entry.forms.every((form) => form.every((word) => words.includes(word)));
}

function forget(book: PersonBook, entry: PersonEntry): void {
  book.entries.splice(book.entries.indexOf(entry), 1);
  for (const [word, entries] of book.byWord) {
    const kept = entries.filter((one) => one !== entry);
    if (kept.length === 0) book.byWord.delete(word);
    else book.byWord.set(word, kept);
  }
}

/** Enters the persons whom somebody put on the list, and takes out those who are to be shown. */
export function applyList(book: PersonBook, list: readonly MaskListEntry[], texts: readonly string[]): void {
  for (const { action, kind, text, same_as } of list) {
    if (kind !== 'person') continue;
    const names = [text, ...same_as].map(phraseWords);
    if (action === 'show') {
      for (const entry of book.entries.filter((one) => names.some((words) => isNamed(one, words))))
        forget(book, entry);
      continue;
    }
    const [first, ...others] = book.entries.filter(
      (one) => one.side === 'private' && names.some((words) => isPartOf(one, words)),
    );
    for (const other of others) forget(book, other);
    let entry = first;
    for (const [at, words] of names.entries()) {
      const person = {
        side: 'private' as const,
        words,
        family: words.length > 1 ? 1 : 0,
        spelling: [text, ...same_as][at] ?? '',
        role: null,
        agency: null,
        place: firstPlace(words, texts),
      };
      if (entry === undefined) entry = addPerson(book, person);
      else extendPerson(book, entry, person);
    }
  }
}
