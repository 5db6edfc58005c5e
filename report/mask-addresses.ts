import { allMatches } from './all-matches.ts';
import { anyCase } from './mask-forms.ts';
import type { MaskKnowledge } from './mask-knowledge.ts';
import type { Found } from './mask-patterns.ts';
import { foldName } from './mask-tokens.ts';

const DIRECTION = String.raw`(?:(?:N|S|E|W|NE|NW|SE|SW|North|South|East|West)\.?\s)?`;
const NUMBER = String.raw`(?<![\p{L}\p{N}/:.-])\d{1,6}(?:-\d{1,4}|[A-Z])?(?:\s?1/2)?[ \t]?`;
const WORD = String.raw`\p{Lu}[\p{L}'’.-]*`;
const STREET = String.raw`(?:\d{1,3}(?:st|nd|rd|th|ST|ND|RD|TH)|${WORD}(?:[ \t]${WORD}){0,2}?)`;
const UNIT = String.raw`(?:,?[ \t]?(?:(?:${anyCase('apt|apartment|unit|ste|suite|rm|room|lot|trlr|trailer|space|spc|sp|fl|bldg')})\b\.?[ \t]?#?[ \t]?|#[ \t]?)(?:\d[\p{L}\p{N}-]{0,5}|\p{L}(?:-?\d{1,4})?)(?![\p{L}\p{N}]))`;
const TOWN = String.raw`(?:,\s(?:${WORD}\s?){1,3},?\s(?:[A-Z]{2})(?:\s\d{5}(?:-\d{4})?)?)?`;
const HOUSING =
  '(?:Lodge|Motel|Hotel|Inn|Apartments?|Apts?|Commons|Court|Village|Estates|Suites|Mobile Home Park|Trailer Park|Trailer Court|Manor|Towers?|Terrace|House|Villas?|Homes|Park)';

const NAMED_HOUSE = new RegExp(HOUSING);

interface Expressions {
  whole: RegExp;
  small: RegExp;
  housing: RegExp;
  bare: RegExp;
  numbered: RegExp;
  box: RegExp;
}

const made = new WeakMap<MaskKnowledge, Expressions>();

function expressionsOf(knowledge: MaskKnowledge): Expressions {
  const known = made.get(knowledge);
  if (known !== undefined) return known;
  const words = [...knowledge.lists.street_types].sort((a, b) => b.length - a.length);
  const type = `(?:${words.map((word) => `${word[0]?.toUpperCase()}${word.slice(1)}|${word.toUpperCase()}`).join('|')})`;
  const expressions: Expressions = {
    whole: new RegExp(
      String.raw`${NUMBER}${DIRECTION}${STREET}\s${type}(?![\p{L}\p{N}])\.?(?:\s(?:N|S|E|W|NE|NW|SE|SW)\b)?${UNIT}?${TOWN}`,
      'gu',
    ),
    small: new RegExp(
      String.raw`(?<![\p{L}\p{N}/:.-])\d{2,6}\s(?:[nsew]\.?\s)?\p{L}+(?:\s\p{L}+)?\s(?:ave|blvd|rd|ln|pkwy|st|dr|ct|pl)(?![\p{L}\p{N}])${UNIT}?`,
      'giu',
    ),
    housing: new RegExp(
      String.raw`(?:${WORD}\s){0,3}${HOUSING}(?:,?\s(?:apt|apartment|unit|rm|room|lot|trlr|space|bldg|no)\.?\s?#?\s?[\p{L}\p{N}-]{1,6}|,?\s#\s?[\p{L}\p{N}-]{1,6}|\s\d{1,3}-\d{1,4})(?![\p{L}\p{N}])`,
      'gu',
    ),
    bare: new RegExp(
      String.raw`(?:lives?|living|resides?|residing|stays?|staying|address(?:\sis|\sof)?|addr|res|home)(?:\s(?:at|on|of|is|in|with))?[\s:]{1,3}(\d{2,6}\s${DIRECTION}${WORD}(?:\s${WORD})?${UNIT}?)`,
      'gu',
    ),
    // "905 W. Locust #3": a direction or a flat says what the missing "St" would.
    numbered: new RegExp(
      String.raw`${NUMBER}(?:(?:N|S|E|W|NE|NW|SE|SW)\.?\s${WORD}${UNIT}?|${WORD}(?:[ \t]${WORD})?${UNIT})(?![\p{L}\p{N}])`,
      'gu',
    ),
    box: /\bP\.?\s?O\.?\sBox\s\d+/giu,
  };
  made.set(knowledge, expressions);
  return expressions;
}

/** Street addresses with a house number, rooms and flats in named houses, post boxes. Streets and blocks alone stay. */
export function findAddresses(text: string, knowledge: MaskKnowledge): Found[] {
  const { whole, small, housing, bare, numbered, box } = expressionsOf(knowledge);
  const found: Found[] = [];
  // All but rooms of named houses have a number, and most texts have neither.
  const hasHouse = NAMED_HOUSE.test(text);
  if (!hasHouse && !/\d/.test(text)) return found;
  const isTime = (word: string) => knowledge.lists.calendar.has(foldName(word.replace(/\.$/, '')));
  for (const expression of [whole, small, housing, bare, numbered, box]) {
    if (expression === housing ? !hasHouse : expression === box && !/box/i.test(text)) continue;
    for (const match of allMatches(expression, text)) {
      const hit = match[1] ?? match[0];
      const words = hit.match(/\p{L}+/gu) ?? [];
      if (expression !== housing && words.some(isTime)) continue;
      // "2200 block of Alder St" tells a stretch of road, not a house.
      if (/\b(?:block|blk)\b/i.test(hit)) continue;
      const start = match.index + match[0].lastIndexOf(hit);
      const end = start + hit.trimEnd().replace(/\.$/, '').length;
      found.push({ start, end, kind: 'address', label: '[address]' });
    }
  }
  return found;
}

/** Words by which an address is spoken of later: "1410 Hatch", "Hatch St", "Hatch", "Unit 9". */
export interface ShortAddress {
  words: string;
  /** Only the name of the street: it counts where it is written like a name. */
  street: boolean;
}

export function shortenAddress(address: string, knowledge: MaskKnowledge): ShortAddress[] {
  const short: ShortAddress[] = [];
  const unit =
    /(?:(?:apt|apartment|unit|lot|room|rm|trlr|trailer|space)\.?\s?#?\s?[\p{L}\p{N}-]{1,6})$/iu.exec(
      address,
    )?.[0];
  if (unit !== undefined) short.push({ words: unit, street: false });
  const numbered = /\d{1,3}-\d{1,4}$/.exec(address)?.[0];
  if (numbered !== undefined) short.push({ words: numbered, street: false });
  const parts = /^(\d+)[\p{L}]?\s?((?:[NSEW]{1,2}|North|South|East|West)\.?\s)?(.+)$/iu.exec(address);
  if (parts === null) return short;
  const [, number = '', direction = '', rest = ''] = parts;
  const words = rest.match(/\p{L}[\p{L}'’.-]*|\d+(?:st|nd|rd|th)/giu) ?? [];
  const end = words.findIndex(
    (word, at) => at > 0 && knowledge.lists.street_types.has(foldName(word.replace(/\.$/, ''))),
  );
  const street = (end < 0 ? words.slice(0, 1) : words.slice(0, end)).join(' ');
  if (street === '') return short;
  const type = end < 0 ? '' : (words[end] ?? '');
  short.push({ words: `${number} ${direction}${street}`, street: false });
  if (direction !== '') short.push({ words: `${number} ${street}`, street: false });
  if (type !== '') short.push({ words: `${street} ${type}`, street: false });
  if (!/^\d/.test(street)) short.push({ words: street, street: true });
  return short;
}
