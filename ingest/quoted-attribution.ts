import { parseDate } from './normalize-date.ts';
import { parsePeople } from './normalize-people.ts';
import phrases from './quote-phrases.json' with { type: 'json' };
import type { Line } from './segment-lines.ts';

/** A line (or up to four) by which a program introduces what it quotes: `On … wrote:`. */
export interface Attribution {
  first: number;
  last: number;
  from: string;
  date_raw: string;
}

/** An attribution that runs over more lines than this is prose. */
const MOST_LINES = 4;
const LONGEST = 320;

export function foldText(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[’`´]/g, "'").toLowerCase().trim();
}

const VERB = new RegExp(String.raw`(?:${phrases.attribution_verbs.join('|')})\s*[:：]?\s*$`);
const VERB_END = new RegExp(
  String.raw`(?:^|[\s>,)\]'"])(${phrases.attribution_verbs.join('|')})\s*[:：]\s*$`,
);
const LEAD = new RegExp(String.raw`^(?:${phrases.attribution_leads.join('|')})[\s,]`);
/** GroupWise: `>>> "Tina Loftus" <t@x> 1/6/2015 5:52 AM >>>`, the close sometimes missing. */
const ARROWS = /^>>>\s*(.+?)\s*(?:>>>.*)?$/;

/** True for GroupWise's `>>> name time >>>`, which is no quotation mark. */
export function isArrows(text: string): boolean {
  const match = ARROWS.exec(text);
  return match?.[1] !== undefined && parseDate(match[1]) !== null;
}

/** Letters that may stand among a time stamp's own words. */
const STRAY = 2;

/** `Loftus, Tina 1/6/2015 5:52 AM`, `Loftus, Tina wrote on 1/6/2015 5:52 AM`: the longest end that is a time and nothing else. */
function personBefore(text: string): { from: string; date_raw: string } | null {
  for (const gap of text.matchAll(/\s+/g)) {
    const stamp = text.slice(gap.index + gap[0].length).replace(/[\s,]+$/, '');
    const date = parseDate(stamp);
    if (!date || date.rest > STRAY || LEAD_WORDS.test(stamp)) continue;
    const person = text
      .slice(0, gap.index)
      .replace(LAST_WORDS, '')
      .replace(LEAD_WORDS, '')
      .replace(/[\s,]+$/, '');
    return person === '' ? null : { from: person, date_raw: stamp };
  }
  return null;
}

/** Parts an attribution's words into the time and the person. */
function readWords(text: string): { from: string; date_raw: string } | null {
  const core = text.replace(/^>+\s*/, '').trim();
  const date = parseDate(core);
  const address = /[<[(]?\s*(?:mailto:)?[\w.+'-]+@[\w.-]+\s*[>\])]?/.exec(core);
  if (!date && !address) return null;
  const names = core
    .replace(
      /\s*(?:wrote|writes|said|escribi[oó](?: lo siguiente)?|a écrit|schrieb|ha scritto|escreveu|schreef|skrev|napisał\(?a?\)?|пишет|написал)\s*[:：]?\s*$/iu,
      '',
    )
    .trim();
  if (!date) return { from: names, date_raw: '' };
  // The person stands behind the time ("On 6 Jan, Tina wrote"), before it ("Tina 6/1/2015 >>>") or, in German, behind the verb.
  const behindTime =
    /^(.*?(?:\d{4}|\d\/\d{1,2}\/\d{2})(?:.*?\d{1,2}[:.h]\d{2}(?::\d{2})?(?:\s*[ap]\.?\s?m\b\.?)?(?:\s*\(?(?:[ECMP][SD]T|AK[SD]T|CES?T|[+-]\d{4}|(?:UTC|GMT)[+-]?[\d:]*)\)?(?=[\s,]))?)?)[\s,]*(.*)$/iu.exec(
      names,
    );
  const timed = /^(.*?\d{1,2}[:.h]\d{2}(?::\d{2})?(?:\s*[ap]\.?\s?m\b\.?)?.*?\d{4})[\s,]+(.*)$/iu.exec(names);
  const parts = behindTime?.[2] ? behindTime : timed;
  const stamp = (parts?.[1] ?? names).replace(LEAD_WORDS, '').replace(/[\s,]+$/, '');
  const from = (parts?.[2] ?? '').replace(/^(?:,|by|von|de)\s+/i, '').trim();
  if (from === '') return personBefore(names) ?? { from: '', date_raw: stamp };
  return { from, date_raw: stamp };
}

/** Between the person and the time. */
const LAST_WORDS = new RegExp(
  String.raw`\s+(?:(?:${phrases.attribution_verbs.join('|')})\s+)?(?:on|el|le|am|il|em|op|den|at)$`,
  'i',
);
/** `Tina Loftus wrote on 1/6/2015 5:52 AM:` */
const TOLD_ON = new RegExp(
  String.raw`^.{3,80}?\s(?:${phrases.attribution_verbs.join('|')})\s+(?:on|el|le|am|il|em|op|den)\s.{6,50}[:：]$`,
);
const LEAD_WORDS = /^(?:on|el|le|am|il|em|op|den)\s+/i;

function opensAttribution(text: string): boolean {
  return parseDate(text) !== null || /@/.test(text);
}

/** The attribution that begins on line `index`, or null. `from` and `date_raw` are as printed. */
export function readAttribution(lines: Line[], index: number): Attribution | null {
  const opening = lines[index];
  if (!opening || opening.furniture) return null;
  const arrows = ARROWS.exec(opening.text);
  if (arrows?.[1]) {
    const words = readWords(arrows[1]);
    if (words && parseDate(arrows[1])) return { first: index, last: index, ...words };
  }
  if (TOLD_ON.test(foldText(opening.text))) {
    const words = personBefore(opening.text.replace(/^>+\s*/, '').replace(/\s*[:：]\s*$/, ''));
    if (words) return { first: index, last: index, ...words };
  }
  let text = '';
  for (let i = index; i < lines.length && i < index + MOST_LINES; i += 1) {
    const line = lines[i];
    if (!line || (i > index && line.gap)) break;
    text = `${text} ${line.text.replace(/^>+\s?/, '').trim()}`.trim();
    if (text.length > LONGEST) break;
    const folded = foldText(text);
    if (!VERB_END.test(folded) && !/\bschrieb [^:]{2,80}:$|<[^>]+>:$/.test(folded)) continue;
    const lead = LEAD.test(folded);
    const dated = parseDate(text) !== null;
    const named = /@/.test(text) || /^["“].+["”]/.test(text);
    // "On Tuesday he wrote:" has no full date and no address: prose.
    if (!(dated && (lead || named || VERB.test(folded))) && !(named && i === index)) return null;
    // Over several lines it must begin as one: "Hi," above it is text.
    if (i > index && !lead && !opensAttribution(opening.text)) return null;
    const words = readWords(text.replace(/:$/, ''));
    if (!words) return null;
    const people = parsePeople(words.from);
    if (people.length === 0 && !dated) return null;
    return { first: index, last: i, ...words };
  }
  return null;
}

const SEPARATORS = phrases.separators.map(foldText);
/** Longer lines part nothing; looking for dashes and gaps in them would take time that grows with the square of their length. */
const LONGEST_SEPARATOR = 500;

/** True for a line that parts a message from one it carries: `-----Original Message-----`, `Begin forwarded message:`. */
export function isSeparator(text: string): boolean {
  const line = text.trim();
  if (line.length > LONGEST_SEPARATOR) return false;
  const core = foldText(line);
  const dashed = /^[>\s]*[-_*=–—]{2,}/.test(core) || /[-_*=–—]{2,}\s*$/.test(core);
  const bare = core.replace(/^[\s>]*[-_*=–—]*\s*|\s*[-_*=–—:]*\s*$/g, '');
  if (bare === '') return false;
  // Lotus Notes: `-----Tina Loftus wrote: -----`, over a head.
  if (/^[>\s]*-{3,}.*-{3,}\s*$/.test(core) && VERB.test(bare)) return true;
  return SEPARATORS.some((phrase) =>
    dashed ? bare.startsWith(phrase) : bare === phrase && /:$|^begin|^inicio|^debut|^anfang/.test(core),
  );
}

/** True for a rule made of underscores, dashes or the like and nothing else. */
export function isRule(text: string): boolean {
  return /^\s*[_=*~–—-]{5,}\s*$/.test(text);
}
