import { findQuote, findSplitQuote } from '../../report/find-quote.ts';

describe('finding a quote again', () => {
  test.each([
    ['no crime', 'there is no crime here', 'no crime', 'as it stands'],
    ['no crime', 'there is no\n  crime here', 'no\n  crime', 'white space differs'],
    [
      'broken over lines',
      'x broken over\n> lines x',
      'broken over\n> lines',
      'quotation marks of a mail program between',
    ],
    ['a (b)* [c]?', 'is a (b)*\n[c]? so', 'a (b)*\n[c]?', 'signs of regular expressions mean themselves'],
    ['twice', 'twice and twice', 'twice', 'the first place counts'],
  ])('finds %j in %j: %s', (quote, text, found, _why) => {
    const span = findQuote(text, quote);
    expect(span === null ? null : text.slice(span.start, span.end)).toBe(found);
  });

  test.each([
    ['no crime', 'no wrong', 'another word'],
    ['no crime', 'nocrime', 'no space at all'],
    ['No crime', 'no crime', 'another case'],
    ['a.c', 'abc', 'a full stop is no wildcard'],
    ['a b', 'a\n> c', 'a mark is not a word'],
    ['', 'anything', 'an empty quote stands nowhere'],
    [' \n ', 'anything', 'nor does white space'],
  ])('misses %j in %j: %s', (quote, text, _why) => {
    expect(findQuote(text, quote)).toBeNull();
  });

  test('a quote that runs over a page ends on the next one', () => {
    const split = findSplitQuote(
      '… he was not charged with',
      'a crime at all\nfooter',
      'he was not charged with a crime',
    );
    expect(split).toEqual({ head: { start: 2, end: 25 }, tail: { start: 0, end: 7 } });
  });

  test('a beginning of three words is too little to go by', () => {
    expect(
      findSplitQuote('he was not', 'charged with a crime', 'he was not charged with a crime'),
    ).toBeNull();
  });

  test('a quote whose end is missing on the next page is not found', () => {
    expect(
      findSplitQuote('he was not charged with', 'nothing', 'he was not charged with a crime'),
    ).toBeNull();
  });
});
