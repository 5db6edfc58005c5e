import { prepareLexicons } from '../../classify/lexicons.ts';
import { inPieces } from '../../classify/pieces.ts';
import { readItem } from '../../classify/read-item.ts';
import { committedLexicons } from './labelled-samples.ts';

const LEXICONS = prepareLexicons(committedLexicons());
const HEADERS = { from: '', to: '', cc: '', date: '', subject: '' };

function cut(body: string) {
  const read = readItem({ id: 'x', kind: 'email', headers: HEADERS, body }, LEXICONS);
  const { item, cutFrom } = inPieces(read);
  const scoped = read.table.cues.scoped;
  return {
    texts: item.clauses.map(({ start, end }) => body.slice(start, end)),
    cues: item.clauses.map((clause) => clause.scoped.map((place) => scoped[place])),
    tokens: item.clauses.map(({ start, tokens }) =>
      tokens.map((token) => body.slice(start + token.start, start + token.end).toLowerCase()),
    ),
    said: item.clauses.map(({ tokens }) => tokens.map(({ text }) => text)),
    cutFrom,
  };
}

describe('inPieces', () => {
  test('cuts a long clause at commas, brackets and conjunctions; short ones stay', () => {
    const { texts, cutFrom } = cut(
      'Stopped him for a tail light tonight, searched the whole car (no contraband found) and he has no status at all. Call me.',
    );
    expect(texts).toEqual([
      'Stopped him for a tail light tonight',
      'searched the whole car',
      'no contraband found',
      'and he has no status at all.',
      'Call me.',
    ]);
    expect(cutFrom).toEqual([0, 0, 0, 0, 1]);
  });

  test('leaves no piece of fewer than three words', () => {
    expect(cut('Dubuque, Iowa, and Peoria, Illinois, both sent us their lists of names').texts).toEqual([
      'Dubuque, Iowa, and Peoria',
      'Illinois, both sent us their lists of names',
    ]);
  });

  test('gives each piece its own words and cues, with the scopes of the clause', () => {
    const { cues, tokens, said } = cut(
      'We found no drugs in his car or on his person, and ICE wants to lodge a detainer for him today',
    );
    expect(cues[0]).toContain('denied off.drug');
    expect(cues[1]).toEqual(expect.arrayContaining(['detainer', 'ice']));
    expect(cues[0]).not.toContain('ice');
    expect(tokens).toEqual(said);
  });

  test('does not part what a denial reaches, and takes no time for a million letters', () => {
    expect(
      cut('We found no prior arrests, DUI convictions from this county, drug sales of any kind, or warrants')
        .texts,
    ).toHaveLength(1);
    expect(cut('ICE hold, no license, picked up by ERO, '.repeat(10_000)).texts.length).toBeGreaterThan(
      10_000,
    );
  });
});
