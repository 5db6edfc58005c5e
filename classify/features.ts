import type { ReadClause, ReadItem } from './read-item.ts';

/**
 * Features by block. Each block is one way of looking at the item, and is brought to unit length on its own, so that a
 * long text's characters do not drown what its headers say.
 */
export type Features = Record<BlockName, Map<string, number>>;

export const BLOCKS = ['word', 'chars', 'cue', 'near', 'speaker', 'newest', 'header'] as const;
export type BlockName = (typeof BLOCKS)[number];

const SHORTEST = 3;
const LONGEST = 5;
const grams = new Map<string, string[]>();
const REMEMBERED = 30_000;

/** Runs of three to five characters inside one word with its edges marked: they see through misspelling and scan noise. */
function characterRuns(token: string): string[] {
  let found = grams.get(token);
  if (found === undefined) {
    found = [];
    const text = ` ${token} `;
    for (let length = SHORTEST; length <= LONGEST; length += 1) {
      for (let at = 0; at + length <= text.length; at += 1) found.push(text.slice(at, at + length));
    }
    if (grams.size >= REMEMBERED) grams.clear();
    grams.set(token, found);
  }
  return found;
}

function count(map: Map<string, number>, name: string): void {
  map.set(name, (map.get(name) ?? 0) + 1);
}

/** Each word, or `<cue>` where the word belongs to one: "sold <off.drug>", "no <cleared>". */
export function classedWords(clause: ReadClause, cueName: (cue: number) => string): string[] {
  const words = [...clause.words];
  const taken = new Uint8Array(words.length);
  for (const hit of clause.cues) {
    for (let at = hit.from; at < hit.to; at += 1) {
      if (taken[at] === 0) words[at] = `<${cueName(hit.cue)}>`;
      taken[at] = 1;
    }
  }
  return words;
}

function addPairs(map: Map<string, number>, words: string[]): void {
  for (let at = 0; at < words.length; at += 1) {
    count(map, words[at] ?? '');
    if (at + 1 < words.length) count(map, `${words[at]} ${words[at + 1]}`);
  }
}

function addCues(map: Map<string, number>, clause: ReadClause, side: string, classed: string[]): void {
  const names = clause.cueNames;
  for (let first = 0; first < names.length; first += 1) {
    const name = names[first] ?? '';
    count(map, name);
    count(map, `${clause.kind === 'signature' ? 'signature' : side}:${name}`);
    if (clause.message === 0) count(map, `newest:${name}`);
    for (let second = first + 1; second < names.length; second += 1) count(map, `${name}+${names[second]}`);
  }
  for (let at = 0; at + 1 < classed.length; at += 1) {
    if (classed[at] !== classed[at + 1]) count(map, `${classed[at]} ${classed[at + 1]}`);
    if (at + 2 < classed.length) count(map, `${classed[at]} ${classed[at + 1]} ${classed[at + 2]}`);
  }
}

/** The features of an item, with 1 + ln(count) as weight. */
export function featuresOf(item: ReadItem, cueName: (cue: number) => string): Features {
  const features: Features = {
    word: new Map(),
    chars: new Map(),
    cue: new Map(),
    near: new Map(),
    speaker: new Map(),
    newest: new Map(),
    header: new Map(),
  };
  const { clauses } = item;
  for (let at = 0; at < clauses.length; at += 1) {
    const clause = clauses[at];
    if (clause === undefined) continue;
    const side = clause.kind === 'subject' ? 'subject' : (item.speakers[clause.message]?.side ?? 'unknown');
    addPairs(features.word, clause.words);
    for (const token of clause.tokens) {
      for (const run of characterRuns(token.text)) count(features.chars, run);
    }
    if (clause.kind !== 'signature') {
      for (const word of clause.words) count(features.speaker, `${side}:${word}`);
      if (clause.message === 0) addPairs(features.newest, clause.words);
    }
    if (clause.authority || clauses[at - 1]?.authority || clauses[at + 1]?.authority) {
      addPairs(features.near, clause.words);
    }
    addCues(features.cue, clause, side, classedWords(clause, cueName));
  }
  for (const block of BLOCKS) {
    const map = features[block];
    for (const [name, times] of map) if (times > 1) map.set(name, 1 + Math.log(times));
  }
  for (const name of headerFeatures(item)) features.header.set(name, 1);
  return features;
}

/** Who writes to whom, and what kind of record it is. */
function headerFeatures(item: ReadItem): string[] {
  const names = new Set<string>([`kind=${item.input.kind}`]);
  const writer = item.speakers[0];
  const side = writer?.side ?? 'unknown';
  names.add(`from=${side}`);
  if (writer?.component != null) names.add(`from-component=${writer.component}`);
  if (writer?.role != null) names.add(`from-role=${writer.role}`);
  const sides = new Set<string>([side]);
  for (const recipient of item.recipients) {
    sides.add(recipient.side);
    names.add(`to=${recipient.side}`);
    names.add(`${side}>${recipient.side}`);
    if (recipient.component !== null) names.add(`to-component=${recipient.component}`);
  }
  for (const speaker of item.speakers.slice(1)) {
    sides.add(speaker.side);
    names.add(`quotes=${speaker.side}`);
    if (speaker.component !== null) names.add(`quotes-component=${speaker.component}`);
  }
  names.add(`both-sides=${sides.has('immigration') && sides.has('police')}`);
  names.add(`authority-writes-or-reads=${sides.has('immigration')}`);
  names.add(`messages=${Math.min(4, item.speakers.length)}`);
  names.add(`authority-named=${item.clauses.some((clause) => clause.authority)}`);
  return [...names];
}
