import { type Line, RULE } from './lines.ts';

/** The people that a heading names, each as it prints them: `Ruiz, Ana (ERO) <ana.ruiz@…>`; empty where it names none. */
export interface HeadingPeople {
  from: string;
  to: string;
}

/** A heading of `lines` lines. */
export interface Heading extends HeadingPeople {
  lines: number;
  /** Where its subject stands in the text, `[start, end)`; null where it has none. */
  subject: [number, number] | null;
  /** True of "… wrote:", below which an answer may stand between the lines it answers. */
  wrote: boolean;
}

const MARKS = /^[\s>*]+/;
/** How any heading begins or ends: most lines are told to be none by this alone. */
const MAY_BE = /^[\s>*]*(?:from|de|on)(?!\p{L})|:\s*$|^\s*[-_>]{2}/iu;
const ORIGINAL = /^\s*[-_]{2,}\s*(?:original message|forwarded(?: message)?( by)?|reply above).*$/i;
const FROM_LINE = /^(?:from|de):\**\s*(.*)$/i;
const TO_LINE = /^(?:to|para):\**\s*(.*)$/i;
const SUBJECT_LINE = /^(?:subject|subj|asunto|re):\**\s*/i;
const FIELD_LINE =
  /^(?:sent|date|to|cc|bcc|subject|subj|importance|attachments?|enviado(?: el)?|fecha|para|asunto):/i;
const GROUPWISE = /^\s*>{2,10}\s*(.{2,80}?)\s*>{2,10}\s*$/;
const ON = /^on\s.{4,250}\bwrote:\s*$/i;
const ON_BEGINS = /^on\s.{0,60}\d/i;
/** Lines over which a mail program breaks "On … wrote:". */
const WRAPPED_OVER = 3;
const WROTE = /^.{2,80}\b(?:wrote|writes):\s*$/i;
const WROTE_ON = /^(.{2,80}?)\s+wrote on\s(?=(?:mon|tue|wed|thu|fri|sat|sun)|.*\d).{4,60}:\s*$/i;
/** People who go on in the next line: "Diaz, Eva; Poe, Jan". */
const PEOPLE = /[@;<]|^\s*\p{Lu}[\p{L}'.-]*,\s+\p{Lu}/u;
const PEOPLE_LINE = /^(?:to|para|b?cc):/i;
/** Letters of a name in a line of its own behind "From:". */
const LONGEST_NAME = 60;

const bare = (line: Line | undefined): string => (line?.text ?? '').replace(MARKS, '');
const isBlank = (line: Line | undefined): boolean => line !== undefined && bare(line).trim() === '';

/**
 * The heading of a quoted message that begins at line `at`, as mail programs print it; null where none begins. `isMail` is true
 * of records in which a lone "From: Ruiz, Ana" above a text is one.
 */
export function readHeading(lines: readonly Line[], at: number, isMail: boolean): Heading | null {
  const text = lines[at]?.text ?? '';
  if (!MAY_BE.test(text)) return null;
  const wrote = readWrote(lines, at);
  if (wrote !== null) return wrote;
  const groupwise = GROUPWISE.exec(text);
  if (groupwise !== null) return { lines: 1, from: groupwise[1] ?? '', to: '', subject: null, wrote: false };
  let first = at;
  if (ORIGINAL.test(text)) {
    first += 1;
    while (isBlank(lines[first])) first += 1;
  }
  const from = FROM_LINE.exec(bare(lines[first]));
  if (from === null) return first > at ? { lines: 1, from: '', to: '', subject: null, wrote: false } : null;
  const { end, fields, to, subject } = readFields(lines, first + 1);
  if (fields === 0 && first === at && !(isMail && standsAlone(lines, at, from[1] ?? ''))) return null;
  return { lines: end - at, from: (from[1] ?? '').replace(/\*+$/, ''), to, subject, wrote: false };
}

/**
 * The heading with which a form or memo opens, "From:" and the other fields in any order; null where the text opens
 * otherwise.
 */
export function readOpening(lines: readonly Line[], at: number): Heading | null {
  if (isBlank(lines[at])) return null;
  let from: string | null = null;
  let to = '';
  let subject: [number, number] | null = null;
  let end = at;
  for (let next = at; next < lines.length; next += 1) {
    const text = bare(lines[next]);
    const named = FROM_LINE.exec(text);
    if (named === null && !FIELD_LINE.test(text) && !SUBJECT_LINE.test(text)) {
      if (isBlank(lines[next]) && from === null) continue;
      break;
    }
    if (named !== null && from !== null) break;
    if (subjectOf(lines[next]!) === null && saysMore(text)) break;
    from ??= named?.[1] ?? null;
    to ||= TO_LINE.exec(text)?.[1] ?? '';
    subject ??= subjectOf(lines[next]!);
    end = next + 1;
  }
  return from === null || end - at < 2 || !isLikeName(from)
    ? null
    : { lines: end - at, from, to, subject, wrote: false };
}

/** "On Aug 18 Wanda Estrella wrote:" and the like, also where it is broken over lines. */
function readWrote(lines: readonly Line[], at: number): Heading | null {
  let text = bare(lines[at]);
  let count = 1;
  if (ON_BEGINS.test(text)) {
    while (count < WRAPPED_OVER && !/\bwrote:\s*$/i.test(text) && !isBlank(lines[at + count])) {
      if (at + count >= lines.length) break;
      text += ` ${bare(lines[at + count])}`;
      count += 1;
    }
    if (!ON.test(text)) {
      text = bare(lines[at]);
      count = 1;
    }
  }
  const on = WROTE_ON.exec(text);
  if (on !== null && namesSomebody(on[1]!))
    return { lines: count, from: on[1]!, to: '', subject: null, wrote: true };
  if (!ON.test(text) && !(WROTE.test(text) && namesSomebody(text.replace(/\b(?:wrote|writes):\s*$/i, ''))))
    return null;
  const from = text
    .replace(/\s*\b(?:wrote|writes):\s*$/i, '')
    .replace(
      /^[Oo][Nn]\s.*?(?:\d{1,2}:\d{2}(?:\s*[aApP]\.?[mM]\.?)?|\b(?:19|20)\d{2}|\d{1,2}),?\s+(?=\S+$|["'<]?\p{Lu})/u,
      '',
    );
  // Broken over lines it is told from a sentence by the date and the name behind it.
  if (count > 1 && (/^on\s/i.test(from) || !isLikeName(from))) return null;
  return { lines: count, from, to: '', subject: null, wrote: true };
}

/** True for a field in which somebody has written what there is to say. */
function saysMore(text: string): boolean {
  if (/\s{2}(?:re|reason|subject|matter|message)\b:?\s/i.test(text)) return true;
  return /^(?:date|sent|fecha|enviado):/i.test(text) && smallWords(text, /^\p{Ll}{3}/u) > 1;
}

/** True for what stands behind "From:" where it names somebody: "ERO Ruiz called, wants him held" does not. */
function isLikeName(text: string): boolean {
  const name = text.split(/\s{3}|\t/)[0]!.replace(/\([^)]*\)/g, '');
  if (/:\s+\p{L}|\s[-–—]\s/u.test(name)) return false;
  return smallWords(name, /^\p{Ll}/u) <= 2;
}

const smallWords = (text: string, small: RegExp): number =>
  text
    .trim()
    .split(/\s+/)
    .filter((word) => small.test(word)).length;

/** A name, perhaps with a date or an address, and no sentence: "Hill called me and he wrote:" is the writer's own. */
function namesSomebody(text: string): boolean {
  if (/[@\d]/.test(text)) return true;
  const words = text.trim().split(/\s+/);
  const isShort = words.length <= 7 && smallWords(text, /^\p{Ll}/u) <= 1;
  return isShort && !/\b(?:he|she|i|we|they|who|it)\s*$/i.test(text.trim());
}

interface Fields {
  end: number;
  fields: number;
  to: string;
  subject: [number, number] | null;
}

/** The lines of fields from `at` on; blank lines between them and people who go on in the next line belong to them. */
function readFields(lines: readonly Line[], at: number): Fields {
  const found: Fields = { end: at, fields: 0, to: '', subject: null };
  let isOpen = false;
  for (let next = at; next < lines.length; next += 1) {
    const text = bare(lines[next]);
    if (FIELD_LINE.test(text)) {
      found.to ||= TO_LINE.exec(text)?.[1] ?? '';
      found.subject ??= subjectOf(lines[next]!);
      found.fields += 1;
    } else if (isBlank(lines[next]) && FIELD_LINE.test(bare(lines[next + 1]))) continue;
    else if (!isOpen || !PEOPLE.test(text)) break;
    isOpen = /[;,]\s*$/.test(text) && (isOpen || PEOPLE_LINE.test(text));
    found.end = next + 1;
  }
  return found;
}

function subjectOf(line: Line): [number, number] | null {
  const marks = line.text.length - bare(line).length;
  const label = SUBJECT_LINE.exec(bare(line));
  if (label === null) return null;
  const start = line.start + marks + label[0].length;
  const own = line.text.slice(marks + label[0].length).trim();
  return own === '' ? null : [start, start + own.length];
}

/** True where "From: name" stands in a line of its own above a text. */
function standsAlone(lines: readonly Line[], at: number, name: string): boolean {
  const before = lines[at - 1];
  const opens = before === undefined || isBlank(before) || RULE.test(before.text);
  return (
    opens &&
    isLikeName(name) &&
    at + 1 < lines.length &&
    name.length <= LONGEST_NAME &&
    /^["'(<]?\p{Lu}[\p{L}.'-]+/u.test(name) &&
    !/[.!?]\s*$/.test(name.replace(/\b(?:jr|sr|inc|dept)\.$/i, ''))
  );
}
