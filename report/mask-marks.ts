import { findAddresses } from './mask-addresses.ts';
import type { MaskKnowledge } from './mask-knowledge.ts';
import { type Found, findPatterns } from './mask-patterns.ts';

/** What of a text is to be masked by its form, whatever the case. */
export interface Marks {
  patterns: readonly Found[];
  addresses: readonly Found[];
}

/** Says what marks stand in a text. */
export type MarksOf = (text: string) => Marks;

function marksIn(text: string, knowledge: MaskKnowledge): Marks {
  return { patterns: findPatterns(text, knowledge), addresses: findAddresses(text, knowledge) };
}

/** The marks of each of `texts`. They hold nothing that could not go to another thread. */
export function readMarks(texts: readonly string[], knowledge: MaskKnowledge): Marks[] {
  return texts.map((text) => marksIn(text, knowledge));
}

/**
 * A function that reads the marks of a text. Those of `texts`, which a case holds as long as its mask, are read once and
 * remembered, since they are asked for several times; what is put together only to be masked is not. `before`: those of
 * `texts`, where they have been read.
 */
export function marksReader(
  knowledge: MaskKnowledge,
  texts: readonly string[],
  before: readonly Marks[] = [],
): MarksOf {
  const known = new Map<string, Marks | null>(texts.map((text, i) => [text, before[i] ?? null]));
  return (text) => {
    const found = known.get(text);
    if (found !== undefined && found !== null) return found;
    const marks = marksIn(text, knowledge);
    if (found === null) known.set(text, marks);
    return marks;
  };
}
