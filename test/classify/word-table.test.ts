import { createCoder } from '../../classify/coder.ts';
import { indexCues } from '../../classify/cue-lexicon.ts';
import { prepareLexicons } from '../../classify/lexicons.ts';
import { characterRuns } from '../../classify/vectors.ts';
import { WordTable } from '../../classify/word-table.ts';
import { committedKnowledge, committedLexicons, labelledItems } from './labelled-samples.ts';

/** Different tokens, each of five letters and a number. */
const noise = (from: number, count: number): string =>
  Array.from({ length: count }, (_, at) => `zq${(from + at).toString(36).padStart(4, 'x')}`).join(' ');

describe('WordTable', () => {
  const table = new WordTable(indexCues({ 'off.drug': ['drug*', 'heroin sale'], status: ['no papers'] }));

  test('knows a token once, its stem under the number of all words with that stem', () => {
    const word = table.look('selling');
    expect(table.look('selling')).toBe(word);
    expect(table.look('sells').stem).toBe(word.stem);
    expect(table.look('sells').token).not.toBe(word.token);
    expect(table.spell(word.stem)).toBe('sell');
    expect(table.numberOf('sell')).toBe(word.stem);
    expect(table.spell(-1)).toBe('');
  });

  test('counts what is longer than any word by its beginning', () => {
    const long = 'qz'.repeat(200_000);
    expect(table.look(long)).toBe(table.look(`${long}another`));
    expect(table.spell(table.look(long).stem)).toHaveLength(200);
    expect(characterRuns(long)).toHaveLength(199);
  });

  test.each([
    ['drugs', ['drug*'], 0, false],
    ['heroin', ['heroin sale'], 0, false],
    ['males', null, 0, true],
    ['twelve', null, 12, false],
    ['3', null, 3, false],
    ['1', null, 0, false],
    ['constructor', null, 0, false],
  ])('knows of %p its phrases, number and people', (token, phrases, told, people) => {
    const word = table.look(token);
    expect(word.phrases?.all.map(({ words }) => words.join(' ')) ?? null).toEqual(phrases);
    expect([word.told, word.people]).toEqual([told, people]);
  });
});

describe('a table that is full', () => {
  test('gives way to another one between two items, and codes stay what they were', () => {
    const knowledge = committedKnowledge();
    const coder = createCoder(knowledge);
    const items = labelledItems('items-k', 12).map(({ input }) => input);
    const before = items.map((input) => coder.code(input));
    const lexicons = prepareLexicons(knowledge);
    const first = lexicons.words();
    for (let part = 0; part < 11; part += 1) {
      coder.code({ ...items[0]!, body: noise(part * 10_000, 10_000) });
    }
    expect(lexicons.words()).not.toBe(first);
    expect(items.map((input) => coder.code(input))).toEqual(before);
  });

  test('is the same table until then, for the same lexicons', () => {
    const data = committedLexicons();
    expect(prepareLexicons(data).words()).toBe(prepareLexicons(data).words());
  });
});
