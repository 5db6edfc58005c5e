import { type Line, RULE } from './lines.ts';

/** What a notice says of how a record may be used. One of these also stands in ordinary mail ("this message is confidential, burn it"). */
const SIGNS =
  /\b(?:confidential(?! (?:source|informant|human))|privileged|intended (?:recipient|only|solely)|addressee|received .{0,40}(?:in|by) error|unauthorized|disclos|disseminat|distribut(?!\w* of (?!(?:this|these|the|any|it|such)\b))|prohibited|(?:notify|tell) the sender|public record|exempt|official use only|fouo|law enforcement sensitive|unclassified|need to know|may (?:contain|hold)|originat(?:or|ing)|(?:any|its) attachments?|outside (?:of )?(?:the|your|this) (?:addressee|agency|department|organization))/gi;
/** How a notice begins, be it under the lines of a signature. */
const OPENING =
  /^\W*(?:(?:the )?(?:information|contents?) (?:contained )?(?:in |of ))?this (?:electronic )?(?:e-?mail|mail|message|communication|transmission|document)\b/i;
const HEADED =
  /^\W*(?:confidentiality(?: not(?:ice|e))?\s*:|confidentiality notice|privileged (?:and|&) confidential|(?:warning|notice|disclaimer|caution|please note)\s*:)/i;
/** "Unauthorized use" alone is a crime, and public records are spoken of in mail about requests. */
const FORMULA =
  /\bunauthorized (?:review|use|disclosure)\b[^.]{0,80}\b(?:is|are) (?:strictly |expressly )?(?:prohibited|unlawful|forbidden)\b|\bto (?:and|or) from (?:this|the (?:city|county|village|town|state|university))\b[^.]{0,100}\b(?:is|are|may be)\b[^.]{0,80}\bpublic records?\b(?! (?:request|release))|\bthis (?:electronic )?(?:e-?mail|mail|message)\b[^.]{0,40}\bsubject to\b[^.]{0,60}\b(?:public records?|disclosure)\b/i;
/** Markings, which also stand over a whole record. */
const MARKING = /^\W*(?:unclassified\W+|u\W+)?(?:for official use only|fouo|law enforcement sensitive)\b/i;
/** What a notice is about: the message, or who gets it. */
const OF_MESSAGE =
  /\b(?:e-?mails?|fax|(?:this|the|these|all|any) (?:message|communication|document|transmission|information|contents?|materials?|attachments?)|addressee|recipients?|sender|originator|fouo|official use|law enforcement sensitive|public records? law)\b/i;

/** Lines `[first, last)`. */
export interface Paragraph {
  first: number;
  last: number;
}

function paragraphsOf(lines: readonly Line[]): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  let isOpen = false;
  for (const [at, { text }] of lines.entries()) {
    const isBreak = text.trim() === '' || RULE.test(text);
    if (!isBreak && (!isOpen || OPENING.test(text) || HEADED.test(text)))
      paragraphs.push({ first: at, last: at + 1 });
    else if (!isBreak) paragraphs.at(-1)!.last = at + 1;
    isOpen = !isBreak;
  }
  return paragraphs;
}

/**
 * Paragraphs that only say how the message may be used. Where nothing else follows, what follows belongs to them; words behind them
 * are the writer's again. The first paragraph is never one.
 */
export function findNotices(lines: readonly Line[]): Paragraph[] {
  let notices: Paragraph[] = [];
  let isTail = true;
  for (const { first, last } of paragraphsOf(lines).slice(1).reverse()) {
    const text = lines
      .slice(first, last)
      .map((line) => line.text)
      .join(' ');
    const signs = new Set(Array.from(text.matchAll(SIGNS), ([sign]) => sign.toLowerCase())).size;
    const found: boolean = isNotice(text, signs) || (isTail && isMarking(text, signs));
    if (found && isTail) notices = [{ first, last: lines.length }];
    else if (found) notices.unshift({ first, last });
    isTail &&= found || signs > 1;
  }
  return notices;
}

function isNotice(text: string, signs: number): boolean {
  const head = HEADED.exec(text);
  // What a heading announces has to follow, and of the message: "Confidentiality: no names are kept" is a rule of an office,
  // "Caution: out on bond for distribution" is about a person.
  const isHeaded = head !== null && text.slice(head[0].length).search(SIGNS) !== -1 && OF_MESSAGE.test(text);
  return FORMULA.test(text) || (signs > 1 && OPENING.test(text)) || isHeaded;
}

/** A marking alone, or one that goes on about handling; before other words it marks a paragraph of the record. */
function isMarking(text: string, signs: number): boolean {
  const found = MARKING.exec(text);
  return found !== null && (signs > 1 || !/\p{L}{3}/u.test(text.slice(found[0].length)));
}
