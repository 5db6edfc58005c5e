import { prepareLexicons } from '../../classify/lexicons.ts';
import { readItem } from '../../classify/read-item.ts';
import { TOLD } from '../../classify/surroundings.ts';
import { committedLexicons } from './labelled-samples.ts';

const LEXICONS = prepareLexicons(committedLexicons());

function clausesOf(body: string) {
  const headers = { from: '', to: '', cc: '', date: '', subject: '' };
  const { clauses, table } = readItem({ id: 'a', kind: 'email', headers, body }, LEXICONS);
  return clauses.map(({ holds, denied }) => ({
    holds,
    denied: Array.from(denied, (stem) => table.spell(stem)),
  }));
}

describe('what a clause holds', () => {
  test.each([
    ['The driver was arrested for cocaine.', TOLD.offence | TOLD.person],
    ['He overstayed a visa.', TOLD.status | TOLD.person],
    ['ICE was called.', TOLD.authority],
    ['See you on Tuesday.', 0],
  ])('%s', (body, holds) => {
    expect(clausesOf(body)[0]?.holds).toBe(holds);
  });
});

describe('the words that a denial reaches', () => {
  test('five behind it, in its own clause', () => {
    const [first, second] = clausesOf("We never asked the young man about papers today. They weren't told.");
    expect(first?.denied).toHaveLength(5);
    expect(first?.denied).toContain('ask');
    expect(first?.denied).not.toContain('today');
    expect(second?.denied).toEqual(['told']);
  });

  test('none where nothing is denied', () => {
    expect(clausesOf('We asked the man.')[0]?.denied).toEqual([]);
  });
});
