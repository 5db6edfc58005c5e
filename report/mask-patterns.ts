import { allMatches } from './all-matches.ts';
import type { MaskKind } from './mask.ts';
import { PATTERNS } from './mask-forms.ts';
import type { MaskKnowledge } from './mask-knowledge.ts';
import { foldName } from './mask-tokens.ts';
import { CAPITAL, DIGIT, letterClass } from './plain-words.ts';

/** A stretch of a text that is to be masked. `label` is what stands in its place. */
export interface Found {
  start: number;
  end: number;
  kind: MaskKind;
  label: string;
}

/** How many digits a text has, and the length of its longest row of capitals and digits. */
function figuresOf(text: string): { digits: number; code: number } {
  let [digits, code, row] = [0, 0, 0];
  for (let at = 0; at < text.length; at++) {
    const kind = letterClass(text.charCodeAt(at));
    row = kind === DIGIT || kind === CAPITAL ? row + 1 : 0;
    if (kind === DIGIT) digits += 1;
    if (row > code) code = row;
  }
  return { digits, code };
}

/** Identifiers that show by their form or by the word before them. Names are another matter. */
export function findPatterns(text: string, knowledge: MaskKnowledge): Found[] {
  const isWord = (word: string): boolean =>
    knowledge.words.has(word) ||
    knowledge.lists.police_words.has(word) ||
    knowledge.lists.never_names.has(word);
  const found: Found[] = [];
  // Most messages have few numbers: what needs more is not looked for in vain.
  const has = figuresOf(text);
  const [hasDigits, hasAt] = [has.digits > 0 || text.includes('█'), text.includes('@')];
  for (const { kind, label, expression, accept, plain, needs, digits = 0, code = 0 } of PATTERNS) {
    if (has.digits < digits || has.code < code) continue;
    if ((plain !== true && !hasDigits && !hasAt) || needs?.test(text) === false) continue;
    for (const match of allMatches(expression, text)) {
      const hit = match[1] ?? match[0];
      if (accept !== undefined && !accept(hit, match[0])) continue;
      // "MSG 0711", "ROOM 214": a word and a number.
      const lead = /^[A-Z]{2,3}(?=[ -]\d)/.exec(hit)?.[0];
      if (kind === 'plate' && match[1] === undefined && lead !== undefined && isWord(lead.toLowerCase()))
        continue;
      const start = match.index + match[0].lastIndexOf(hit);
      found.push({ start, end: start + hit.length, kind, label });
    }
  }
  return found;
}

/** Letters and digits only: "A 098 555 217" and "A098-555-217" are one identifier. */
export function bareIdentifier(text: string): string {
  return foldName(text).replace(/[^\p{L}\p{N}]/gu, '');
}
