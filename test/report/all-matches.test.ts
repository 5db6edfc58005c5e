import { allMatches } from '../../report/all-matches.ts';

test.each([
  ['a1b22', /\d+/g],
  ['a1b22', /x/g],
  ['aéa', /(?:)/gu],
  ['Mr. Abc Mr. Def', /Mr\. (\p{Lu}\p{L}+)/gu],
  ['', /a*/g],
])('in "%s" %s is found where matchAll finds it', (text, expression) => {
  const expected = [...text.matchAll(new RegExp(expression))].map((match) => [match.index, ...match]);
  expression.lastIndex = 3;
  expect(allMatches(expression, text).map((match) => [match.index, ...match])).toEqual(expected);
});
