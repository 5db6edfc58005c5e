import { join } from 'node:path';
import { createCoder, readLabelled, trainOnSet } from '../classify/index.ts';
import { readLabelledFiles } from '../cli/labelled-files.ts';
import { loadLexicons, PROJECT_ROOT } from '../workers/index.ts';
import { dictionaryWords, peopleNames } from './word-lists.ts';

/**
 * How far a code hangs on who somebody is: every fifth file is coded, trained without them, once with all its people named as people
 * of European forebears are and once as people from Latin America, or all of one people and then all of another. Some of
 * these names stand on no list. Beside it the same without `classify/lexicon/classes.json`.
 */

const split = (words: string): string[] => words.split(' ');
const EUROPEAN = split(
  'Miller Johnson Anderson Thompson Peterson Wilkins Schultz Kowalski Brennan Gallagher Lindqvist Hoffmann Sutherland Pruitt Haskell ' +
    'Lindgren Fitzgerald Mccormick Bauer Vogel Erickson Whitaker Stafford Olmstead Kessler Dunlap Radcliffe Tolliver Beasley Abernathy',
);
const LATIN_AMERICAN = split(
  'Hernandez Gonzalez Rodriguez Martinez Ramirez Sanchez Gutierrez Velasquez Mendoza Castillo Jimenez Dominguez Orellana Zelaya Pacheco ' +
    'Cifuentes Quiroz Barrios Escobedo Ajanel Chub Tzoc Coc Caal Menjivar Portillo Alvarenga Zepeda Villalobos Arriaga',
);
const NORTHERN = split('Irish German Italian Norwegian Swedish');
const SOUTHERN = split('Mexican Guatemalan Honduran Salvadoran Nicaraguan');
const PEOPLES = new Set(
  split(
    'mexican guatemalan honduran salvadoran nicaraguan chinese nigerian vietnamese ukrainian haitian colombian venezuelan ecuadorian ' +
      'brazilian cuban jamaican russian korean romanian peruvian filipino irish german canadian',
  ),
);

const lexicons = loadLexicons();
const told = new Set(
  Object.values(lexicons.cues).flatMap((phrases) => phrases.flatMap((phrase) => phrase.split(' '))),
);
const dictionary = new Set(dictionaryWords().map((word) => word.toLowerCase()));
const NAMES = new Set(
  peopleNames()
    .map((name) => name.toLowerCase())
    .filter((name) => name.length > 2 && !dictionary.has(name) && !told.has(name)),
);

/** `text` with each word of `known` that has a capital letter as one of `others`, the same one throughout. */
function withOthers(
  text: string,
  known: ReadonlySet<string>,
  others: readonly string[],
  from: number,
): string {
  const given = new Map<string, string>();
  return text.replace(/\b[A-Z][a-z]{2,}\b/g, (word) => {
    const lower = word.toLowerCase();
    if (!known.has(lower)) return word;
    const other = given.get(lower) ?? others[(from + given.size) % others.length]!;
    given.set(lower, other);
    return other;
  });
}

const items = await readLabelledFiles([join(PROJECT_ROOT, 'fixtures/labelled')]);
const groups = [...new Set(items.map(({ group }) => group))];
const left = new Set(groups.filter((_, at) => at % 5 === 0));
const contacts = items.filter(({ group, labels }) => left.has(group) && labels.relevance === 'contact');

function report(title: string, data: typeof lexicons): void {
  const { model } = trainOnSet(readLabelled(items, data), { keeps: (group) => !left.has(group) });
  const coder = createCoder({ ...data, model, version: 'without some files' });
  const compare = (what: string, known: ReadonlySet<string>, one: string[], other: string[]): void => {
    let swapped = 0;
    let changed = 0;
    let alone = 0;
    let more = 0;
    for (const [at, { input }] of contacts.entries()) {
      const [a, b] = [one, other].map((others) => withOthers(input.body, known, others, at));
      if (a === b) continue;
      const [first, second] = [a, b].map((body) => coder.code({ ...input, body: body! }));
      swapped += 1;
      if (first!.verdict !== second!.verdict) {
        changed += 1;
        if (!first!.needs_review && !second!.needs_review) alone += 1;
      }
      more += second!.probabilities['status-only'] - first!.probabilities['status-only'];
    }
    console.log(
      `${title}, ${what}: ${swapped} contacts, another verdict in ${((100 * changed) / swapped).toFixed(2)} % (${alone} decided alone), ` +
        `status-only likelier by ${((100 * more) / swapped).toFixed(2)} points with the second`,
    );
  };
  compare('European and Latin American names', NAMES, EUROPEAN, LATIN_AMERICAN);
  compare('northern and southern peoples', PEOPLES, NORTHERN, SOUTHERN);
}

report('with classes', lexicons);
report('without', { ...lexicons, classes: {} });
