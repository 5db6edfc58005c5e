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

/**
 * A function that reads the marks of a text. Those of `texts`, which a case holds as long as its mask, are read once and
 * remembered, since they are asked for several times; what is put together only to be masked is not.
 */
export function marksReader(knowledge: MaskKnowledge, texts: readonly string[]): MarksOf {
  const known = new Map<string, Marks | null>(texts.map((text) => [text, null]));
  return (text) => {
    const before = known.get(text);
    if (before !== undefined && before !== null) return before;
    const marks = { patterns: findPatterns(text, knowledge), addresses: findAddresses(text, knowledge) };
    if (before === null) known.set(text, marks);
    return marks;
  };
}
