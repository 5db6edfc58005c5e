import { parseMaskList } from '../../report/mask-list.ts';
import { maskText } from '../../report/mask-text.ts';
import { maskOf } from './mask-sample.ts';

test('reads lines with and without kinds, comments and second names', () => {
  const text = '# ours\n+ person: Rosalba Quintanilla = Rosie Q\n+ phone: 555 0100\n\n- Lindengrove Tacos\n';
  expect(parseMaskList(text)).toEqual([
    { action: 'hide', kind: 'person', text: 'Rosalba Quintanilla', same_as: ['Rosie Q'], line: 2 },
    { action: 'hide', kind: 'phone', text: '555 0100', same_as: [], line: 3 },
    { action: 'show', kind: 'person', text: 'Lindengrove Tacos', same_as: [], line: 5 },
  ]);
});

test('reads the same as YAML', () => {
  const text =
    'hide:\n  - kind: person\n    text: Rosalba Quintanilla\n    same_as: [Rosie Q]\nshow:\n  - Lindengrove Tacos\n';
  expect(parseMaskList(text)).toEqual([
    { action: 'hide', kind: 'person', text: 'Rosalba Quintanilla', same_as: ['Rosie Q'], line: 2 },
    { action: 'show', kind: 'person', text: 'Lindengrove Tacos', same_as: [], line: 6 },
  ]);
});

test.each([
  ['+ person: A\nRosalba', 'line 2: a line begins with + (mask) or - (show)'],
  ['+ shoe: 44', 'line 1: unknown kind "shoe"'],
  ['# x\n+ person: --', 'line 2: there are no words'],
  ['hide:\n  - text: X\n    sort: y', 'line 2: unknown field "sort"'],
  ['hide:\n  - a\nkeep:\n  - b', 'line 4: unknown list "keep"'],
  ['hide: 7', 'line 1: hide is not a list'],
])('says what is wrong and where: %j', (text, message) => {
  expect(() => parseMaskList(text)).toThrow(message);
});

const bodies = ['The cook at Blue Heron knows Wierzba.', 'Ask Rosie Q or Golden Carp.'];

test('what a person adds is masked, under one number for all names of one person', () => {
  const list = parseMaskList('+ person: blue heron = golden carp');
  const [first, second] = bodies.map((body) => maskText(body, maskOf(bodies, { list })).text);
  expect(first).toBe('The cook at Person 1 knows Person 2.');
  expect(second).toContain('or Person 1.');
});

test('what a person takes off the list stays readable', () => {
  const list = parseMaskList('- Wierzba');
  expect(maskText(bodies[0]!, maskOf(bodies)).text).not.toContain('Wierzba');
  expect(maskText(bodies[0]!, maskOf(bodies, { list })).text).toContain('Wierzba');
});

test('other kinds carry the name of their kind', () => {
  const list = parseMaskList('+ employer: Blue Heron');
  expect(maskText(bodies[0]!, maskOf(bodies, { list })).text).toContain('The cook at [employer] knows');
});
