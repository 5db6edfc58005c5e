import { indexWords, misreadingOf, parseWords } from '../../classify/misread-words.ts';
import { committedLexicons } from './labelled-samples.ts';

const INDEX = indexWords(committedLexicons().words);

describe('misreadingOf', () => {
  test.each([
    ['detalner', 'detainer', 'letters that look alike'],
    ['inforrnation', 'information', 'two letters for one'],
    ['cleportation', 'deportation', 'two letters for one, and one of them for another'],
    ['lmmigraticn', 'immigration', 'several letters of a long word'],
    ['immlgratlon', 'immigration', 'the same letter twice'],
    ['tlie', 'the', 'a short word'],
    ['girlfreind', 'girlfriend', 'two letters changed about'],
    ['immmigration', 'immigration', 'a letter written twice'],
    ['warrnt', 'warrant', 'a letter lost'],
    ['detaxner', 'detainer', 'any letter for any other in a long word'],
    ['custodyy', 'custody', 'a letter too many'],
  ])('%s was %s: %s', (token, word) => {
    expect(misreadingOf(token, INDEX)?.word).toBe(word);
  });

  test.each([
    'detainer',
    'detailer',
    'warranty',
    'allen',
    'tho',
    'fent',
    'clt4471',
    '1404',
    'i-247',
    'xq',
    'z',
  ])('%s is none', (token) => {
    expect(misreadingOf(token, INDEX)).toBeNull();
  });

  test('tells a scan from a hand', () => {
    const by = (token: string) => misreadingOf(token, INDEX)?.by;
    expect(['detalner', 'seperate', 'girlfreind', 'warrnt'].map(by)).toEqual([
      'shape',
      'spelling',
      'spelling',
      'loss',
    ]);
  });

  test.each(['uot', 'iee', 'lcttering'])('%s may be another word as well', (token) => {
    expect(misreadingOf(token, INDEX)).toBeNull();
  });

  test('of equally like words the more frequent counts', () => {
    const index = indexWords({ frequent: ['hand', 'band'], other: [], deciding: [] });
    expect(misreadingOf('nand', index)?.word).toBe('hand');
    expect(
      misreadingOf('nand', indexWords({ frequent: ['band', 'hand'], other: [], deciding: [] }))?.word,
    ).toBe('band');
    expect(
      misreadingOf('nand', indexWords({ frequent: ['hand'], other: [], deciding: [] }, ['nand'])),
    ).toBeNull();
  });

  test('a hundred thousand letters take no time', () => {
    expect(misreadingOf('rn'.repeat(50_000), INDEX)).toBeNull();
  });
});

describe('parseWords', () => {
  test('reads many words from a line', () => {
    expect(parseWords({ frequent: ['a b', 'c'], other: [], deciding: [] })).toEqual({
      frequent: ['a', 'b', 'c'],
      other: [],
      deciding: [],
    });
  });

  test.each([
    [{ frequent: 'a', other: [], deciding: [] }, 'words.frequent'],
    [{ frequent: [] }, 'words.other'],
    [[], 'words'],
  ])('names what is wrong in %j', (value, place) => {
    expect(() => parseWords(value)).toThrow(place);
  });
});
