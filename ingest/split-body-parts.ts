import type { BodyPart } from './item.ts';
import phrases from './quote-phrases.json' with { type: 'json' };
import { foldText } from './quoted-attribution.ts';
import type { Line } from './segment-lines.ts';

/** A signature is a short block: longer ones hold text that must be read as the writer's. */
const LONGEST_SIGNATURE = 12;
const LONGEST_LINE = 75;
const TITLES = new RegExp(
  String.raw`(?:^|[\s,|/(-])(?:${phrases.title_words.map((word) => word.replace(/[.]/g, '\\.')).join('|')})(?=$|[\s,.:|/#)&-])`,
);
const PHONE = /\(?\d{3}\)?[\s./-]{0,2}\d{3}[\s./-]?\d{4}|\b(?:ext|x)\.? ?\d{2,5}\b|\+\d{1,3}[\s\d()-]{7,}/i;
const CONTACT = /@[\w-]+\.|www\.|https?:\/\//i;

/** No closing phrase is longer, in characters. */
const LONGEST_VALEDICTION = 100;

const valediction = (text: string): boolean =>
  text.length <= LONGEST_VALEDICTION &&
  phrases.valedictions.includes(foldText(text).replace(/[\s,.!–-]+$/, ''));
const device = (text: string): boolean =>
  phrases.device_lines.some((opening) => foldText(text).startsWith(opening));

/** A line that names a person and nothing else: one to four capitalised words, or initials. */
function isName(text: string): boolean {
  const core = text
    .replace(/^[-–—~]\s?/, '')
    .replace(/[#,|]\s*\S*$/, '')
    .trim();
  if (/^[A-Z]{2,3}$/.test(core)) return true;
  const words = core.split(/\s+/);
  if (words.length < 1 || words.length > 5 || core.length > 40) return false;
  return (
    words.every((word) => /^["(]?\p{Lu}[\p{L}'’.-]*[")]?,?$/u.test(word)) &&
    !/[.!?]$/.test(core.replace(/\b(?:\p{Lu}|Jr|Sr)\.$/u, ''))
  );
}

function isTitle(text: string): boolean {
  return TITLES.test(foldText(text)) && !/[.!?]$/.test(text) && text.length <= LONGEST_LINE;
}

function isReach(text: string): boolean {
  return (
    (PHONE.test(text) || CONTACT.test(text) || /^\d+ [\p{Lu}\d]/u.test(text)) &&
    text.length <= LONGEST_LINE &&
    !/[!?]$/.test(text)
  );
}

/** Index of the first line of the disclaimer that ends the lines, or their count where none does. */
export function findDisclaimer(lines: Line[]): number {
  let first = lines.length;
  for (let i = lines.length - 1; i >= 0; i -= 1) {
    const line = lines[i];
    if (!line) continue;
    const text = foldText(line.text).replace(/^[*_\s"'“-]+/, '');
    const opens = phrases.disclaimer_openings.some((opening) => text.startsWith(opening));
    if (!opens) continue;
    const rest = foldText(
      lines
        .slice(i)
        .map((entry) => entry.text)
        .join(' '),
    );
    const signs = phrases.disclaimer_words.filter((word) => rest.includes(word)).length;
    // One such word also stands in ordinary mail ("this message is confidential, burn it").
    if (signs >= 2 || /^(?:confidentiality|warning: this|please consider)/.test(text)) first = i;
  }
  // A short rule or heading above belongs to it.
  const above = lines[first - 1];
  if (above && first < lines.length && /^[\s*_=-]{3,}$/.test(above.text)) first -= 1;
  return first;
}

/** Index of the first line of the signature that ends `lines[0, end)`, or `end` where none does. */
export function findSignature(lines: Line[], end: number): number {
  const lowest = Math.max(0, end - LONGEST_SIGNATURE - 4);
  for (let i = lowest; i < end; i += 1) {
    const text = lines[i]?.text.trim() ?? '';
    if (/^(?:--|—|__)$|^-- $/.test(text) || device(text) || /^_{10,}$/.test(text))
      return openSignature(lines, i);
  }
  let first = end;
  let evidence = 0;
  let named = -1;
  for (let i = end - 1; i >= lowest && i >= 0; i -= 1) {
    const line = lines[i];
    const text = line?.text.trim() ?? '';
    if (!line) break;
    if (valediction(text)) {
      if (first < end || i === end - 1) return i;
      break;
    }
    const reach = isReach(text);
    const title = isTitle(text);
    const name = isName(text);
    if (!reach && !title && !name) break;
    if (reach || title) evidence += 1;
    if (name) named = i;
    first = i;
    // The block above the name is text, be it short.
    if (line.gap && named === i) break;
  }
  if (named < 0 && evidence < 2) return end;
  // A note of one word ("Hi,", "Tuesday") is no signature.
  if (Math.min(named < 0 ? first : named, first) === 0 && evidence < 2) return end;
  const start = named >= 0 ? Math.min(named, first) : first;
  return openSignature(lines, start);
}

/** A closing word or the name right above the signature goes with it. */
function openSignature(lines: Line[], start: number): number {
  const above = lines[start - 1];
  if (!above) return start;
  if (valediction(above.text.trim())) return start - 1;
  // "-- " and device lines stand below the name; a name of one word may be an answer ("Tuesday"), with a dash it is not.
  const text = above.text.trim();
  const signed = /^[-–—~]\s?\p{L}/u.test(text) || text.includes(' ');
  return isName(text) && signed && above.gap ? openSignature(lines, start - 1) : start;
}

/** True where no line tells more of the writer than a name. */
function isPlainNote(lines: Line[]): boolean {
  return !lines.some(
    ({ text }) => isReach(text) || isTitle(text) || device(text) || /^(?:--|—|_{5,})/.test(text),
  );
}

/** The parts of a stretch of a writer's own lines, in order: new text, then signature, then disclaimer. */
export function ownParts(lines: Line[], closing: boolean): BodyPart[] {
  const parts: BodyPart[] = [];
  const add = (kind: BodyPart['kind'], from: number, to: number) => {
    const [first, last] = [lines[from], lines[to - 1]];
    if (first && last && to > from) parts.push({ kind, start: first.start, end: last.end });
  };
  if (!closing) {
    add('new', 0, lines.length);
    return parts;
  }
  const disclaimer = findDisclaimer(lines);
  const found = findSignature(lines, disclaimer);
  // A note that is nothing but thanks and a name is what its writer wrote.
  const signature = found === 0 && isPlainNote(lines.slice(0, disclaimer)) ? disclaimer : found;
  add('new', 0, signature);
  add('signature', signature, disclaimer);
  add('disclaimer', disclaimer, lines.length);
  return parts;
}
