import type { MaskKind } from './mask.ts';

/** A form that identifiers have, or the words before them. */
export interface Pattern {
  kind: MaskKind;
  label: string;
  expression: RegExp;
  /** Whether a hit is meant; the first group, or the whole hit, is what is masked. */
  accept?: (hit: string, whole: string) => boolean;
  /** Needs neither a digit nor an @. */
  plain?: true;
  /** Fewest digits of a hit that counts. */
  digits?: number;
  /** Fewest capitals and digits in a row of a hit. */
  code?: number;
  /** What stands in every text in which there is a hit, and is found sooner than the expression fails. */
  needs?: RegExp;
}

/** Digits as recognisers read them: O for 0, l and I for 1. */
const D = '[\\dOol]';
const NUMBER_WORD = String.raw`(?:\s?(?:#|nos?\.?|num(?:ber)?\.?|nbr|id|is|was|of))*[\s:#.-]{0,3}`;
const MONTHS = '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?';
/** A day in any of the ways in which records write it. */
export const DATE = String.raw`(?:\d{1,2}\s?[/.-]\s?\d{1,2}\s?[/.-]\s?(?:\d{4}|\d{2})|(?:19|20)\d{2}[/.-]\d{1,2}[/.-]\d{1,2}|(?:19|20)\d{6}|${MONTHS}\s\d{1,2}(?:st|nd|rd|th)?,?\s(?:19|20)\d{2}|\d{1,2}\s${MONTHS}\s(?:19|20)?\d{2})`;

/** A word before an identifier in small letters, capitals or both, where the identifier itself has to be in capitals. */
export const anyCase = (words: string): string =>
  words.replace(/\\.|[a-z]/g, (part) => (part.length === 1 ? `[${part}${part.toUpperCase()}]` : part));

const digitsIn = (text: string): number => text.match(/\d/g)?.length ?? 0;

const IDS = [
  'passport',
  'ppt',
  'pspt',
  'sevis',
  'sid',
  'cii',
  'ucn',
  'fins?',
  'i-94',
  'receipt',
  'dl',
  'd\\.l\\.',
  'oln',
  'ols?',
  'cdl',
  "driver'?s? licen(?:c|s)e",
  'driving licen(?:c|s)e',
  'licen(?:c|s)e',
  'foid',
  'visa',
  'matricula',
  'inmate',
  'jail id',
  'booking',
  'bkg',
  'bk',
  'pcn',
  'tcn',
  'nic',
  'doc',
  'mrn',
  'medicaid',
  'acct',
  'account',
  'imei',
  'iccid',
  'imsi',
  'state id',
  'id card',
  'id',
  'fin',
  'event',
  'subject id',
  'student id',
].join('|');

const STATES =
  'AL|AK|AZ|AR|CA|CO|CT|DE|FL|GA|HI|ID|IL|IN|IA|KS|KY|LA|ME|MD|MA|MI|MN|MS|MO|MT|NE|NV|NH|NJ|NM|NY|NC|ND|OH|OK|OR|PA|RI|SC|SD|TN|TX|UT|VT|VA|WA|WV|WI|WY';

/** Letters before a number that make it a form, a bill, a road or a unit and no plate. */
const NOT_PLATES =
  /^(?:I|G|N|U|T|H|HB|SB|AB|LD|PA|PL|FY|RT|US|USC|CFR|RCW|ORS|CRS|ILCS|SR|CR|MP|EXT|ACT|RD|NO|DS|AR|CS|RM|ROOM|UNIT|APT|BOX|SECT?|PARA|TITLE|PAGE|CASE|ITEM|ICE|CBP|DHS|HSI|ERO|FBI|DEA|OP|TF|PH|FAX|TEL|CELL|JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC|DAY|VOL|FORM|ART|CH|CHAP|TYPE|CODE|COVID|LPR|MSG|RPLY|EVT|REF|LOG|HOUR|HRS|EST|PST|CST|GMT|AM|PM|CFS|DR|IR|AT|ON|BY|TO|OF|IN|AND|FOR|THE)$/;

/** A year, or from one year to another: 2015-2017 is the period of a release and no number of a case. */
const YEARS = /^(?:19|20)\d{2}(?:-(?:19|20)\d{2})?$/;

export const PATTERNS: readonly Pattern[] = [
  {
    kind: 'e-mail',
    label: '[e-mail]',
    needs: /@/,
    expression: /[\p{L}\p{N}._%+'’-]+@\s?[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu,
  },
  {
    kind: 'screen name',
    label: '[screen name]',
    needs: /@/,
    expression: /(?<![\p{L}\p{N}._%+-])@[\p{L}\p{N}_.]{2,}[\p{L}\p{N}_]/gu,
    accept: (hit) => !/\.(?:gov|com|org|net|us|edu|mil|example)$/i.test(hit),
  },
  {
    kind: 'screen name',
    plain: true,
    label: '[screen name]',
    expression:
      /(?:screen\s?name|user\s?name|handle|snap(?:chat)?|instagram|insta|ig|facebook|fb|whatsapp|telegram|kik|discord|tiktok|profile|gamertag)(?:\s(?:name|id|account|acct|handle|user|page|profile|is|of|under|as))*[\s:]{1,3}["“'@]?([\p{L}\p{N}.]*[_\d][\p{L}\p{N}_.]*)/giu,
    accept: (hit) => hit.length >= 4 && /\p{L}/u.test(hit),
  },
  {
    kind: 'screen name',
    plain: true,
    needs: /\.com\//i,
    label: '[profile]',
    expression:
      /(?:https?:\/\/)?(?:www\.|m\.)?(?:facebook|instagram|tiktok|twitter|x|linkedin|snapchat|youtube)\.com\/[^\s<>"')]{2,}/giu,
  },
  {
    kind: 'A-number',
    label: '[A-number]',
    digits: 3,
    expression:
      /(?<![\p{L}\p{N}])A(?:lien)?(?:[\s-]?(?:#|no\.?|num(?:ber)?\.?|file|reg(?:istration)?))*[\s:#-]{0,3}[\dOol█*]{2,3}[\s.-]?[\dOol█*]{3}[\s.-]?[\dOol█*]{3}(?![\p{L}\p{N}█])/giu,
    accept: (hit) => digitsIn(hit) >= 3,
  },
  {
    kind: 'id',
    label: '[social security number]',
    digits: 4,
    expression: /(?<![\d-])[\dX*]{3}[-\s][\dX*]{2}[-\s]\d{4}(?![\d-])/g,
  },
  {
    kind: 'id',
    label: '[social security number]',
    expression:
      /(?<![\p{L}])(?:ssn?|soc(?:ial)?(?:\s?sec(?:urity)?)?|last\s(?:4|four))(?:\s?(?:#|no\.?|number|ending|ends|in|is|of))*[\s:#.-]{1,3}(\d[\d\s-]{2,10}\d)/giu,
  },
  {
    kind: 'id',
    label: '[FBI number]',
    digits: 3,
    needs: /FBI/,
    expression: new RegExp(String.raw`\bFBI${NUMBER_WORD}((?=[A-Z]*\d)[A-Z0-9]{5,10})\b`, 'g'),
    accept: (hit) => digitsIn(hit) >= 3,
  },
  {
    kind: 'id',
    label: '[VIN]',
    code: 17,
    digits: 4,
    expression: /\b(?=[A-Z0-9]*\d)(?=[A-Z0-9]*[A-Z])[A-HJ-NPR-Z0-9]{17}\b/g,
    accept: (hit) => digitsIn(hit) >= 4,
  },
  {
    kind: 'id',
    label: '[VIN]',
    digits: 3,
    needs: /vin/i,
    expression: /\bVIN(?:\s?(?:#|no\.?|number|ending|ends|in|is))*[\s:#-]{1,3}([A-Z0-9]{4,17})\b/giu,
    accept: (hit) => digitsIn(hit) >= 3,
  },
  {
    kind: 'id',
    label: '[receipt number]',
    digits: 10,
    expression: /\b(?:EAC|WAC|LIN|SRC|MSC|NBC|IOE|VSC|YSC|TSC|ZHN|MCT)[-\s]?\d{2}[-\s]?\d{3}[-\s]?\d{5}\b/gi,
  },
  {
    kind: 'id',
    label: '[id]',
    digits: 4,
    expression: new RegExp(
      String.raw`(?<![\p{L}\p{N}])(?:${anyCase(IDS)})${anyCase(NUMBER_WORD)}((?:[A-Z]{1,3}[ -]?)?\d(?:[ -]?[A-Z0-9]){3,})(?![\p{L}\p{N}])`,
      'gu',
    ),
    accept: (hit) => digitsIn(hit) >= 4 && !/^\d{1,2}[/-]\d{1,2}[/-]/.test(hit),
  },
  {
    kind: 'person',
    label: '[name]',
    plain: true,
    // "i x c o y": a name spelled out on the telephone.
    expression: /(?<![\p{L}\p{N}])(?:\p{L}[ -]){3,}\p{L}(?![\p{L}\p{N}])/gu,
  },
  {
    kind: 'id',
    label: '[IP address]',
    digits: 4,
    needs: /\d\.\d/,
    expression: /(?<![\d.])(?:\d{1,3}\.){3}\d{1,3}(?![\d.])/g,
  },
  {
    kind: 'id',
    label: '[IP address]',
    needs: /[0-9a-f]:[0-9a-f]{1,4}:/i,
    expression: /(?<![\p{L}\p{N}:])(?:[0-9a-f]{1,4}:){4,7}[0-9a-f]{1,4}(?![\p{L}\p{N}:])/giu,
  },
  {
    kind: 'phone',
    label: '[phone]',
    digits: 7,
    expression: new RegExp(
      String.raw`(?<![\p{L}\p{N}/-])(?:\+?1[\s.-]?)?(?:\(${D}{3}\)\s?|${D}{3}\s?[.\-–/\s]\s?)${D}{3}\s?[.\-–\s]\s?${D}{4}(?:\s?(?:x|ext\.?)\s?\d{1,5})?(?![\p{L}\p{N}])`,
      'giu',
    ),
    accept: (hit) => digitsIn(hit) >= 7,
  },
  { kind: 'phone', label: '[phone]', digits: 10, expression: /(?<![\d/.-])[2-9]\d{9}(?![\d-])/g },
  {
    kind: 'phone',
    label: '[phone]',
    digits: 3,
    expression: /(?<![\p{L}\d/.$#-])[2-9]\d{2}[-.][\dO]{4}(?![\p{L}\d-])/gu,
  },
  {
    kind: 'phone',
    label: '[phone]',
    digits: 9,
    needs: /\+|011/,
    expression: /(?<![\p{L}\d])(?:\+|011[\s-])\d{1,3}[\s.-]?(?:\(?\d{1,4}\)?[\s.-]?){2,5}\d{2,4}(?!\d)/gu,
    accept: (hit) => digitsIn(hit) >= 9,
  },
  {
    kind: 'birth date',
    label: '[birth date]',
    needs: /o\.?b|d\/o|birth|born|b\.|nac|yob/i,
    expression: new RegExp(
      String.raw`(?<![\p{L}\p{N}])(?:d\.?o\.?b\.?|d\/o\/b|date\sof\sbirth|birth\s?date|birthday|born|b\.|nacid[oa]|fecha\sde\snacimiento|yob)(?:\s?(?:is|was|of|on|in|el|maybe|approx\.?|abt|about|circa|given|as|unk|poss|possibly))*[\s:#/=.-]{0,3}(${DATE}|(?:19|20)\d{2}(?!\d)|${MONTHS}\s(?:19|20)\d{2}|\d{1,2}[/.-]\d{1,2}(?![/.\d-]))`,
      'giu',
    ),
  },
  {
    kind: 'plate',
    label: '[plate]',
    expression: new RegExp(
      String.raw`(?<![\p{L}\p{N}])(?:plates?|lic(?:en[cs]e)?\.?\s?plates?|tags?|registration|reg|plt|lp|licen[cs]e|lic)(?:\s?(?:#|no\.?|number|is|was|of|reads?|${STATES}))*[\s:#,.-]{1,3}(?:(?:${STATES})[\s/:-]{1,2})?((?=[A-Z\s-]*\d)[A-Z0-9]{1,4}(?:[\s-]?[A-Z0-9]{1,4}){1,2})(?![\p{L}\p{N}])`,
      'giu',
    ),
    accept: (hit) => /\d/.test(hit) && !/[a-z]{2}/.test(hit) && hit.length >= 4,
  },
  {
    kind: 'plate',
    label: '[plate]',
    digits: 2,
    expression: new RegExp(
      String.raw`(?<![\p{L}\p{N}])(?:${STATES})[\s/:]{1,2}((?=[A-Z\s-]*\d)(?=[A-Z0-9\s-]*[A-Z])[A-Z0-9]{2,4}[\s-]?[A-Z0-9]{3,4})(?![\p{L}\p{N}-])`,
      'gu',
    ),
    accept: (hit) => digitsIn(hit) >= 2,
  },
  {
    kind: 'plate',
    label: '[plate]',
    digits: 3,
    expression:
      /(?=[A-Z]{1,3}[- ]?[A-Z]?[\s\d]|\d[A-Z])(?<![\p{L}\p{N}-])(?:[A-Z]{1,2}\d{1,2}\s\d{3,4}|[A-Z]\s\d{3}\s\d{3}|\d[A-Z]{3}\d{3}|[A-Z]{2,3}[- ]?[A-Z]?\d{3,4})(?![\p{L}\p{N}-])/gu,
    accept: (hit) => !NOT_PLATES.test(hit.replace(/[\s\d-].*$/, '')) && !/^[A-Z]{2}[- ]?\d{3}$/.test(hit),
  },
  {
    kind: 'case number',
    label: '[case number]',
    digits: 4,
    expression:
      /(?<![\p{L}\p{N}])(?:case|incident|inc|report|rpt|cad|event|cfs|docket|cause|complaint|warrant|wrnt|citation|cit|ticket|dr|ir|rd|tracking|matter|file|cr|oca)\s?(?:#|nos?\.?|num(?:ber)?)?[\s:#.-]{0,3}((?:[A-Z]{1,4}-?)?\d[\dA-Z-]{3,})(?![\p{L}\p{N}/])/giu,
    accept: (hit) => digitsIn(hit) >= 4 && !YEARS.test(hit),
  },
  {
    kind: 'case number',
    label: '[case number]',
    digits: 3,
    expression:
      /(?<![\p{L}\p{N}/.-])(?:(?:\d{2}|20\d{2})-(?:[A-Z]{1,3}-?)?\d{4,7}|\d{2,4}-?(?:CF|CR|CM|DT|TR|DV|CV|MJ|JA|JD)-?\d{1,6})(?![\p{L}\p{N}-])/gu,
    accept: (hit) => !YEARS.test(hit),
  },
];
