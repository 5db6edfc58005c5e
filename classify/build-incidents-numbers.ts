import { LAW_WORDS, STREET_SUFFIXES } from './build-incidents-words.ts';

/** Something by which two exchanges are known to be about one case. */
export interface CaseKey {
  kind:
    | 'case number'
    | 'A-number'
    | 'plate'
    | 'document number'
    | 'date of birth and name'
    | 'person'
    | 'family name'
    | 'address';
  /** For comparing. */
  key: string;
  /** As it is written, for the reason that people read. */
  shown: string;
}

/** "15-00341", "2016-123456", "15-CF-0288": a year and a running number. */
const CASE_NUMBER = /(?<![\w/.()-])((?:19|20)?\d{2})-(?:([A-Z]{2,3})-?)?(\d{3,7})(?![\w/-]|\.\d)/g;
/** What stands before the number of a bill, an order or a memorandum: these are about everybody. */
const LAW_BEFORE = new RegExp(`(?:${LAW_WORDS.join('|')})\\.?\\s?(?:no\\.?\\s?|#\\s?)?$`, 'i');
/** "FR18CR0001" and the like: letters, two digits of the year, letters, number. */
const FEDERAL_CASE = /\b[A-Z]{2,3}\d{2}[A-Z]{2,3}\d{4,6}\b/g;
const A_NUMBER = /\bA(?:lien)?[\s#:-]{0,3}(\d{2,3}[\s-]?\d{3}[\s-]?\d{3})\b(?![-/]\d)/g;
/** A letter or two and six digits and more: passports, licences. */
const DOCUMENT = /(?<![\w-])([A-Z]{1,3})[\s-]?(\d{6,9})(?![\w-])/g;
/** An agency's own number in the criminal databases (ORI): two letters, seven digits, the last two mostly 0. */
const AGENCY_CODE = /^[A-Z]{2}\d{5}00$/;
const PLATE_CUE = /\b(?:plates?|tags?|lic(?:ense)?(?: plate)?|LP|reg(?:istration)?)\b[^.;\n]{0,25}$/i;
const PLATE = /(?<![\w-])(?:[A-Z]{1,3}[\s-]?\d{1,4}(?:[\s-]\d{2,4})?|\d{1,3}[\s-]?[A-Z]{3})(?![\w-])/g;
/** Two groups of digits behind letters ("K77 3308", "P 482 911"): seen nowhere but on plates. */
const PLATE_SHAPE = /^[A-Z]{1,2}\s?\d{2,3}\s\d{3,4}$/;

const ADDRESS = new RegExp(
  String.raw`(?<![\w/.:#$-])(\d{2,5})\s+((?:[NSEW]\.?\s+|(?:North|South|East|West)\s+)?(?:\p{Lu}[\p{L}'’]+|\d{1,3}(?:st|nd|rd|th))(?:\s+\p{Lu}[\p{L}'’]+)?)\s+(?:${STREET_SUFFIXES.join('|')})\b`,
  'giu',
);

/** Numbers and addresses that a text names. `year` is that of the item, null where unknown: case numbers are not from the future. */
export function findNumbers(text: string, year: number | null): CaseKey[] {
  return [
    ...caseNumbers(text, year),
    ...matches(text, FEDERAL_CASE, 'case number', ([whole]) => whole),
    ...matches(text, A_NUMBER, 'A-number', ([, digits]) => digits!.replace(/\D/g, '').padStart(9, '0')),
    ...matches(text, DOCUMENT, 'document number', ([, letters, digits]) => letters! + digits).filter(
      ({ key }) => !AGENCY_CODE.test(key),
    ),
    ...plates(text),
    ...addresses(text),
  ];
}

function matches(
  text: string,
  shape: RegExp,
  kind: CaseKey['kind'],
  keyOf: (found: RegExpMatchArray) => string,
): CaseKey[] {
  return [...text.matchAll(shape)].map((found) => ({ kind, key: keyOf(found), shown: found[0] }));
}

function caseNumbers(text: string, year: number | null): CaseKey[] {
  return [...text.matchAll(CASE_NUMBER)].flatMap((found): CaseKey[] => {
    const [shown, prefix = '', letters = '', number = ''] = found;
    const short = Number(prefix.slice(-2));
    const full = prefix.length === 4 ? Number(prefix) : short > 60 ? 1900 + short : 2000 + short;
    if (LAW_BEFORE.test(text.slice(Math.max(0, found.index - 20), found.index))) return [];
    // "61-1234" and "99-2010" are house numbers and phone ends; a case is from some year up to the item's.
    if (year !== null && (full > year || full < year - 30)) return [];
    return [{ kind: 'case number', key: `${full} ${letters} ${number.replace(/^0+/, '')}`, shown }];
  });
}

function plates(text: string): CaseKey[] {
  return [...text.matchAll(PLATE)].flatMap((found): CaseKey[] => {
    const shown = found[0];
    const letters = shown.replace(/[^A-Z]/g, '');
    const digits = shown.replace(/\D/g, '');
    const cued = PLATE_CUE.test(text.slice(Math.max(0, found.index - 40), found.index));
    const whole = letters.length + digits.length;
    if (!(PLATE_SHAPE.test(shown) || (cued && digits.length >= 3 && whole >= 5))) return [];
    return [{ kind: 'plate', key: letters + digits, shown }];
  });
}

function addresses(text: string): CaseKey[] {
  return [...text.matchAll(ADDRESS)].map((found) => {
    const street = found[2]!.toLowerCase().replace(/^(?:[nsew]\.?|north|south|east|west)\s+/, '');
    return { kind: 'address', key: `${found[1]} ${street}`, shown: found[0].trim() };
  });
}
