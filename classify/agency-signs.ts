import type { AgencyPattern, Correspondent, TitlePattern } from './agencies.ts';
import { type Named, placeOfName } from './agency-names.ts';

/** Others whom a signature names, to the end of the line. */
const COPIED = /(?:(?<![\p{L}\p{N}])(?:b?cc|copy to|copies(?: to)?|attn)|^[^\S\n]*to)\s*:.*$/gimu;
const LETTERS = /[^\p{L}]+/gu;

/**
 * Name and signature as far as they tell who the writer is: those who get copies are others, and initials ("DO" for
 * Desmond Oyler, "BP" for Bill Poe) are no title and no agency.
 */
export function ownText({ name, signatureText }: Correspondent): string {
  if (signatureText === '') return name;
  const lines = signatureText
    .replace(COPIED, '')
    .split('\n')
    .filter((line) => !areInitials(line.replace(LETTERS, ''), name));
  return `${name}\n${lines.join('\n')}`;
}

/** Three letters that are an authority's whoever has them for initials. */
const AUTHORITIES = new Set(['HSI', 'CBP', 'ICE', 'ERO']);

/** True for "DO" of "Sgt. Desmond Oyler" and of "Oyler, Desmond"; three letters must all be in the name. */
function areInitials(letters: string, name: string): boolean {
  if (letters.length < 2 || letters.length > 3 || AUTHORITIES.has(letters)) return false;
  const first = (name.match(/\p{L}[\p{L}'’]*/gu) ?? []).map((word) => word[0]).join('');
  const wanted = letters.toLowerCase();
  const written = first.toLowerCase();
  if (written.includes(wanted)) return true;
  const [family, ...given] = written;
  return name.includes(',') && given.join('').startsWith(wanted.slice(0, -1)) && family === wanted.at(-1);
}

/** What civilians and federal officers are called whose title begins like a rank: "Deputy Director", "Deputy U.S. Marshal". */
const NO_RANK =
  /^\.?\s+(?:u\.?\s?s\.?\s|united states|director|executive|secretary|commissioner|administrator|counsel|editor|clerk|manager|mayor|field office|chief counsel|chief patrol|chief of staff|patrol agent|special agent|public defender)/iu;

/** Before what is written like a rank: "Neighborhood Watch captain", "Fire Lt.". */
const NO_RANK_BEHIND = /(?:watch|fire|team|block|boat)\s+$/iu;

/** Where in the text the first of these titles stands; infinite where none does. */
function firstPlace(text: string, titles: readonly TitlePattern[]): number {
  const places = titles.flatMap(({ words, rank }) =>
    words.map((phrase) => {
      const place = placeOfName(text, phrase);
      if (place < 0) return Number.POSITIVE_INFINITY;
      const civil =
        rank &&
        (NO_RANK.test(text.slice(place + phrase.length)) || NO_RANK_BEHIND.test(text.slice(0, place)));
      return civil ? Number.POSITIVE_INFINITY : place;
    }),
  );
  return Math.min(...places, Number.POSITIVE_INFINITY);
}

function placeOfRank(text: string, titled: readonly TitlePattern[]): number {
  return firstPlace(
    text,
    titled.filter(({ rank }) => rank),
  );
}

function hasRank(text: string, titled: readonly TitlePattern[]): boolean {
  return placeOfRank(text, titled) < Number.POSITIVE_INFINITY;
}

/** How officers of the police say that they work with an immigration authority. */
const WORKS_WITH = (() => {
  const authority = '(?:ICE|ERO|HSI|INS|DHS|CBP|USCIS|BP|Border Patrol|Immigration)';
  const alternatives = [
    '287\\s?\\(?[gG]\\)?',
    `${authority}[\\s/-]+[Ll]iaison`,
    `[Ll]iaison (?:[Oo]fficer )?(?:to|with|for) (?:the )?${authority}`,
  ];
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${alternatives.join('|')})(?![\\p{L}\\p{N}])`, 'u');
})();

/**
 * True where an authority is named only because an officer of the police works with it: a police agency stands there
 * together with a rank or that kind of work ("Det. Ruiz, HSI, County Sheriff", "ICE liaison, County Jail"), or a rank
 * before it ("Dep. Poe, ICE 287(g) unit"). An authority's title before the rank decides against it: "HSI SA Poe, with
 * Det. Ruiz of Oak PD".
 */
export function worksWithAuthority(text: string, { named, titled, firm }: Named, name: string): boolean {
  const rank = placeOfRank(text, titled);
  const ranked = rank < Number.POSITIVE_INFINITY;
  const works = WORKS_WITH.exec(text);
  const police = named.some((entry) => entry.side === 'police' && firm.has(entry));
  const shown = police ? ranked || works !== null : works !== null && rank < works.index;
  if (!shown || namesOtherToCall(text, rank)) return false;
  const theirs = titled.filter(
    (title) => title.side === 'immigration' && (!title.needs_name || standsByName(text, title, name)),
  );
  return !(firstPlace(text, theirs) < rank);
}

/** True where the rank stands in a line that gives somebody else to turn to: "Alt: Det. Poe, Oak PD". */
function namesOtherToCall(text: string, rank: number): boolean {
  if (rank === Number.POSITIVE_INFINITY) return false;
  const start = text.lastIndexOf('\n', rank) + 1;
  return /^\W*(?:alt|alternate|poc|call|contact|for|c\/o)(?!\p{L})/iu.test(text.slice(start, rank));
}

/** What makes the name of an authority that of a cause: "ICE Watch", "ICE out of Oak". */
const CAUSE = /^\s+(?:watch|out|free|off|raids?|response|resistance|detention|abuse)(?![\p{L}])/iu;

/** True for "ICE ERO Newark", "Ana Ruiz, HSI", "Poe (ICE)"; not for "Abolish ICE". */
function beginsSegment(text: string, { words }: AgencyPattern): boolean {
  return words.some((phrase) => {
    const place = placeOfName(text, phrase);
    if (place < 0 || CAUSE.test(text.slice(place + phrase.length))) return false;
    return /(?:^|[\n,;/(|–—-])\s*$/u.test(text.slice(0, place));
  });
}

/**
 * True where words tell more than an address at a domain that anybody may have (webmail, `.org`): a rank, a police agency,
 * an authority. Whoever names the press, a lawyer or a coalition besides is taken for one of these.
 */
export function outweighsDomain(text: string, { named, titled, firm }: Named): boolean {
  if (hasRank(text, titled) || titled.some((title) => title.names_agency)) return true;
  if (named.some((entry) => entry.side === 'other' && !entry.weak)) return false;
  return named.some(
    (entry) =>
      firm.has(entry) &&
      (entry.side === 'police' || (entry.side === 'immigration' && beginsSegment(text, entry))),
  );
}

/** The agency that decides where no authority is named; none where a rank tells more than an agency which gives way to it. */
export function strongestOf(text: string, { named, titled }: Named): AgencyPattern | undefined {
  const strong = named.find((entry) => !entry.weak);
  return strong ?? (hasRank(text, titled) ? undefined : named[0]);
}

/** Words in capitals that "DO" as a verb stands beside. */
const NO_NAME =
  'NOT|NO|REPLY|WILL|CAN|TO|WE|THEY|MUST|SHALL|WOULD|COULD|SHOULD|WHAT|YOU|HE|SHE|IT|THE|THIS|THAT|UNITS?|PLS|PLEASE|SO|AND|OR|I';
const NAME = `(?:(?<!\\p{L})(?!(?:${NO_NAME})(?!\\p{L}))\\p{Lu}(?:[\\p{L}'’-]+|\\.|(?![\\p{L}\\p{N}])))`;
const NAME_BEFORE = new RegExp(`${NAME},?[^\\S\\n]*\\(?$`, 'u');
const NAME_BEHIND = new RegExp(`^[^\\S\\n]+${NAME}`, 'u');
/** What else such a title stands beside: "duty DO, Oakdale", "DO supervisors". */
const DUTY_BEFORE = /(?:duty|supervisory|on-call|acting)\s+$/iu;
const DUTY_BEHIND = /^\s+(?:on duty|supervisors?|duty|desk)(?!\p{L})/iu;
/** A line of its own under a name, which is looked for so many letters back. */
const LONGEST_LINE = 200;
const LINE_UNDER_NAME = new RegExp(`(?:^|\\n)[^\\n]*${NAME}[^\\n]*\\n[^\\S\\n]*$`, 'u');

/**
 * True where such a title stands beside a name on its line, as "R. Peña, DO" and "DO Peña" do; in the signature it must not
 * be short for the writer's own name.
 */
export function standsByName(text: string, title: TitlePattern, name: string): boolean {
  return title.words.some((phrase) => {
    const place = placeOfName(text, phrase);
    if (place < 0 || (place > name.length && areInitials(phrase.replace(LETTERS, ''), name))) return false;
    const before = text.slice(0, place);
    const behind = text.slice(place + phrase.length);
    if (NAME_BEFORE.test(before) || NAME_BEHIND.test(behind)) return true;
    if (DUTY_BEFORE.test(before) || DUTY_BEHIND.test(behind)) return true;
    return /^[^\S\n]*(?:\n|$)/.test(behind) && LINE_UNDER_NAME.test(before.slice(-LONGEST_LINE));
  });
}
