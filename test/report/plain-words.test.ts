import {
  CAPITAL,
  DIGIT,
  letterClass,
  makeWord,
  NO_WORD,
  NOT_ENGLISH,
  readPlainWords,
  SMALL,
} from '../../report/plain-words.ts';

/** The same runs, told by an expression. */
const RUN = /\d+|[A-Z][a-z]+|[A-Za-z]+?(?=[A-Z][a-z])|[A-Za-z]+/g;

function runsOf(text: string): [number, string][] {
  const runs: [number, string][] = [];
  readPlainWords(text, (start, end) => runs.push([start, text.slice(start, end)]));
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
  ['McDonald', ['Mc', 'Donald']],
  ['812Fell', ['812', 'Fell']],
  ['FBI agents', ['FBI', 'agents']],
])('"%s" is made of the words %j', (text, words) => {
  expect(runsOf(text).map(([, word]) => word)).toEqual(words);
});

test('the same letters make the same number wherever they stand', () => {
  const numbers: number[] = [];
  readPlainWords('Nunn met (Nunn) 42 nunn', (_start, _end, hash) => numbers.push(hash));
  const [first, , second, , small] = numbers;
  expect(first).toBe(second);
  expect(first).not.toBe(small);
});

test('a word says of what letters it is made', () => {
  expect(makeWord('Nunn')).toMatchObject({
    text: 'Nunn',
    fold: 'nunn',
    capital: true,
    upper: false,
    digits: false,
  });
  expect(makeWord('NUNN')).toMatchObject({ fold: 'nunn', folds: ['nunn'], capital: true, upper: true });
  expect(makeWord('42')).toMatchObject({ fold: '42', capital: false, digits: true, initial: false });
  expect(makeWord('A')).toMatchObject({ fold: 'a', capital: true, upper: false, initial: true });
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
