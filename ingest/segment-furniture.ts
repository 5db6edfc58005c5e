import { labelledValues } from './headers-line.ts';
import type { Page } from './page.ts';
import { foldText } from './quoted-attribution.ts';
import type { Line } from './segment-lines.ts';

/** Lines at the top and at the foot of a page among which running heads, stamps and numbers are looked for. */
const ZONE = 4;
/** Points by which a running line may stand higher or lower from page to page. */
const DRIFT = 4;

/** A prefix and five digits or more at the end: `LGPD-000072`, `ROSTON 01 804`; a telephone number ends in four. */
const BATES = /^(?:[A-Z][A-Z0-9&.]{0,14}(?:[_-][A-Z0-9]{1,10}){0,3}[ _-]{0,2}\d(?: ?\d){4,9}|\d{6,10})$/;
const NUMBER =
  /^[-–—\s]*(?:(?:page|pg\.?|p\.|página|pagina|seite)\s*)?\d{1,5}(?:\s*(?:of|\/|de|von|sur)\s*\d{1,5})?[-–—\s]*$/i;
const PRINT_DATE =
  /^(?:printed(?: on| by)?:?\s.*|\d{1,2}\/\d{1,2}\/\d{2,4}(?:,?\s+\d{1,2}:\d{2}(?::\d{2})?\s*(?:[AP]M)?)?)(?:\s+page \d+ of \d+)?$/i;
const BROWSER = /^(?:https?:\/\/\S+|file:\/\/\S+|about:blank)(?:\s+\d+\/\d+)?$/i;
const BROWSER_HEAD = /^\d{1,2}\/\d{1,2}\/\d{2,4},? \d{1,2}:\d{2}\s?(?:[AP]M)?\s+\S.*$/i;
const RELEASE =
  /^(?:release[d]? (?:in (?:part|full)|to \S+ by )|denied in (?:full|part)|withheld in (?:full|part)|(?:b\d(?:\([a-z]\))?[,;]?\s*)+$)/i;

/** A line's text with what changes from page to page taken out. */
function shape(text: string): string {
  return foldText(text).replace(/\d+/g, '#').replace(/\s+/g, ' ');
}

/** The lines of a zone, outermost first. */
function zones(lines: Line[]): { top: Line[]; foot: Line[] } {
  return { top: lines.slice(0, ZONE), foot: lines.slice(-ZONE).reverse() };
}

/** True for a line that is a stamp or a number by its own form; `edge` is its distance in lines from the page's edge. */
function isFurnitureByForm(line: Line, page: Page, foot: boolean): boolean {
  const text = line.text.trim();
  if (page.bates !== null && text === page.bates) return true;
  const pieces = text.split(/\t|\s{3,}/);
  const stamped = pieces.some((piece) => piece.trim() === page.bates || BATES.test(piece.trim()));
  return pieces.every((piece) => {
    const part = piece.trim();
    if (page.bates !== null && part === page.bates) return true;
    if (BATES.test(part) || BROWSER.test(part)) return true;
    // A page number misread as a letter beside a stamp.
    if (stamped && part.length === 1) return true;
    if (RELEASE.test(part) && !foot) return true;
    if (NUMBER.test(part) && part.length < 24) return foot || pieces.length > 1 || /[a-z/]/i.test(part);
    return PRINT_DATE.test(part) && (foot || pieces.length > 1 || part.startsWith('Printed'));
  });
}

/** True where a label opens the line: a header at the top of every page is not a running head. */
function isHeader(line: Line): boolean {
  return labelledValues(line, { fuzzy: true, bare: false }).length > 0;
}

interface Sighting {
  page: number;
  line: Line;
  foot: boolean;
  /** True where a header follows: the name above a message is not a running head of the paper. */
  overHeader: boolean;
}

function collect(pages: { page: Page; lines: Line[] }[]): Map<string, Sighting[]> {
  const seen = new Map<string, Sighting[]>();
  for (const { page, lines } of pages) {
    const { top, foot } = zones(lines);
    for (const [zone, isFoot] of [
      [top, false],
      [foot, true],
    ] as const) {
      for (const line of zone) {
        if (isHeader(line)) continue;
        const next = lines[lines.indexOf(line) + 1];
        const key = shape(line.text);
        const list = seen.get(key) ?? [];
        list.push({ page: page.page, line, foot: isFoot, overHeader: next !== undefined && isHeader(next) });
        seen.set(key, list);
      }
    }
  }
  return seen;
}

/** Lines of one shape that stand at one height on several pages, or at the very edge where heights are not known. */
function markRepeated(sightings: Sighting[], pageCount: number, outermost: Set<Line>): void {
  for (const foot of [false, true]) {
    const here = sightings.filter((sighting) => sighting.foot === foot);
    const pages = new Set(here.map((sighting) => sighting.page));
    if (pages.size < (pageCount <= 3 ? 2 : 3)) continue;
    const over = here.filter((sighting) => sighting.overHeader).length;
    // The owner's name stands over headers only.
    if (!foot && over >= here.length * 0.8) continue;
    const placed = here.filter((sighting) => sighting.line.box !== null);
    if (placed.length > 0) {
      for (const { line } of placed) {
        const y = line.box?.y0 ?? 0;
        const level = new Set(
          placed
            .filter((other) => Math.abs((other.line.box?.y0 ?? 0) - y) < DRIFT)
            .map((other) => other.page),
        );
        const digits = /\d/.test(line.text);
        if (level.size >= 3 || (level.size >= 2 && (pageCount <= 3 || digits))) {
          if (outermost.has(line) || level.size * 3 > pageCount) line.furniture = true;
        }
      }
    } else if (pages.size * 2 > pageCount) {
      for (const { line } of here) line.furniture = true;
    }
  }
}

/**
 * Marks what belongs to the paper and not to the text on each page: Bates stamps, page numbers, print dates, browser
 * lines, release stamps, and running heads and feet, which repeat at one height. Marks only; nothing is taken away.
 */
export function markFurniture(pages: { page: Page; lines: Line[] }[]): void {
  const outermost = new Set(
    pages.flatMap(({ lines }) => [lines[0], lines.at(-1)].filter((line) => line !== undefined)),
  );
  for (const sightings of collect(pages).values()) markRepeated(sightings, pages.length, outermost);
  for (const { page, lines } of pages) {
    const { top, foot } = zones(lines);
    const ends = new Set(foot.map((line) => shape(line.text)));
    for (const line of foot) {
      if (!isFurnitureByForm(line, page, true) && !line.furniture) break;
      line.furniture = true;
    }
    for (const [i, line] of top.entries()) {
      const isHead =
        i === 0 &&
        BROWSER_HEAD.test(line.text.trim()) &&
        foot.some((end) => BROWSER.test(end.text.trim().split(/\t/)[0] ?? ''));
      // A stamp that stands at both ends of a page is the paper's, also on a single page.
      const both = i < 2 && line.text.length > 12 && ends.has(shape(line.text)) && lines.length > ZONE;
      if (both) for (const end of foot) if (shape(end.text) === shape(line.text)) end.furniture = true;
      if (both || isHead || isFurnitureByForm(line, page, false)) line.furniture = true;
      else if (!line.furniture) break;
    }
    for (const line of foot) {
      if (!isFurnitureByForm(line, page, true) && !line.furniture) break;
      line.furniture = true;
    }
    const first = lines.find((line) => !line.furniture);
    if (first) first.pageTop = true;
  }
}
