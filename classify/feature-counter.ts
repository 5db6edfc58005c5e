import type { GrowingTexts } from './counted-texts.ts';
import { PhraseTable, widened } from './phrase-table.ts';
import { BLOCKS, type BlockWeights, characterRuns, type FeatureSink, NUMBER } from './vectors.ts';
import type { WordTable } from './word-table.ts';

/** Numbers features as it meets them: give it a text's features, then have it enter what they came to. */
export interface FeatureCounter extends FeatureSink {
  phrases: PhraseTable;
  /** By feature, the phrase that is its name. */
  names: number[];
  /** By feature, the number of its block. */
  blocks: number[];
  /** Enters a text in `texts`: its features in the order in which they were met. */
  enterIn(texts: GrowingTexts): void;
  /** Number of a feature, which is entered where it was not met before. */
  number(block: number, phrase: number): number;
}

/** Numbers in the counter's phrases for those of a table of words; each is looked up when it is first met. */
interface TableView {
  table: WordTable;
  /** Word by stem; -1 where it has not been looked up. */
  words: Int32Array;
  cues: Int32Array;
  kinds: Int32Array;
  /** By block and setting. */
  settings: Map<string, SettingView>[];
  /** Features of the runs of characters by token. */
  runs: (Int32Array | undefined)[];
}

/** The words of a block in one setting ('' for none). */
interface SettingView {
  block: number;
  /** Phrase of the setting, which stands before the word's; -1 for none. */
  before: number;
  /** Feature by stem; -1 where it has not been looked up. */
  features: Int32Array;
}

/** A counter of the features in the blocks of `weights`. */
export function createFeatureCounter(weights: BlockWeights): FeatureCounter {
  const phrases = new PhraseTable();
  const names: number[] = [];
  const blocks: number[] = [];
  const used = BLOCKS.map((block) => weights[block] !== undefined);
  /** Feature by block and phrase. */
  const features = BLOCKS.map(() => new Int32Array(1024).fill(-1));
  let counts = new Int32Array(1024);
  let touched = new Int32Array(1024);
  let touches = 0;
  let view: TableView | undefined;

  const numberOf = (block: number, phrase: number): number => {
    let own = features[block]!;
    while (phrase >= own.length) {
      own = widened(own, -1);
      features[block] = own;
    }
    let id = own[phrase]!;
    if (id === -1) {
      id = names.length;
      own[phrase] = id;
      names.push(phrase);
      blocks.push(block);
      if (id === counts.length) counts = widened(counts);
    }
    return id;
  };
  const addPhrase = (block: number, phrase: number): void => {
    if (used[block]) addId(numberOf(block, phrase));
  };
  const addId = (id: number): void => {
    if (counts[id] === 0) {
      if (touches === touched.length) touched = widened(touched);
      touched[touches] = id;
      touches += 1;
    }
    counts[id]! += 1;
  };
  const current = (): TableView => {
    if (view === undefined) throw new Error('a counter needs begin() before the features of a text');
    return view;
  };
  const wordOf = (stem: number): number => {
    const seen = current();
    while (stem >= seen.words.length) seen.words = widened(seen.words, -1);
    if (seen.words[stem] === -1) seen.words[stem] = phrases.word(seen.table.spell(stem));
    return seen.words[stem]!;
  };
  const settingOf = (block: number, setting: string): SettingView => {
    const all = current().settings[block]!;
    let own = all.get(setting);
    if (own === undefined) {
      const before = setting === '' ? -1 : phrases.word(setting);
      own = { block, before, features: new Int32Array(1024).fill(-1) };
      all.set(setting, own);
    }
    return own;
  };
  const featureIn = (setting: SettingView, stem: number): number => {
    while (stem >= setting.features.length) setting.features = widened(setting.features, -1);
    let feature = setting.features[stem]!;
    if (feature === -1) {
      const word = wordOf(stem);
      const { block, before } = setting;
      feature = numberOf(block, before === -1 ? word : phrases.join(before, ':', word));
      setting.features[stem] = feature;
    }
    return feature;
  };

  return {
    phrases,
    names,
    blocks,
    number: numberOf,
    begin(table) {
      if (view?.table === table) return;
      const cues = Int32Array.from(table.cues.scoped, (name) => phrases.word(name));
      const kinds = Int32Array.from(table.cues.kinds, (name) => phrases.word(name));
      const words = new Int32Array(4096).fill(-1);
      view = { table, words, cues, kinds, settings: BLOCKS.map(() => new Map()), runs: [] };
    },
    add(block, name) {
      addPhrase(NUMBER[block], phrases.word(name));
    },
    addValue(key, value) {
      addPhrase(NUMBER.header, phrases.word(`${key}=${value}`));
    },
    addWords(given, { stems }) {
      const words = stems.map(wordOf);
      const columns = given.map((block) => NUMBER[block]).filter((block) => used[block]);
      const singles = columns.map((block) => settingOf(block, ''));
      for (let at = 0; at < words.length; at += 1) {
        const pair = at === 0 ? -1 : phrases.join(words[at - 1]!, ' ', words[at]!);
        for (let c = 0; c < columns.length; c += 1) {
          addId(featureIn(singles[c]!, stems[at]!));
          if (pair !== -1) addId(numberOf(columns[c]!, pair));
        }
      }
    },
    addWordsIn(settings, stems) {
      for (const { block, name } of settings) {
        if (!used[NUMBER[block]]) continue;
        const own = settingOf(NUMBER[block], name);
        for (let at = 0; at < stems.length; at += 1) addId(featureIn(own, stems[at]!));
      }
    },
    addRuns({ tokens, words }) {
      if (!used[NUMBER.chars]) return;
      const { runs } = current();
      for (let at = 0; at < words.length; at += 1) {
        const { token, hasRuns } = words[at]!;
        let own = runs[token];
        if (own === undefined) {
          const letters = hasRuns ? characterRuns(tokens[at]!.text) : [];
          own = Int32Array.from(letters, (run) => numberOf(NUMBER.chars, phrases.word(run)));
          runs[token] = own;
        }
        for (let run = 0; run < own.length; run += 1) addId(own[run]!);
      }
    },
    addCues(block, prefix, { scoped }) {
      const { cues } = current();
      const before = prefix === '' ? -1 : phrases.word(prefix);
      for (const place of scoped) {
        const cue = cues[place]!;
        addPhrase(NUMBER[block], before === -1 ? cue : phrases.join(before, ':', cue));
      }
    },
    addCuePairs({ scoped }) {
      const { cues } = current();
      for (let a = 0; a < scoped.length; a += 1) {
        for (let b = a + 1; b < scoped.length; b += 1)
          addPhrase(NUMBER.cue, phrases.join(cues[scoped[a]!]!, '+', cues[scoped[b]!]!));
      }
    },
    addKinds(given) {
      const { kinds } = current();
      for (let a = 0; a < given.length; a += 1) {
        const first = kinds[given[a]!]!;
        addPhrase(NUMBER.story, first);
        for (let b = a + 1; b < given.length; b += 1)
          addPhrase(NUMBER.story, phrases.join(first, '+', kinds[given[b]!]!));
      }
    },
    addCueRuns({ stems, classed }) {
      const words = classed.map(wordOf);
      for (let at = 0; at + 1 < classed.length; at += 1) {
        const inPair = classed[at] !== stems[at] || classed[at + 1] !== stems[at + 1];
        const third = at + 2 < classed.length && (inPair || classed[at + 2] !== stems[at + 2]);
        if (!inPair && !third) continue;
        const pair = phrases.join(words[at]!, ' ', words[at + 1]!);
        if (inPair && classed[at] !== classed[at + 1]) addPhrase(NUMBER.cue, pair);
        if (third) addPhrase(NUMBER.cue, phrases.join(pair, ' ', words[at + 2]!));
      }
    },
    enterIn(texts) {
      const from = texts.open(touches);
      texts.ids.set(touched.subarray(0, touches), from);
      for (let at = 0; at < touches; at += 1) {
        const id = touched[at]!;
        texts.times[from + at] = counts[id]!;
        counts[id] = 0;
      }
      touches = 0;
    },
  };
}
