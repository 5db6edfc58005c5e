import type { ReadClause, ReadItem } from './read-item.ts';
import type { BlockName, FeatureSink } from './vectors.ts';

/** Each word, or `<cue>` where the word belongs to one: "sold <off.drug>", "no <cleared>". */
export function classedWords(clause: ReadClause): string[] {
  const words = [...clause.words];
  const taken = new Uint8Array(words.length);
  for (const hit of clause.cues) {
    for (let at = hit.from; at < hit.to; at += 1) {
      if (taken[at] === 0) words[at] = `<${hit.name}>`;
      taken[at] = 1;
    }
  }
  return words;
}

/** Words and pairs of words, each made once and given to every block that wants them. */
function addPairs(sink: FeatureSink, blocks: readonly BlockName[], words: readonly string[]): void {
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at]!;
    sink.addToAll(blocks, word);
    if (at + 1 < words.length) sink.addToAll(blocks, `${word} ${words[at + 1]}`);
  }
}

function addCues(sink: FeatureSink, clause: ReadClause, side: string): void {
  const names = clause.cueNames;
  const who = clause.kind === 'signature' ? 'signature' : side;
  for (let first = 0; first < names.length; first += 1) {
    const name = names[first]!;
    sink.add('cue', name);
    sink.add('cue', `${who}:${name}`);
    if (clause.message === 0) sink.add('cue', `newest:${name}`);
    for (let second = first + 1; second < names.length; second += 1)
      sink.add('cue', `${name}+${names[second]}`);
  }
  const classed = classedWords(clause);
  const inCue = classed.map((word) => word.startsWith('<'));
  for (let at = 0; at + 1 < classed.length; at += 1) {
    // Runs of plain words are counted as words already.
    const third = at + 2 < classed.length && (inCue[at] || inCue[at + 1] || inCue[at + 2]);
    if (!third && !inCue[at] && !inCue[at + 1]) continue;
    const pair = `${classed[at]} ${classed[at + 1]}`;
    if (classed[at] !== classed[at + 1] && (inCue[at] || inCue[at + 1])) sink.add('cue', pair);
    if (third) sink.add('cue', `${pair} ${classed[at + 2]}`);
  }
}

/** Gives the features of an item to `sink`. */
export function addItemFeatures(item: ReadItem, sink: FeatureSink): void {
  const { clauses } = item;
  for (let at = 0; at < clauses.length; at += 1) {
    const clause = clauses[at]!;
    const side = clause.kind === 'subject' ? 'subject' : (item.speakers[clause.message]?.side ?? 'unknown');
    const blocks: BlockName[] = ['word'];
    if (clause.kind !== 'signature' && clause.message === 0) blocks.push('newest');
    if (clause.authority || clauses[at - 1]?.authority || clauses[at + 1]?.authority) blocks.push('near');
    addPairs(sink, blocks, clause.words);
    for (const token of clause.tokens) sink.addRuns(token.text);
    if (clause.kind !== 'signature') {
      for (const word of clause.words) sink.add('speaker', `${side}:${word}`);
    }
    addCues(sink, clause, side);
  }
  for (const name of headerFeatures(item)) sink.add('header', name);
}

/** Who writes to whom, and what kind of record it is. */
function headerFeatures(item: ReadItem): Set<string> {
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
  return names;
}
