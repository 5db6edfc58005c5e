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
/** Beside a stroke these are authorities too; beside a hyphen or in "BP&P" they may be something else. */
const BESIDE_STROKES = new Set([...NAMES, 'lesc', 'bp']);

// Words keep inner hyphens, dots, slashes, ampersands and apostrophes, so that "I-247", "8 U.S.C.", "w/o", "D&D" and
// "didn't" stay whole; a run of black boxes is one token.
const WHAT = '(?:name|address|text|attachment|body|page \\d{1,3}) ';
const TAIL = String.raw`(?:lines?|pages?|pp?\.?|in full|in part|per|under|\d[\w.-]{0,15}|(?:\([^()\n]{1,6}\)){1,4})`;
// Square brackets hold what the agency wrote, whatever it is but for a name of an authority; round ones the writer's words as well.
const SQUARE = String.raw`\[(?:${WHAT})?(?:redacted|withheld)(?![^\]\n]{0,60}\b(?:ice|ero|hsi|cbp|dhs|ins)\b)(?:[^\]\n(]|\([^()\n]{1,6}\)){0,40}\]`;
const ROUND = String.raw`\((?:${WHAT})?(?:redacted|withheld)(?:[\s:;,–-]{1,3}${TAIL}){0,6}\)`;
const EXEMPTION = String.raw`\(b\)\s?\(\d\)(?:\s?\([a-f]\))?`;
const FEDERAL = String.raw`${EXEMPTION}(?:[,;]?\s?${EXEMPTION})*`;
const ILLINOIS = String.raw`(?<![\w.$#-])(?:140/)?7\(1\)\s?\([a-z]{1,2}\)(?:\s?\([ivx]{1,4}\))?`;
const MARK = `${SQUARE}|${ROUND}|${FEDERAL}|${ILLINOIS}|[█■▇]+`;
const WORD = String.raw`(?:\.(?=\p{N}))?[\p{L}\p{N}]+(?:['’&./-][\p{L}\p{N}]+)*(?:\([a-z]\))?#?|[?!]+`;
const PLAIN = new RegExp(`${MARK}|${WORD}`, 'yiu');
const WITH_SPELLED = new RegExp(`${MARK}|(?<![\\p{L}\\p{N}])(?:${SPELLED})(?![\\p{L}\\p{N}])|${WORD}`, 'yiu');
/** Two single letters behind one another: initials may be spelled out. */
const INITIALS = /(?<![\p{L}\p{N}])[a-z][ .] ?[a-z](?![\p{L}\p{N}])/iu;
/** What must be looked at twice: joined words, and letters that recognition may have misread. */
const DOUBTFUL = /[/& .01'’-]|[A-Z5]l|l[A-Z5]|^lm/;

/** Words, numbers, redaction marks and question marks of `text`, in order. */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  const spelled = INITIALS.test(text);
  const expression = spelled ? WITH_SPELLED : PLAIN;
  let at = 0;
  while (at < text.length) {
    const end = spelled ? at : plainWordEnd(text, at);
    if (end > at) {
      const word = text.slice(at, end);
      if (isPlainLower(text, at, end)) tokens.push({ text: word, start: at, end });
      else pushToken(tokens, word, at, text);
      at = end;
      continue;
    }
    if (isPlainGap(text.charCodeAt(at))) {
      at += 1;
      continue;
    }
    expression.lastIndex = at;
    const found = expression.exec(text)?.[0];
    if (found === undefined) {
      at += text.codePointAt(at)! > 0xffff ? 2 : 1;
      continue;
    }
    pushToken(tokens, found, at, text);
    at += found.length;
  }
  return tokens;
}

function pushToken(tokens: Token[], found: string, start: number, whole: string): void {
  if (found.length < 2 || !DOUBTFUL.test(found) || isRedaction(found)) {
    tokens.push({ text: straight(found.toLowerCase()), start, end: start + found.length });
    return;
  }
  const pieces = isInAddress(whole, start, start + found.length) ? cutPieces(found, true) : piecesOf(found);
  for (const { text, start: from, end } of pieces)
    tokens.push({ text, start: start + from, end: start + end });
}

/** True for what stands beside the @ of an address, where full stops end no sentence: "Raymond.Teague@ice.dhs.gov". */
const isInAddress = (text: string, start: number, end: number): boolean =>
  text[end] === '@' || text[start - 1] === '@';

/** Doubtful words and their pieces: the same few thousand come again and again. Emptied where it is full. */
const KNOWN = new Map<string, readonly Token[]>();
const REMEMBERED = 20_000;
const LONGEST = 40;

/** The words that a doubtful one is made of, with their places in it. */
function piecesOf(found: string): readonly Token[] {
  if (found.length > LONGEST) return cutPieces(found, false);
  let pieces = KNOWN.get(found);
  if (pieces === undefined) {
    // A copy: a piece of a text would hold on to all of it.
    const word = Buffer.from(found, 'utf16le').toString('utf16le');
    pieces = cutPieces(word, false);
    if (KNOWN.size >= REMEMBERED) KNOWN.clear();
    KNOWN.set(word, pieces);
  }
  return pieces;
}

function cutPieces(found: string, inAddress: boolean): Token[] {
  const pieces: Token[] = [];
  let from = 0;
  for (const piece of inAddress ? cutJoined(found) : cutSentences(found).flatMap(cutJoined)) {
    const at = found.indexOf(piece, from);
    from = at + piece.length;
    pieces.push({ text: normalise(piece), start: at, end: from });
  }
  return pieces;
}

/** What a character of ASCII is to the expressions: part of a word, what may join words or begin a mark, or neither. */
const GAP = 0;
const LETTER = 1;
const JOINS = 2;
const FULL_STOP = 46;
const QUESTION = 63;
const KINDS = Uint8Array.from({ length: 128 }, (_, code) => {
  const character = String.fromCharCode(code);
  if (/[a-z\d]/i.test(character)) return LETTER;
  return "'&./-(#[?!".includes(character) ? JOINS : GAP;
});

const isPlainGap = (code: number): boolean => code < 128 && KINDS[code] === GAP;

/**
 * End of the word that begins at `at`, where letters and digits of ASCII alone make it and what follows cannot belong to it;
 * `at` where the expressions have to look. Most words are such, and are found at a tenth of the cost.
 */
function plainWordEnd(text: string, at: number): number {
  let end = at;
  let code = text.charCodeAt(end);
  while (code < 128 && KINDS[code] === LETTER) {
    end += 1;
    code = text.charCodeAt(end);
  }
  if (end === at || end === text.length || isPlainGap(code)) return end;
  // A full stop, a question mark: they join only what has a letter behind them.
  const next = text.charCodeAt(end + 1);
  const ends = (code === FULL_STOP && (end + 1 === text.length || isPlainGap(next))) || code === QUESTION;
  return ends ? end : at;
}

const SMALL_A = 97;
const SMALL_L = 108;
const SMALL_Z = 122;

/** True where small letters of ASCII make the whole word and none is doubtful: it counts as it stands. */
function isPlainLower(text: string, start: number, end: number): boolean {
  if (text.charCodeAt(start) === SMALL_L && text[start + 1] === 'm') return false;
  for (let at = start; at < end; at += 1) {
    const code = text.charCodeAt(at);
    if (code < SMALL_A || code > SMALL_Z) return false;
  }
  return true;
}

/** Apostrophes made straight. */
function straight(word: string): string {
  return word.includes('’') ? word.replaceAll('’', "'") : word;
}

/** Initials spelled out are joined, letters read as digits put back. */
function normalise(piece: string): string {
  const mended = straight(mendScan(piece).toLowerCase());
  const joined = mended.includes('.') || mended.includes(' ') ? mended.replace(/[ .]/g, '') : mended;
  return JOINED.has(joined) ? joined : dropPossessive(mended);
}

const CONTRACTED =
  /^(?:he|she|it|that|this|there|here|what|who|let|where|how|when|one|everybody|nobody|somebody)'s$/;

/** "CBP's" as "cbp"; "he's" stays, its 's being a verb. */
export function dropPossessive(word: string): string {
  return word.endsWith("'s") && !CONTRACTED.test(word) ? word.slice(0, -2) : word;
}

/** Addresses of pages and names of files: no full stop or stroke in them parts words. */
const PAGE_OR_FILE =
  /^www\.|\.(?:gov|com|org|net|mil|edu|example|pdf|docx?|xlsx?|pptx?|csv|txt|msg|zip|exe|jpe?g|png|html?)(?:\/|$)/i;
const IN_CAPITALS = [...BESIDE_STROKES].map((name) => name.toUpperCase()).join('|');
/** What a writer who has dropped the space goes on with; "ice.dhs" and "ice.example" are addresses. */
const GOES_ON = '(?:they|he|she|we|it|no|the|will|said|says|wants|has|had|is|was|called|came)';
/**
 * A full stop behind which the space was left out: "no id.Called", "him.ICE", "ICE.They", "ICE.HE". Two letters stand on both
 * sides, so that "U.S.C." and "D.O.B" stay whole; capitals alone are told from those of a teletype's address by the authority.
 */
const SENTENCE_END = new RegExp(
  String.raw`(?<=\p{L}\p{L})\.(?=\p{Lu}\p{Ll})|(?<=\p{L}\p{Ll})\.(?=\p{Lu}\p{Lu})|` +
    String.raw`(?<=(?<![\p{L}\p{N}])(?:${IN_CAPITALS}))\.(?=\p{Lu}\p{L})|(?<=(?<![\p{L}\p{N}])(?:${IN_CAPITALS.toLowerCase()}))\.(?=${GOES_ON}(?![\p{L}\p{N}.]))|` +
    String.raw`(?<=\p{Ll}|\p{L}{3}|(?<![\p{L}\p{N}])\d{1,4})\.(?=(?:${IN_CAPITALS})(?![\p{L}\p{N}]))`,
  'u',
);

/** Sentences that no space parts. */
function cutSentences(found: string): string[] {
  if (!found.includes('.', 1) || PAGE_OR_FILE.test(found)) return [found];
  return found.split(SENTENCE_END);
}

/** "w/Border", "f/DUI", "c/I-247": a word for with or for before another one; "w/out" and "w/drawn" are one word. */
const LEADS =
  /^[wfc](?=\/(?:\p{L}['’.-]?\p{L}['’.-]?\p{L}|i-?\d{3}|287))(?!\/(?:out|outs|drawn|drew|draw|drawal|held)(?!\p{L}))/iu;
const STROKE = /[/&]/;
/** More letters than any short name has, with dots and a possessive. */
const LONGEST_NAME = 14;

const VITALS = /^bp\/(?:p|s?p?o2|hr|pulse|resp)\b/i;
/** True where an authority's short name stands alone in `[start, end)`, between strokes or ampersands; "BP/P" is of a pulse. */
function isShortName(found: string, start: number, end: number): boolean {
  if (end - start > LONGEST_NAME || VITALS.test(found.slice(start, end + 6))) return false;
  const names = found[start - 1] === '&' || found[end] === '&' ? NAMES : BESIDE_STROKES;
  return names.has(normalise(found.slice(start, end)));
}

/**
 * Words joined by strokes, and an authority joined to another word by a stroke, an ampersand or a hyphen, are words of their
 * own: "HSI/DEA", "W/ICE", "10-15/ICE", "ERO&HSI", "ICE-ERO"; "w/o", "H/M", "A&B" and "I-247" stay whole.
 */
function cutJoined(found: string): string[] {
  if (!STROKE.test(found)) return cutHyphens(found);
  if (PAGE_OR_FILE.test(found)) return cutStrokes(found).flatMap(cutHyphens);
  const words: string[] = [];
  let from = 0;
  let at = 0;
  const pushBefore = (end: number): void => {
    if (end > from) words.push(...cutStrokes(found.slice(from, end)));
  };
  for (const piece of found.split(STROKE)) {
    const end = at + piece.length;
    if (isShortName(found, at, end)) {
      pushBefore(at - 1);
      words.push(piece);
      from = end + 1;
    }
    at = end + 1;
  }
  pushBefore(found.length);
  return words.flatMap(cutHyphens);
}

/** Cuts what names no authority at its strokes, if words stand between them. */
function cutStrokes(found: string): string[] {
  const [leading] = LEADS.exec(found) ?? [];
  if (leading !== undefined) return [leading, ...cutStrokes(found.slice(leading.length + 1))];
  const parts = found.split('/');
  return parts.length > 1 && /\p{L}/u.test(found) && parts.every((part) => WORD_LIKE.test(part))
    ? parts
    : [found];
}

const WORD_LIKE = /^(?:[\p{L}1]\p{L}|i-?\d{3}|\d{3}\p{L}?$)/iu;

function cutHyphens(found: string): string[] {
  if (!found.includes('-')) return [found];
  const words = found.split('-');
  return words.some((word) => NAMES.has(mendScan(word).toLowerCase())) ? words : [found];
}

const REDACTION = new RegExp(`^(?:${MARK})$`, 'iu');

/** True for a mark that hides words: a black box, `[REDACTED]`, `(b)(7)(C)` (5 U.S.C. 552), `7(1)(b)` (5 ILCS 140). */
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
