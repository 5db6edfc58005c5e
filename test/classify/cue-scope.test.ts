import { findCues, indexCues } from '../../classify/cue-lexicon.ts';
import { scopeOf } from '../../classify/cue-scope.ts';
import { type Token, tokenize } from '../../classify/tokenize.ts';
import { WordTable } from '../../classify/word-table.ts';

const LEXICON = indexCues({
  warrant: ['warrant*', 'felony warrant*'],
  drug: ['cocaine', 'meth'],
  license: ['revoked'],
  detainer: ['detainer*'],
});

const TABLE = new WordTable(LEXICON);
const lookUp = (tokens: Token[]) => tokens.map(({ text }) => TABLE.look(text));

/** `cue: scope` of every cue in the text. */
function scopes(text: string): string[] {
  const tokens = tokenize(text);
  return findCues(tokens, lookUp(tokens), LEXICON).map((hit) => `${hit.name}: ${scopeOf(text, tokens, hit)}`);
}

describe('scopeOf', () => {
  test.each([
    ['he has a warrant', ['warrant: told']],
    ['no warrants', ['warrant: denied']],
    ['there are no active warrants', ['warrant: denied']],
    ['warrants neg', ['warrant: denied']],
    ['no warrants, revoked license', ['warrant: denied', 'license: told']],
    ['no warrants but his license is revoked', ['warrant: denied', 'license: told']],
    ['not on paper; cocaine in the console', ['drug: told']],
    ['without cocaine or meth', ['drug: denied', 'drug: denied']],
    ['does he have a warrant?', ['warrant: asked']],
    ['convicted of cocaine in 1998', ['drug: past']],
    ['an old warrant', ['warrant: past']],
    ['detainer was lodged this morning', ['detainer: told']],
    ['never mind the noise. he sold meth', ['drug: told']],
    ['[REDACTED] cocaine', ['drug: told']],
  ])('%s', (text, expected) => {
    expect(scopes(text)).toEqual(expected);
  });
});

describe('findCues', () => {
  test('takes the longest phrase of a cue that begins at a word, and whole words only', () => {
    const tokens = tokenize('felony warrant for a warranty');
    expect(findCues(tokens, lookUp(tokens), LEXICON).map(({ from, to }) => [from, to])).toEqual([
      [0, 2],
      [1, 2],
      [4, 5],
    ]);
  });

  test('refuses a wildcard behind fewer than three letters', () => {
    expect(() => indexCues({ bad: ['ic*'] })).toThrow(/three letters/);
  });
});
