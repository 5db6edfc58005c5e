import { createHash } from 'node:crypto';
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

/** Texts up to this length, in UTF-16 units, are remembered as they are: none of them is a cut that holds on to a longer text. */
const SHORT = 12;

/** A name for a text that does not keep it in memory: a case has far more text than fits. */
function keyOf(text: string): string {
  return text.length <= SHORT ? text : createHash('sha256').update(text, 'utf16le').digest('base64');
}

/** A function that reads the marks of a text once and remembers them: a case asks for those of each several times. */
export function marksReader(knowledge: MaskKnowledge): MarksOf {
  const known = new Map<string, Marks>();
  return (text) => {
    const key = keyOf(text);
    let marks = known.get(key);
    if (marks === undefined) {
      marks = { patterns: findPatterns(text, knowledge), addresses: findAddresses(text, knowledge) };
      known.set(key, marks);
    }
    return marks;
  };
}
