import data from './header-labels.json' with { type: 'json' };

/** A header label recognised at the start of a text, with the canonical field and how sure the reading is. */
export interface LabelMatch {
  /** Canonical lower-case English field: `from`, `date`, `subject`, … */
  field: string;
  /** As it stands, without the colon. */
  label: string;
  /** Languages in which this label is used. */
  languages: string[];
  /** Length of label and colon in the text. */
  length: number;
  /** Where a value without leading space begins is the caller's business; true where a colon (or its misreading) follows. */
  colon: boolean;
  /** True where letters had to be corrected. */
  fuzzy: boolean;
  /** True where neither colon nor gap follows: the word may as well begin a sentence. */
  loose: boolean;
  /** True for labels that also begin ordinary sentences and so cannot open a block. */
  weak: boolean;
}

interface Entry {
  field: string;
  languages: Set<string>;
  weak: boolean;
}

/** Lower case, no accents, single spaces: labels are compared in this form. */
export function foldLabel(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[’`]/g, "'")
    .replace(/\s+/g, ' ')
    .trim();
}

function buildIndex(): Map<string, Entry[]> {
  const weak = new Set(data.only_in_block.map(foldLabel));
  const index = new Map<string, Entry[]>();
  for (const [field, languages] of Object.entries(data.fields)) {
    for (const [language, labels] of Object.entries(languages as Record<string, string[]>)) {
      for (const label of labels) {
        const key = foldLabel(label);
        const entries = index.get(key) ?? [];
        const same = entries.find((entry) => entry.field === field);
        if (same) same.languages.add(language);
        else entries.push({ field, languages: new Set([language]), weak: weak.has(key) });
        index.set(key, entries);
      }
    }
  }
  return index;
}

const INDEX = buildIndex();
const LONGEST = Math.max(...[...INDEX.keys()].map((key) => key.length));

/** Edit distance of two short strings, given up above `limit`. */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + cost));
    }
    row = next;
  }
  return row[b.length] ?? limit + 1;
}

/** Shapes that recognisers confuse are made one, so that `Frorn` and `From` differ in nothing. */
function foldShapes(text: string): string {
  return text
    .replace(/rn/g, 'm')
    .replace(/vv/g, 'w')
    .replace(/[1l|!]/g, 'i')
    .replace(/0/g, 'o')
    .replace(/5/g, 's')
    .replace(/c/g, 'e')
    .replace(/é|ê/g, 'e');
}

/** Labels of the fields a block is known by; only these are looked for through misread letters. */
const CORE = new Set(['from', 'to', 'cc', 'bcc', 'date', 'subject', 'attachments', 'importance']);

/** Languages whose labels are looked for through misread letters; `Frank` is one letter from Swedish `Från`. */
const MISREAD = ['en', 'es', 'fr'];

function fuzzyEntry(key: string): { field: string; languages: Set<string> } | null {
  const shaped = foldShapes(key);
  let best: { field: string; languages: Set<string>; distance: number } | null = null;
  for (const [label, entries] of INDEX) {
    const entry = entries.find(
      ({ field, weak, languages }) =>
        CORE.has(field) && !weak && MISREAD.some((language) => languages.has(language)),
    );
    if (!entry || label.includes(' ')) continue;
    const limit = label.length >= 7 ? 2 : label.length >= 4 ? 1 : 0;
    const distance = editDistance(shaped, foldShapes(label), limit);
    if (distance > limit || (distance > 0 && key[0] !== label[0] && label.length < 5)) continue;
    if (!best || distance < best.distance)
      best = { field: entry.field, languages: entry.languages, distance };
  }
  return best;
}

/** What may stand between label and value: a colon, its full-width form, or a recogniser's semicolon or stop. */
const COLON = /^\s{0,3}[:：;]/;

/**
 * The header label a text begins with, or null. A label is followed by a colon; `bare` also takes one followed by a tab or
 * several spaces, or standing alone, as where labels are a column of their own. `fuzzy` also takes misread letters.
 */
export function matchLabel(
  text: string,
  options: { fuzzy?: boolean; bare?: boolean } = {},
): LabelMatch | null {
  // A speck read as a comma may stand before the label.
  const lead = /^[\s*_]*(?:[.,;:'`|~-]{1,2}\s+)?/.exec(text)?.[0].length ?? 0;
  const rest = text.slice(lead);
  const word = /^[\p{L}0158|][\p{L}\p{N}'’ /|!-]{0,40}?(?=\s{0,3}[:：;*]|\t|\s{2}|$)/u.exec(rest)?.[0];
  if (!word || word.length > LONGEST + 2) return options.bare ? looseLabel(rest, lead) : null;
  const after = rest.slice(word.length).replace(/^\*+/, (stars) => ' '.repeat(stars.length));
  const colon = COLON.exec(after);
  if (!colon && !options.bare) return null;
  if (!colon && !INDEX.has(foldLabel(word))) return looseLabel(rest, lead);
  const semicolon = colon?.[0].endsWith(';') ?? false;
  const key = foldLabel(word);
  const entries = semicolon && !options.fuzzy ? undefined : INDEX.get(key);
  const entry = entries?.[0];
  const stars = colon ? (/^\*+/.exec(after.slice(colon[0].length))?.[0].length ?? 0) : 0;
  const length = lead + word.length + (colon ? colon[0].length : 0) + stars;
  const found = { label: word.trim(), length, colon: Boolean(colon) };
  if (entry) {
    const weak = entry.weak || (!colon && key.length < 2);
    return {
      ...found,
      field: entry.field,
      languages: [...entry.languages],
      fuzzy: semicolon,
      weak,
      loose: false,
    };
  }
  // `Subject RE: toll`: the colon is not the label's.
  const loose = options.bare ? looseLabel(rest, lead) : null;
  if (loose || !options.fuzzy || !colon) return loose;
  const guess = fuzzyEntry(key);
  if (!guess) return null;
  return {
    ...found,
    field: guess.field,
    languages: [...guess.languages],
    fuzzy: true,
    weak: true,
    loose: false,
  };
}

/** True where the words begin a label of several words (`Datos` of `Datos adjuntos`). */
export function opensLabel(first: string, second: string): boolean {
  return INDEX.has(`${foldLabel(first)} ${foldLabel(second)}`);
}

/** A label that lost its colon: `Sent Wednesday, January 18`. Only as programs spell it, and only beside others. */
function looseLabel(rest: string, lead: number): LabelMatch | null {
  const word = /^(?:From|Sent|To|Cc|CC|Date|Subject)(?= \S)/.exec(rest)?.[0];
  const entry = word ? INDEX.get(foldLabel(word))?.[0] : undefined;
  if (!word || !entry) return null;
  const languages = [...entry.languages];
  return {
    field: entry.field,
    label: word,
    languages,
    length: lead + word.length,
    colon: false,
    fuzzy: false,
    weak: false,
    loose: true,
  };
}

/** Fields that name the people, time and matter of a message. */
export function isCoreField(field: string): boolean {
  return CORE.has(field);
}
