/** A redaction mark in a text, `[start, end)`. */
export interface RedactionMark {
  start: number;
  end: number;
  /** `block`: a drawn bar; `word`: "[REDACTED]"; `code`: the exemption that is claimed. */
  kind: 'block' | 'word' | 'code';
}

const SUBSECTION = String.raw`\s?\(\s?[0-9A-Za-z]{1,4}\s?\)`;

/**
 * Shapes of redaction marks. Exemption codes need a bracketed subsection behind a number ("7(1)(c)", Illinois) or a
 * lone bracketed letter and number as the federal act writes it ("(b)(6)", "(b)(7)(C)"); a bare section number is prose.
 * State acts are cited in letters all the time: only a citation in brackets of its own marks a place.
 */
const SHAPES: [RedactionMark['kind'], RegExp][] = [
  ['block', /[█▇▆■▉▊⬛]{2,}|█/gu],
  [
    'word',
    /[[({<]\s?(?:page |text |name |address )?(?:redacted|redaction|withheld|blacked out)\b(?:[^\])}>\n(]|\([^()\n]{1,6}\)){0,40}[\])}>]/gi,
  ],
  ['word', /\bREDACTED\b/g],
  ['code', /\(\s?b\s?\)\s?\(\s?[1-9]\s?\)(?:\s?\(\s?[A-F]\s?\))?/gi],
  ['code', /\bb(?:6|7\(?[A-F]\)?)(?=[\s,;.)\]]|$)/g],
  [
    'code',
    new RegExp(
      String.raw`(?<![\w.$#-])[1-9]\d?\(\d{1,2}(?:\.\d)?\)\s?\(\s?[a-z]{1,3}\s?\)(?:${SUBSECTION})?`,
      'g',
    ),
  ],
  [
    'code',
    /\b(?:(?:FOIA )?Exemption\s?(?:[1-9]|\(?b\)?\([1-9]\))|FOIA Ex\.\s?[1-9]|Ex\.\s?\(?b\)?\([1-9]\))(?:\([A-F]\))?(?![\d.%])/g,
  ],
  [
    'code',
    /[[(]\s?(?:RCW 42\.56|ORS 192\.3\d\d|Gov(?:ernment|t)?\.? Code (?:§\s?)?(?:6254|7923|7927)|C\.?R\.?S\.? 24-72)[.\d]*(?:\([0-9a-z]{1,4}\))*\s?[\])]/g,
  ],
];

/** Marks that stand beside each other on a line are one redaction: a bar and the codes it is claimed under. */
const BETWEEN = /^[\s,;/&+-]{0,3}$/;

function joinNeighbours(text: string, marks: RedactionMark[]): RedactionMark[] {
  const joined: RedactionMark[] = [];
  for (const mark of marks.sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = joined.at(-1);
    const between = last ? text.slice(last.end, mark.start) : '\n';
    const overlaps = last !== undefined && mark.start < last.end;
    const adds = mark.kind === 'code' && !between.includes('\n') && BETWEEN.test(between);
    if (last && (overlaps || adds)) last.end = Math.max(last.end, mark.end);
    else joined.push({ ...mark });
  }
  return joined;
}

/** Every redaction mark of a text, in order; a bar and the exemption codes written on it count once. */
export function findRedactions(text: string): RedactionMark[] {
  const marks = SHAPES.flatMap(([kind, shape]) =>
    [...text.matchAll(shape)].map((match) => ({
      kind,
      start: match.index,
      end: match.index + match[0].length,
    })),
  );
  return joinNeighbours(text, marks);
}

/** What a redactor writes on a box: no secret where it lies under it. */
const LABEL =
  /^(?:redact(?:ed|ion)|withheld|exempt(?:ion)?|confidential|privileged?|sealed|non-?responsive|attorney-?client|personal|private|privacy|pii|redact|name|address|phone|number|dob|ssn)+$/i;

/** True for text that says only that something was taken out: labels, codes, and what is neither letter nor figure. */
export function isRedactionLabel(text: string): boolean {
  let rest = text;
  for (const { start, end } of findRedactions(text).reverse()) rest = rest.slice(0, start) + rest.slice(end);
  const words = rest.replace(/[^\p{L}\p{N}-]/gu, '');
  return words.replace(/-/g, '') === '' || LABEL.test(words);
}

/**
 * A citation that stands alone on a box, written without spaces: "5ILCS140/7(1)(b)", "RCW42.56.240(1)", "§552.108",
 * "Gov.Code7923.600". In running text such a citation marks nothing.
 */
const CITATION = [
  /^[A-Za-z0-9§.,&/-]{0,24}?\d[\d.:/-]*(?:\([0-9A-Za-z]{1,4}\))+$/,
  /^(?:[A-Za-z.]{2,12}|§{1,2})§?\d{1,5}[.-]\d{2,5}(?:[.-]\d+)?(?:\([0-9A-Za-z]{1,4}\))*$/,
];

/** The codes that the words on a box are; null where they say something else. White space does not count. */
export function codesOnBox(words: string): string[] | null {
  const pieces = words
    .replace(/\s/g, '')
    .split(/[;&,]/)
    .filter((piece) => piece !== '');
  if (pieces.length > 0 && pieces.every((piece) => CITATION.some((shape) => shape.test(piece))))
    return pieces;
  return isRedactionLabel(words) ? findCodes(words) : null;
}

/** The exemption codes in a text, as written, each once, in order. */
export function findCodes(text: string): string[] {
  const shapes = SHAPES.filter(([kind]) => kind === 'code').map(([, shape]) => shape);
  const found = shapes.flatMap((shape) => [...text.matchAll(shape)]).sort((a, b) => a.index - b.index);
  const codes = found.filter((match, at) => {
    const before = found[at - 1];
    return !before || match.index >= before.index + before[0].length;
  });
  return [...new Set(codes.map((match) => match[0].replace(/\s/g, '')))];
}
