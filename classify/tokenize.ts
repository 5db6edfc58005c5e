import { mendScan } from './mend-scan.ts';

/** A word, number or mark of a text, with its place in it (UTF-16 units). */
export interface Token {
  /** As it stands, in lower case, apostrophes straight. */
  text: string;
  start: number;
  end: number;
}

/** Initials that speech recognition and telex spell out: "H S I", "e. r. o.". */
const SPELT = [
  'ice',
  'ero',
  'hsi',
  'cbp',
  'dhs',
  'ins',
  'dro',
  'lesc',
  'uscis',
  'opla',
  'fbi',
  'dea',
  'dui',
  'dwi',
  'ovi',
  'owi',
];
const JOINED = new Set(SPELT);
const SPELLED = SPELT.map((name) => [...name].join('[ .] ?')).join('|');
const NAMES = new Set(['ice', 'ero', 'hsi', 'cbp', 'dhs', 'ins', 'usbp', 'uscis', 'opla', 'dro']);

// Words keep inner hyphens, dots, slashes, ampersands and apostrophes, so that "I-247", "8 U.S.C.", "w/o", "D&D" and
// "didn't" stay whole; a run of black boxes is one token.
const MARK = String.raw`\[(?:redacted|withheld)[^\]]{0,20}\]|\(b\)\s?\(\d\)(?:,?\s?\(?b?\)?\(?\d?\w?\)?(?:\(\w\))*)?|[█■▇]+`;
const WORD = String.raw`\.?[\p{L}\p{N}]+(?:['’&./-][\p{L}\p{N}]+)*(?:\([a-z]\))?#?|[?!]+`;
const PLAIN = new RegExp(`${MARK}|${WORD}`, 'giu');
const WITH_SPELLED = new RegExp(`${MARK}|(?<![\\p{L}\\p{N}])(?:${SPELLED})(?![\\p{L}\\p{N}])|${WORD}`, 'giu');
/** Two single letters behind one another: initials may be spelled out. */
const INITIALS = /(?<![\p{L}\p{N}])[a-z][ .] ?[a-z](?![\p{L}\p{N}])/iu;
/** What must be looked at twice: joined words, and letters that recognition may have misread. */
const DOUBTFUL = /[/ .01'’-]|[A-Z5]l|l[A-Z5]|^lm/;

/** Words, numbers, redaction marks and question marks of `text`, in order. */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  const expression = INITIALS.test(text) ? WITH_SPELLED : PLAIN;
  expression.lastIndex = 0;
  for (let match = expression.exec(text); match !== null; match = expression.exec(text)) {
    const found = match[0];
    const start = match.index;
    if (found.length < 2 || !DOUBTFUL.test(found) || isRedaction(found)) {
      tokens.push({ text: straight(found.toLowerCase()), start, end: start + found.length });
      continue;
    }
    let from = 0;
    for (const piece of cutJoined(found)) {
      const at = found.indexOf(piece, from);
      from = at + piece.length;
      tokens.push({ text: normalise(piece), start: start + at, end: start + from });
    }
  }
  return tokens;
}

/** Apostrophes made straight. */
function straight(word: string): string {
  return word.includes('’') ? word.replaceAll('’', "'") : word;
}

/** Initials spelled out are joined, letters read as digits put back. */
function normalise(piece: string): string {
  const mended = straight(mendScan(piece).toLowerCase());
  const joined = mended.replace(/[ .]/g, '');
  return JOINED.has(joined) ? joined : dropPossessive(mended);
}

const CONTRACTED =
  /^(?:he|she|it|that|this|there|here|what|who|let|where|how|when|one|everybody|nobody|somebody)'s$/;

/** "CBP's" as "cbp"; "he's" stays, its 's being a verb. */
export function dropPossessive(word: string): string {
  return word.endsWith("'s") && !CONTRACTED.test(word) ? word.slice(0, -2) : word;
}

/**
 * Words joined by strokes, and an authority joined to another word by a hyphen, are words of their own: "HSI/DEA",
 * "ICE-ERO"; "w/o", "H/M" and "I-247" stay whole.
 */
function cutJoined(found: string): string[] {
  const parts = found.split('/');
  const cut =
    parts.length > 1 &&
    /\p{L}/u.test(found) &&
    parts.every((part) => /^(?:[\p{L}1]\p{L}|i-?\d{3}|\d{3}\p{L}?$)/iu.test(part))
      ? parts
      : [found];
  return cut.flatMap((part) => {
    const words = part.split('-');
    return words.length > 1 && words.some((word) => NAMES.has(mendScan(word).toLowerCase())) ? words : [part];
  });
}

const REDACTION = /^(?:\[redacted|\[withheld|\(b\)|[█■▇])/i;

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
