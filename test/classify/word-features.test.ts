import { type WordEntry, WordFeatures } from '../../classify/word-features.ts';

const WORDS = 40;
const SETTINGS = 70;

/** Every third or so of all words and settings, the first word with all of them, the last with none. */
const ENTRIES: WordEntry[] = [];
for (let atom = 0; atom < WORDS - 1; atom += 1) {
  for (let place = 0; place < SETTINGS; place += 1) {
    if (atom > 0 && (atom * 31 + place * 17) % 3 !== 0) continue;
    ENTRIES.push([atom, place % 2, `s${place}`, 1000 * atom + place]);
  }
}
const FEATURES = new WordFeatures(WORDS, ENTRIES);

function found(atom: number, settings: readonly number[]): number[] {
  const set = FEATURES.emptySet();
  for (const place of settings) FEATURES.include(set, place % 2, `s${place}`);
  const ids = new Int32Array(FEATURES.most);
  return [...ids.subarray(0, FEATURES.find(atom, set, ids))].sort((a, b) => a - b);
}

describe('WordFeatures', () => {
  test.each([
    [[0]],
    [[31]],
    [[32]],
    [[31, 32, 63, 64, 69]],
    [Array.from({ length: SETTINGS }, (_, at) => at)],
  ])('finds what each word has in the settings %j and nothing else', (settings) => {
    for (let atom = 0; atom < WORDS; atom += 1) {
      const expected = ENTRIES.filter(
        ([own, , setting]) => own === atom && settings.includes(Number(setting.slice(1))),
      ).map(([, , , id]) => id);
      expect(found(atom, settings)).toEqual(expected);
    }
  });

  test('finds nothing in no setting, in one that no word has, and in one of another block', () => {
    expect(found(0, [])).toEqual([]);
    const set = FEATURES.emptySet();
    FEATURES.include(set, 0, 'unheard of');
    FEATURES.include(set, 1, 's0');
    expect(FEATURES.find(0, set, new Int32Array(FEATURES.most))).toBe(0);
  });

  test('is empty where nothing was entered', () => {
    const empty = new WordFeatures(2, []);
    expect(empty.find(1, empty.emptySet(), new Int32Array(empty.most))).toBe(0);
  });
});
