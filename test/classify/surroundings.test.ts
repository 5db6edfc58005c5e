import { collectFeatures } from '../../classify/feature-counts.ts';
import { addItemFeatures } from '../../classify/features.ts';
import { prepareLexicons } from '../../classify/lexicons.ts';
import { readItem } from '../../classify/read-item.ts';
import { TOLD } from '../../classify/surroundings.ts';
import { CELL_BLOCKS } from '../../classify/training-settings.ts';
import { BLOCKS } from '../../classify/vectors.ts';
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

/** The features of an e-mail to an immigration officer that answers a detective, as `block:name`. */
function featuresOf(body: string): string[] {
  const headers = {
    from: 'Det. A. Ruiz <aruiz@springfieldpd.example>',
    to: 'DO Hale <hale@ice.dhs.example>',
    cc: '',
    date: '',
    subject: '',
  };
  const { phrases, names, blocks, add } = collectFeatures(CELL_BLOCKS);
  add((sink) => addItemFeatures(readItem({ id: 'a', kind: 'thread', headers, body }, LEXICONS), sink));
  return names.map((name, at) => `${BLOCKS[blocks[at]!]}:${phrases.spell(name)}`);
}

describe('the words of an item by their setting', () => {
  const features = featuresOf(
    'The driver sold cocaine.\nWould you look at the visa of his cousin tomorrow?\n\n> From: DO Hale\n> Nobody mentioned a lorry.',
  );

  test.each([
    ['who writes it to whom', 'speaker:police>immigration:cousin'],
    ['the kind of record', 'record:thread:cousin'],
    ['what its clause holds', 'beside:offence:sold'],
    ['a status in its clause', 'beside:status:cousin'],
    ['a supposition in its clause', 'beside:supposed:cousin'],
    ['the start of its clause', 'beside:start:look'],
    ['an offence before', 'around:offence>:cousin'],
    ['a status behind', 'around:>status:sold'],
    ['a denial that reaches it', 'beside:denied:lorri'],
    ['an older message', 'older:lorri'],
  ])('%s', (_, feature) => {
    expect(features).toContain(feature);
  });

  test('and not by another', () => {
    for (const feature of [
      'older:cousin',
      'beside:offence:cousin',
      'beside:start:cousin',
      'record:email:cousin',
    ])
      expect(features).not.toContain(feature);
  });
});

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
