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

/** A function that reads the marks of a text once and remembers them: a case asks for those of each several times. */
export function marksReader(knowledge: MaskKnowledge): MarksOf {
  const known = new Map<string, Marks>();
  return (text) => {
    let marks = known.get(text);
    if (marks === undefined) {
      marks = { patterns: findPatterns(text, knowledge), addresses: findAddresses(text, knowledge) };
      known.set(text, marks);
    }
    return marks;
  };
}
