/** A word, number or mark of a text, with its place in it (UTF-16 units). */
export interface Token {
  /** As it stands, in lower case, apostrophes straight. */
  text: string;
  start: number;
  end: number;
}

// Words keep inner hyphens, dots, slashes, ampersands and apostrophes, so that "I-247", "8 U.S.C.", "w/o", "D&D" and
// "didn't" stay whole; a run of black boxes is one token.
const TOKEN =
  /\[(?:redacted|withheld)[^\]]{0,20}\]|\(b\)\s?\(\d\)(?:,?\s?\(?b?\)?\(?\d?\w?\)?(?:\(\w\))*)?|[█■▇]+|\.?[\p{L}\p{N}]+(?:['’&./-][\p{L}\p{N}]+)*(?:\([a-z]\))?#?|[?!]+/giu;

/** Words, numbers, redaction marks and question marks of `text`, in order. */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  for (const match of text.matchAll(TOKEN)) {
    tokens.push({
      text: match[0].toLowerCase().replaceAll('’', "'"),
      start: match.index,
      end: match.index + match[0].length,
    });
  }
  return tokens;
}

const REDACTION = /^(?:\[redacted|\[withheld|\(b\)|[█■▇])/;

/** True for a mark that hides words: a black box, `[REDACTED]`, `(b)(7)(C)`. */
export function isRedaction(token: string): boolean {
  return REDACTION.test(token);
}

/**
 * The shape under which a token counts: numbers by length (`<n4>`), dates, times and money by kind, a redaction as
 * one, words as they are. Statute and form numbers are kept; they mean something (`1326`, `i-247`).
 */
export function shapeOf(token: string): string {
  if (isRedaction(token)) return '<redacted>';
  if (!/\d/.test(token)) return token;
  if (/^\d{1,2}[/-]\d{1,2}(?:[/-]\d{2,4})?$/.test(token)) return '<date>';
  if (/^\d{6,}$/.test(token)) return '<id>';
  if (/^\d+$/.test(token)) return `<n${token.length}>`;
  if (/^[\d./-]+$/.test(token)) return '<num>';
  if (/^a\d{7,9}$/.test(token) || /^a-?\d{2,3}-\d{3}-\d{3}$/.test(token)) return '<a-number>';
  if (/^(?:i|f|j|h|b|u|t|ms|l)-?\d{1,3}[a-z]?$/.test(token)) return token;
  return '<code>';
}
