import type { Line } from './lines.ts';

const SIGNATURE_MARK = /^\s*(?:--|__+|~~+|\*{3,})\s*$/;
const SENT_FROM =
  /^\s*(?:sent (?:from|via|using) (?:my\b|an?\b|the )?\s*(?:my\b|mail\b|(?:i?phone|ipad|android|blackberry|samsung|galaxy|verizon|at&t|t-mobile|sprint|mobile|cell|outlook|yahoo|gmail|windows|nextel|treo|palm|handheld|wireless|htc|motorola|droid)\b)|get outlook\b)/i;
const PHONE = /(?:\(?\b\d{3}\)?[-. ]?)?\b\d{3}[-.]\d{4}\b|\bx\d{2,5}\b|@[\w.-]+\.\w+/i;
const TITLE =
  /\b(?:det|detective|sgt|sergeant|lt|lieutenant|capt|captain|chief|deputy|dep|officer|ofc|agent|supervisor|specialist|analyst|clerk|investigator|commander|director|coordinator|police|sheriff|homeland|immigration|customs|enforcement|removal|investigations|department|division|unit|bureau|office|esq|badge)\b/i;
/** An entry of a log, or a line that somebody else said. */
const ENTRY = /^\s*(?:>|\W*\d{1,2}:\d{2}\b|\W*\d{1,2}\/\d{1,2}\b|\W*\d{4}\s+(?!(?:NE|NW|SE|SW)\b)\p{Lu}{2})/u;
const LABEL = /^[^:@]{2,28}:\s*\S/;
const CONTACT_LABEL =
  /^\W*(?:(?:direct|line|dispatch|tip|switchboard|non-?emergency|voice|web|website|https?|desk|office|work|main|cell|mobile|home|duty|after hours|24 ?hrs?|toll free|e-?mail|mail|phone|telephone|tel|ph|fax|pager|badge|id|ext|o|c|p|f|m|t|w|e)\b[\s./#]*){1,3}:/i;
/** Words of a sentence; a title has none. */
const SENTENCE =
  /(?:^|[^\p{L}])(?:is|are|was|were|will|would|can|could|did|does|don't|has|have|had|need|needs|want|wants|called|please|pls|asked|told|says|said|released|picked|took|take|got|gets|who|what|when|he|she|him|her|they|we|you|i'll|i'm|we'll|notified|advised?|adv|enrt|enroute)(?![\p{L}])/iu;
const THANKS = /^\W*(?:thanks|thank you|thx|ty|regards|respectfully)\b/i;
/** Words up to which a line is no sentence. */
const FEW = 3;
/** Lines of a signature, and those behind a mark of one. */
const MOST = 9;
const MOST_MARKED = 10;

/** True for a line that no signature holds: an entry, a labelled line that is no phone, a sentence. */
function isText(text: string): boolean {
  if (ENTRY.test(text)) return true;
  if (LABEL.test(text) && !CONTACT_LABEL.test(text)) return true;
  return !THANKS.test(text) && SENTENCE.test(text) && text.trim().split(/\s+/).length > FEW;
}

/** True for lines behind a mark that are no text, but for one among several: a motto, a street, a page. */
function areSignature(lines: readonly Line[]): boolean {
  const behind = lines.filter(({ text }) => text.trim() !== '');
  const texts = behind.filter(({ text }) => isText(text));
  if (texts.length === 0) return true;
  return texts.length === 1 && behind.length > 2 && texts[0] !== behind[0] && !ENTRY.test(texts[0]!.text);
}

/** First line of the signature at the end of `lines`, or `lines.length` where there is none. */
export function findSignature(lines: readonly Line[]): number {
  const mark = lines.findIndex((line) => SIGNATURE_MARK.test(line.text) || SENT_FROM.test(line.text));
  const isMarked = mark > 0 && lines.length - mark <= MOST_MARKED;
  if (isMarked && areSignature(lines.slice(mark + 1))) return mark;
  let first = lines.length;
  let blanks = 0;
  for (let at = lines.length - 1; at > 0 && lines.length - at <= MOST; at -= 1) {
    const text = lines[at]?.text.trim() ?? '';
    if (text === '') {
      blanks += 1;
      if (blanks > 1) break;
      continue;
    }
    const telling = PHONE.test(text) || TITLE.test(text);
    const short = text.length <= 60 && !/[.!?]$/.test(text.replace(/\b(?:inc|jr|sr|dept|div|st)\.$/i, ''));
    const nameLike = text.length <= 32 && /^[\p{Lu}][\p{L}.'-]*(?:[\s,]+[\p{L}.'#\d/-]+){0,4}$/u.test(text);
    if (!(short && (telling || nameLike)) || isText(text)) break;
    first = at;
    blanks = 0;
  }
  return first;
}

/** "cc: ICE Chicago" under a signature: whom a paper goes to, not who wrote it. */
export function isCopyLine({ text }: Line): boolean {
  return /^\W*(?:b?cc|copy|copies|to|sent to|dist(?:ribution)?)\s*:/i.test(text);
}
