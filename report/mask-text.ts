import type { Mask, MaskedText, MaskSpan } from './mask.ts';
import { joinHeaderNames } from './mask-headers.ts';
import { findPhrase, type Phrase } from './mask-phrases.ts';
import { isShouted, startsSentence, type Token, tokenize } from './mask-tokens.ts';
import { paragraphsOf, type Stretch } from './paragraphs.ts';
import { letterClass, NO_WORD, SMALL } from './plain-words.ts';

/** A stretch found, before overlaps are settled. */
interface Hit {
  start: number;
  end: number;
  kind: MaskSpan['kind'];
  label: string;
  person: number | null;
}

function isMeant(phrase: Phrase, text: string, token: Token): boolean {
  if (phrase.when === 'any') return true;
  if (!token.capital) return false;
  if (phrase.when === 'capital') return true;
  return !startsSentence(text, token.start) && !isShouted(text, token.start);
}

function phraseHits(text: string, mask: Mask): { hits: Hit[]; shown: { start: number; end: number }[] } {
  const hits: Hit[] = [];
  const shown: { start: number; end: number }[] = [];
  /** Takes the phrase that begins at the `at`-th token. Returns its last token, null where none does. */
  const take = (tokens: readonly Token[], at: number): Token | null => {
    const token = tokens[at]!;
    const phrase = findPhrase(mask.phrases, text, tokens, at, (one) => isMeant(one, text, token));
    if (phrase === undefined) return null;
    const last = tokens[at + phrase.words.length - 1]!;
    // "J.P.": the point belongs to the letter.
    const end = last.end + (last.text.length === 1 && !last.digits && text[last.end] === '.' ? 1 : 0);
    const { kind, label, person } = phrase;
    if (phrase.shown) shown.push({ start: token.start, end });
    else hits.push({ start: token.start, end, kind, label, person });
    return last;
  };
  let done = 0;
  const openings = mask.openings.in(text);
  if (openings !== null) {
    for (const tokens of openings) if (tokens[0]!.start >= done) done = take(tokens, 0)?.end ?? done;
    return { hits, shown };
  }
  const tokens = tokenize(text);
  for (let at = 0; at < tokens.length; at++) {
    if (tokens[at]!.start >= done) done = take(tokens, at)?.end ?? done;
  }
  return { hits, shown };
}

function patternHits(text: string, mask: Mask): Hit[] {
  const { patterns, addresses } = mask.marksOf(text);
  if (patterns.length === 0 && addresses.length === 0) return [];
  const found = [...patterns, ...addresses];
  return found.flatMap((hit): Hit[] => {
    if (hit.kind !== 'e-mail') return [{ ...hit, person: null }];
    const address = text.slice(hit.start, hit.end).replace(/\s/g, '').toLowerCase();
    const person = mask.addresses.get(address);
    if (person === null) return [];
    if (person === undefined) return [{ ...hit, person: null }];
    const { kind, full_label } = mask.persons[person]!;
    return [{ ...hit, kind: kind === 'public' ? 'public' : 'person', label: full_label, person }];
  });
}

/** Nothing that any of them covers may show again: of two that overlap the first takes what is left of the second. Changes them. */
function settle(hits: Hit[]): Hit[] {
  const sorted = hits.sort((a, b) => a.start - b.start || b.end - a.end);
  const settled: Hit[] = [];
  for (const hit of sorted) {
    const last = settled.at(-1);
    if (last === undefined || hit.start >= last.end) settled.push(hit);
    else if (hit.end > last.end) last.end = hit.end;
  }
  return settled;
}

/** Between a person's name and the same person's address. */
const JOINT = /^[ \t]?[<(["'“]{0,2}(?:mailto:)?$|^[ \t]?[,;:]?[ \t]?$/i;

/** "Loftus, Tina <tloftus@…>" is one person, said once. */
function joinPersons(hits: readonly Hit[], text: string, mask: Mask): Hit[] {
  const joined: Hit[] = [];
  for (const hit of hits) {
    const last = joined.at(-1);
    const gap = last === undefined ? '' : text.slice(last.end, hit.start);
    if (last === undefined || hit.person === null || last.person !== hit.person || !JOINT.test(gap)) {
      joined.push(hit);
      continue;
    }
    last.end = hit.end;
    last.label = mask.persons[hit.person]!.full_label;
    if (/[<(["'“]/.test(gap)) last.end += /^[>)\]"'”]{1,2}/.exec(text.slice(hit.end))?.[0].length ?? 0;
  }
  return joined;
}

/** No title with what stands behind it is longer, in UTF-16 units. */
const LONGEST_TITLE = 64;

/** True where a word in small letters stands right before `at`: it is no title. */
function isBehindSmallWord(text: string, at: number): boolean {
  let begin = at - 1;
  while (letterClass(text.charCodeAt(begin - 1)) === SMALL) begin -= 1;
  return begin < at - 1 && letterClass(text.charCodeAt(begin - 1)) === NO_WORD && text[begin - 1] !== '/';
}

/** "Mr. ", "Det. Sgt. " before a name say what the label says, or what it is to hide. */
function takeTitles(hit: Hit, text: string, floor: number, { knowledge }: Mask): Hit {
  if (hit.kind !== 'person' && hit.kind !== 'public') return hit;
  const { honorifics, titles, civil_titles } = knowledge.lists;
  let { start } = hit;
  for (let taken = 0; taken < 3 && start > floor && /[ \t]/.test(text[start - 1]!); taken++) {
    if (isBehindSmallWord(text, start)) break;
    const before = /(?<![\p{L}\p{N}])(\p{L}[\p{L}/]*)\.?[ \t]{1,2}$/u.exec(
      text.slice(Math.max(floor, start - LONGEST_TITLE), start),
    );
    const word = before?.[1];
    if (before === null || word === undefined || !/^\p{Lu}/u.test(word)) break;
    const fold = word.toLowerCase();
    const isTitle =
      honorifics.has(fold) ||
      (hit.kind === 'public' && (titles.has(fold) || civil_titles.has(fold) || fold.length === 1));
    if (!isTitle) break;
    start -= before[0].length;
  }
  return start === hit.start ? hit : { ...hit, start };
}

const AGE =
  /^(,\s?|\s?\(|\s)(?:(?:age[d]?:?|abt|about|approx\.?)\s)?(\d{1,2})(\s?(?:y\/?o|yoa|yrs?(?:\.?\sold)?|years?\sold|años))?(?=[),.;\s]|$)/iu;

/** "Tamez, 36," and "Keita (age 19)": an age beside a name narrows down who it is. */
function agesBehind(hits: readonly Hit[], text: string): Hit[] {
  return hits.flatMap((hit): Hit[] => {
    if (hit.kind !== 'person') return [];
    const rest = text.slice(hit.end, hit.end + 24);
    const found = AGE.exec(rest);
    if (found === null) return [];
    const [whole, lead = '', years = '', unit] = found;
    const behind = rest.slice(whole.length, whole.length + 1);
    const sure = unit !== undefined || /age/i.test(whole) || (lead.trim() !== '' && /[,.;)]/.test(behind));
    if (!sure) return [];
    const start = hit.end + whole.lastIndexOf(years);
    return [{ start, end: hit.end + whole.length, kind: 'age', label: '[age]', person: null }];
  });
}

/** Masks one paragraph of a text. */
function maskParagraph(text: string, mask: Mask): MaskedText {
  const { hits, shown } = phraseHits(text, mask);
  const isShown = (hit: Hit) => shown.some(({ start, end }) => hit.start < end && hit.end > start);
  const patterns = patternHits(text, mask);
  if (hits.length === 0 && patterns.length === 0) return { text, spans: [] };
  const settled = settle([...hits, ...patterns.filter((hit) => !isShown(hit))]);
  const persons = joinPersons(joinHeaderNames(settled, text, mask), text, mask);
  const titled = persons.map((hit, i) => takeTitles(hit, text, persons[i - 1]?.end ?? 0, mask));
  const all = settle([...titled, ...agesBehind(titled, text)]);
  const spans: MaskSpan[] = [];
  let masked = '';
  let done = 0;
  for (const { start, end, kind, label } of all) {
    masked += text.slice(done, start);
    spans.push({ start, end, from: masked.length, to: masked.length + label.length, kind, label });
    masked += label;
    done = end;
  }
  return { text: masked + text.slice(done), spans };
}

/** Puts the masked paragraphs of a text together, with what stands between them. */
function joinParagraphs(
  text: string,
  paragraphs: readonly Stretch[],
  maskPart: (part: string) => MaskedText,
): MaskedText {
  const whole: MaskedText = { text: '', spans: [] };
  let done = 0;
  for (const { start, end } of paragraphs) {
    whole.text += text.slice(done, start);
    const shift = whole.text.length;
    const part = maskPart(text.slice(start, end));
    for (const span of part.spans) {
      const [from, to] = [span.from + shift, span.to + shift];
      whole.spans.push({ ...span, start: span.start + start, end: span.end + start, from, to });
    }
    whole.text += part.text;
    done = end;
  }
  whole.text += text.slice(done);
  return whole;
}

/**
 * Masks one text. The same words give the same labels wherever they stand; `spans` say what became of which stretch, so
 * that quotes and highlights can be carried over with `mapOffset`. `known` remembers texts and their paragraphs, masked.
 */
export function maskText(text: string, mask: Mask, known: Map<string, MaskedText> = new Map()): MaskedText {
  if (text === '') return { text, spans: [] };
  let masked = known.get(text);
  if (masked === undefined) {
    const paragraphs = paragraphsOf(text);
    masked =
      paragraphs.length === 1
        ? maskParagraph(text, mask)
        : joinParagraphs(text, paragraphs, (part) => maskText(part, mask, known));
    known.set(text, masked);
  }
  return masked;
}

/**
 * Where an offset of the original stands in the masked text. An offset inside a masked stretch goes to its beginning, or
 * with `edge` `end` to its end, so that a quote that cuts a name takes the whole label.
 */
export function mapOffset(
  offset: number,
  spans: readonly MaskSpan[],
  edge: 'start' | 'end' = 'start',
): number {
  let shift = 0;
  for (const span of spans) {
    if (offset <= span.start) break;
    if (offset < span.end) return edge === 'start' ? span.from : span.to;
    shift = span.to - span.end;
  }
  return offset + shift;
}
