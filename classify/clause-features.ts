import { type BlockName, classedWords, type Features } from './features.ts';
import type { ReadItem } from './read-item.ts';

function empty(): Features {
  const blocks: Record<BlockName, Map<string, number>> = {
    word: new Map(),
    chars: new Map(),
    cue: new Map(),
    near: new Map(),
    speaker: new Map(),
    newest: new Map(),
    header: new Map(),
  };
  return blocks;
}

/**
 * Features of one clause, in the same blocks as an item's: its words and cues, who speaks, and what the clauses beside
 * it are about. They say whether people would quote the clause.
 */
export function clauseFeatures(item: ReadItem, at: number, cueName: (cue: number) => string): Features {
  const features = empty();
  const clause = item.clauses[at];
  if (clause === undefined) return features;
  const side = item.speakers[clause.message]?.side ?? 'unknown';
  const { words } = clause;
  for (const [index, word] of words.entries()) {
    features.word.set(word, 1);
    if (index + 1 < words.length) features.word.set(`${word} ${words[index + 1]}`, 1);
  }
  const classed = classedWords(clause, cueName);
  for (let index = 0; index + 1 < classed.length; index += 1) {
    if (classed[index] !== classed[index + 1]) features.cue.set(`${classed[index]} ${classed[index + 1]}`, 1);
  }
  for (const [first, name] of clause.cueNames.entries()) {
    features.cue.set(name, 1);
    features.speaker.set(`${side}:${name}`, 1);
    for (const other of clause.cueNames.slice(first + 1)) features.cue.set(`${name}+${other}`, 1);
  }
  for (const name of item.clauses[at - 1]?.cueNames ?? []) features.near.set(`before:${name}`, 1);
  for (const name of item.clauses[at + 1]?.cueNames ?? []) features.near.set(`after:${name}`, 1);
  const header = [
    `part=${clause.kind}`,
    `side=${side}`,
    `message=${Math.min(2, clause.message)}`,
    `kind=${item.input.kind}`,
    `length=${Math.min(5, Math.round(Math.log2(1 + words.length)))}`,
    `place=${at === 0 ? 'subject' : Math.min(3, Math.floor((4 * at) / item.clauses.length))}`,
    `clauses=${Math.min(4, Math.floor(Math.log2(1 + item.clauses.length)))}`,
    `authority=${clause.authority}`,
    `question=${clause.tokens.some((token) => token.text.includes('?'))}`,
  ];
  for (const name of header) features.header.set(name, 1);
  return features;
}
