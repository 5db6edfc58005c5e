import {
  CAPITAL,
  DIGIT,
  letterClass,
  NO_WORD,
  NOT_ENGLISH,
  readPlainWords,
  SMALL,
} from '../../report/plain-words.ts';

/** The same runs, told by an expression. */
const RUN = /\d+|[A-Z][a-z]+|[A-Za-z]+?(?=[A-Z][a-z])|[A-Za-z]+/g;

function runsOf(text: string, from = 0): [number, string][] {
  const runs: [number, string][] = [];
  readPlainWords(text, (word, start) => runs.push([start, word.text]), from);
  return runs;
}

test('all texts of up to six letters are cut as the expression cuts them', () => {
  const signs = ['a', 'B', '7', '-'];
  let texts = [''];
  for (let length = 1; length <= 6; length++) {
    texts = texts.flatMap((text) => signs.map((sign) => text + sign));
    for (const text of texts) {
      expect([text, runsOf(text)]).toEqual([text, [...text.matchAll(RUN)].map((run) => [run.index, run[0]])]);
    }
  }
});

test.each([
  ['McDonald', ['mc', 'donald']],
  ['812Fell', ['812', 'fell']],
  ['FBI agents', ['fbi', 'agents']],
  ['incomprehensibilities', ['incomprehensibilities']],
])('"%s" is made of the words %j', (text, folds) => {
  const words: string[] = [];
  readPlainWords(text, ({ fold }) => words.push(fold));
  expect(words).toEqual(folds);
});

test('a word says of what letters it is made, also when it was met before', () => {
  for (let round = 0; round < 2; round++) {
    readPlainWords('Nunn', (word) =>
      expect(word).toMatchObject({ text: 'Nunn', fold: 'nunn', capital: true, upper: false, digits: false }),
    );
    readPlainWords('NUNN', (word) =>
      expect(word).toMatchObject({ fold: 'nunn', capital: true, upper: true }),
    );
    readPlainWords('42', (word) => expect(word).toMatchObject({ fold: '42', capital: false, digits: true }));
    readPlainWords('A', (word) => expect(word).toMatchObject({ fold: 'a', capital: true, upper: false }));
  }
});

test('reading begins where it is told and ends where no more is wanted', () => {
  expect(runsOf('one two three', 4)).toEqual([
    [4, 'two'],
    [8, 'three'],
  ]);
  const words: string[] = [];
  readPlainWords('one two three', ({ text }) => words.push(text) < 2);
  expect(words).toEqual(['one', 'two']);
});

test.each([
  ['a', SMALL],
  ['Z', CAPITAL],
  ['7', DIGIT],
  ['—', NO_WORD],
  ['½', NO_WORD],
  ['é', NOT_ENGLISH],
  ['字', NOT_ENGLISH],
])('the class of %s is told', (sign, expected) => {
  expect(letterClass(sign.charCodeAt(0))).toBe(expected);
});
