import { readPerson } from '../../classify/people.ts';
import { splitSignature } from '../../classify/people-signature.ts';
import {
  countShared,
  editsBetween,
  editsInside,
  foldText,
  readsAlike,
  shinglesOf,
  smallestHashes,
} from '../../classify/text-similarity.ts';
import { makeItem } from './link-samples.ts';

describe('folded text', () => {
  test.each([
    ['T-shirts, at 0930!', ['tshlrtsato93o']],
    ['pa|k the wh!te van', ['palkthewhltevan']],
    ['t-\nshirts  at > 0930', ['tshlrtsato93o']],
    ['Peña', ['pena']],
    ['called [REDACTED] 7(1)(d)(iv) today', ['called', 'today']],
    ['called ██████ today', ['called', 'today']],
    ['called (b)(6), (b)(7)(C) today', ['called', 'today']],
    ['under 18 USC 1028(a)(1)', ['underlbusclo2bal']],
    ['', []],
  ])('%s', (text, pieces) => {
    expect(foldText(text)).toEqual(pieces);
  });
});

describe('edits', () => {
  test.each([
    ['kitten', 'sitting', 3],
    ['', 'abc', 3],
    ['abc', 'abc', 0],
  ])('%s to %s: %i', (a, b, edits) => {
    expect(editsBetween(a, b)).toBe(edits);
  });

  test.each([
    ['thanks', 'manythanksray', 0],
    ['tharks', 'manythanksray', 1],
    ['xyz', 'abc', 3],
  ])('%s inside %s: %i', (short, long, edits) => {
    expect(editsInside(short, long)).toBe(edits);
  });

  test.each([
    ['lockhart', 'loekhart', true],
    ['lee', 'leo', false],
    ['lockhart', 'tamez', false],
  ])('%s reads like %s: %s', (a, b, expected) => {
    expect(readsAlike(a, b)).toBe(expected);
  });
});

describe('hashes', () => {
  const text = 'couldyoucheckwhetherthemanwestoppedhasarecord';

  test('are ascending, without repeats, and the same for the same text however it is cut up before', () => {
    const hashes = [...shinglesOf([text, text])];
    expect(hashes).toEqual([...new Set(hashes)].sort((a, b) => a - b));
    expect(hashes).toHaveLength(text.length - 4);
  });

  test('a text within a longer one shares all of its hashes', () => {
    const part = shinglesOf([text.slice(8, 30)]);
    expect(countShared(part, shinglesOf([text]))).toBe(part.length);
  });

  test('the smallest are the first of all', () => {
    expect(smallestHashes([text], 5, 7)).toEqual([...shinglesOf([text])].slice(0, 7));
    expect(smallestHashes(['abc'], 5, 7)).toEqual([]);
  });
});

describe('signatures', () => {
  const writer = readPerson('Oakley, Terrence <toakley@pd.example>');

  test.each([
    [
      'See you there.\n\nDet. Terry Oakley #418\nStreet Crimes\n(309) 555-0142',
      'Det. Terry Oakley #418\nStreet Crimes\n(309) 555-0142',
    ],
    ['See you there.\n\n- Oakley', '- Oakley'],
    ['Oakley is typing the complaint now.\nMeet at nine.', ''],
    ['See you there.\n\nTO', ''],
    ['', ''],
  ])('of %j is %j', (body, expected) => {
    const found = splitSignature(makeItem({ body }), writer);
    expect(found.signature).toBe(expected);
    expect(found.text + found.signature).toBe(body);
  });
});
