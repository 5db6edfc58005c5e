import type { Agencies } from '../classify/index.ts';
import { allMatches } from './all-matches.ts';
import type { MaskKnowledge } from './mask-knowledge.ts';
import { foldName } from './mask-tokens.ts';
import type { SenseOf } from './mask-words.ts';

/** Where somebody works or goes to school, as a text names it. */
export interface House {
  kind: 'employer' | 'school';
  name: string;
}

const NAME = String.raw`(\p{Lu}[\p{L}’'&-]*(?:\s(?:(?:of|and|the|&)\s)?\p{Lu}[\p{L}’'&-]*){0,3})`;
const WORKS = new RegExp(
  String.raw`(?<![\p{L}])(?:works?|worked|working|employed|employee|job|hired|cooks?|cleans?|waits tables)\s(?:\p{Ll}+\s)?(?:at|for|by|of)\s(?:the\s|a\s)?${NAME}`,
  'gu',
);
const LEARNS = new RegExp(
  String.raw`(?<![\p{L}])(?:attends?|attended|attending|enrolled\s(?:in|at)|(?:student|pupil|freshman|sophomore|junior|senior)\s(?:at|of)|goes\sto(?:\sschool\sat)?|graders?\sat|classes\sat)\s(?:the\s)?${NAME}`,
  'gu',
);

/** A part of every word before an employer or a school: most texts have none. */
const SOME_HOUSE =
  /work|employ|job|hire|cook|clean|waits|attend|enrol|student|pupil|freshman|sophomore|junior|senior|goes|grader|classes/;

/** Words of public bodies: who works for the county is no private person's employer. */
const PUBLIC_BODY =
  /^(?:police|pd|sheriff|county|city|state|department|dept|court|jail|federal|government|village|town|university|university's)$/;

const known = new WeakMap<Agencies, ReadonlySet<string>>();

/** Names of agencies that are one word. */
function shortNames(agencies: Agencies): ReadonlySet<string> {
  let short = known.get(agencies);
  if (short === undefined) {
    short = new Set(agencies.agencies.flatMap(({ words }) => words.filter((word) => !word.includes(' '))));
    known.set(agencies, short);
  }
  return short;
}

/** Employers and schools of the people who are written about. Those of public bodies are none; schools are, universities are not. */
export function findHouses(text: string, senseOf: SenseOf, { lists, agencies }: MaskKnowledge): House[] {
  if (!SOME_HOUSE.test(text)) return [];
  const short = shortNames(agencies);
  const read = (expression: RegExp, kind: House['kind']): House[] =>
    allMatches(expression, text).flatMap((match): House[] => {
      const name = match[1]!.replace(/['’]s$/u, '');
      const words = name.split(/\s+/);
      const folds = words.map(foldName);
      const first = folds[0] ?? '';
      const barred =
        words.some((word) => short.has(word)) ||
        folds.some((fold) => PUBLIC_BODY.test(fold)) ||
        lists.titles.has(first) ||
        lists.honorifics.has(first) ||
        lists.calendar.has(first);
      const isWord = folds.length === 1 && senseOf(first).everyday;
      return barred || isWord || folds.every((fold) => senseOf(fold).place) ? [] : [{ kind, name }];
    });
  return [...read(WORKS, 'employer'), ...read(LEARNS, 'school')];
}
