import { allMatches } from './all-matches.ts';
import type { NameFind } from './mask-scan.ts';
import { tokenize } from './mask-tokens.ts';
import type { SenseOf } from './mask-words.ts';

const ALIAS =
  /(?:\ba\.?k\.?a\.?|\ba\/k\/a|\balias(?:es)?|\bgoes by|\banswers? to|\bknown as|\bmoniker|\bnick(?:named?)?|\bstreet name|\bcalls? (?:him|her)self)(?:\s(?:of|is|the name))*[\s:,]{1,3}["“'‘]?(\p{Lu}[\p{L}'’.-]*(?:\s\p{Lu}[\p{L}'’.-]*)?)/giu;
/** A part of every such word: most texts have none. */
const SOME_ALIAS = /a\.?k\.?a|a\/k\/a|alias|goes by|answers? to|known as|moniker|nick|street name|calls? h/i;
/** A lone word in quotation marks that is written like a name: `"Lily" gave a statement`. */
const QUOTED = /["“](\p{Lu}\p{Ll}[\p{L}'’-]*(?:\s\p{Lu}\.?)?)[,.]?["”]/gu;
const INITIALS = /(?<![\p{L}\p{N}.])(?:\p{Lu}\.\s?){1,2}\p{Lu}\.?(?![\p{L}\p{N}])/gu;

/** Letters with points that stand for words, without their points. */
const NO_INITIALS =
  /^(?:US|USA|USC|DC|NY|NJ|NC|ND|NM|NH|SC|SD|RI|WV|DO|SA|PO|PC|DA|RO|RP|OR|DOB|SO|PD|LE|ICE|NE|NW|SE|SW|ID|LLC|PS|PM|AM|MO|DL|SS|UN|FBI|TV|OK|PA|LA|BC|AD|CO|DS|QA|IT|HR|AG|CI|VP|MD|RN|PHD|JD|JP|EU|UK|PR|GA|VA|CA|IL|AKA|DUI|PT|RE|CC|NB|NA|TO|ET|VS|NO)$/;
/** Before such words even letters that stand for something else are a person's. */
const PERSON_BEFORE =
  /(?:victims?|vic|minors?|juv(?:enile)?|child|witness|mother of|father of|parents? of|respondent|matter of|initials)(?:\sis)?\s$/iu;

function find(start: number, text: string, words: string[], single: boolean): NameFind {
  return { start, end: start + text.length, words, family: 0, side: 'private', role: null, single };
}

/** Names that somebody goes by, and initials that stand for a victim or a child. */
export function findNicknames(text: string, senseOf: SenseOf): NameFind[] {
  const finds: NameFind[] = [];
  for (const match of SOME_ALIAS.test(text) ? allMatches(ALIAS, text) : []) {
    const name = match[1]!.replace(/[.,]+$/, '');
    const words = tokenize(name).map((token) => token.fold);
    if (words.every((word) => senseOf(word).barred)) continue;
    finds.push(find(match.index + match[0].lastIndexOf(match[1]!), name, words, words.length === 1));
  }
  for (const match of allMatches(QUOTED, text)) {
    const words = tokenize(match[1]!).map((token) => token.fold);
    const [first = ''] = words;
    const sense = senseOf(first);
    if (
      sense.barred ||
      (sense.place && !sense.name) ||
      (!sense.name && sense.common && words.length === 1 && !isMidSentence(text, match.index))
    ) {
      continue;
    }
    if (sense.everyday && !sense.name) continue;
    finds.push(find(match.index + 1, match[1]!, words, words.length === 1));
  }
  for (const match of allMatches(INITIALS, text)) {
    const letters = match[0].replace(/[^\p{L}]/gu, '');
    const before = text.slice(Math.max(0, match.index - 24), match.index);
    const known = NO_INITIALS.test(letters) && !PERSON_BEFORE.test(before);
    if (
      known ||
      !/\.\s?\p{Lu}\.$/u.test(match[0].trim()) ||
      /^\s*\p{Lu}\p{Ll}/u.test(text.slice(match.index + match[0].length))
    )
      continue;
    const words = tokenize(match[0]).map((token) => token.fold);
    finds.push(find(match.index, match[0].trim(), words, false));
  }
  return finds;
}

function isMidSentence(text: string, at: number): boolean {
  return /[\p{L},]\s$/u.test(text.slice(Math.max(0, at - 2), at));
}
