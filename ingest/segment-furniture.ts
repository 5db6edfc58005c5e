import { readBeside } from './headers-beside.ts';
import { readHeadless } from './headers-headless.ts';
import { labelledValues } from './headers-line.ts';
import type { Page } from './page.ts';
import { foldText } from './quoted-attribution.ts';
import type { Line } from './segment-lines.ts';

/** Lines at the top and at the foot of a page among which running heads, stamps and numbers are looked for. */
const ZONE = 4;
/** Share of a shape's sightings that must be in the one place: a disclaimer falls on the foot of some pages by chance. */
const MOSTLY_HERE = 0.6;
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
  /^(?:release[d]? (?:in (?:part|full)|to \S+ by |pursuant to )|denied in (?:full|part)|withheld in (?:full|part))/i;
/** Exemption codes alone on a line; at the foot of a page they may stand for the text that is gone. */
const CODES = /^(?:b\d(?:\([a-z]\))?[,;]?\s*)+$/i;

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
    if (RELEASE.test(part) || (CODES.test(part) && !foot)) return true;
    if (NUMBER.test(part) && part.length < 24) return foot || pieces.length > 1 || /[a-z/]/i.test(part);
    return PRINT_DATE.test(part) && (foot || pieces.length > 1 || part.startsWith('Printed'));
  });
}

/** True where a label opens the line: a header at the top of every page is not a running head. */
function isHeader(line: Line): boolean {
  return labelledValues(line, { fuzzy: true, bare: false }).length > 0;
}

/** Lines of heads that have no labels in front: the same sender heads page after page. */
function headLines(lines: Line[]): Set<Line> {
  const heads = new Set<Line>();
  for (let i = 0; i < lines.length; i += 1) {
    const block = readBeside(lines, i) ?? readHeadless(lines, i);
    if (block) for (const line of lines.slice(block.first, block.last + 1)) heads.add(line);
  }
  return heads;
}

interface Sighting {
  page: number;
  line: Line;
  /** True where the line stands in the top or the foot zone of its page. */
  zone: 'top' | 'foot' | null;
  /** True where a header follows: the name above a message is not a running head of the paper. */
  overHeader: boolean;
}

/** Every line of the file by its shape, but for headers and shapes without letters: telephone numbers look alike. */
function collect(pages: { page: Page; lines: Line[] }[]): Map<string, Sighting[]> {
  const seen = new Map<string, Sighting[]>();
  for (const { page, lines } of pages) {
    const heads = headLines(lines);
    for (const [i, line] of lines.entries()) {
      if (heads.has(line)) continue;
      const key = shape(line.text);
      if (!/\p{L}{2}/u.test(key) || isHeader(line)) continue;
      const next = lines[i + 1];
      const foot = i >= lines.length - ZONE;
      // On a page of a few lines both zones hold all of them.
      const low = line.box !== null && line.box.y0 > page.height / 2;
      const zone = i < ZONE && !(foot && low) ? 'top' : foot ? 'foot' : null;
      const list = seen.get(key) ?? [];
      list.push({ page: page.page, line, zone, overHeader: next !== undefined && isHeader(next) });
      seen.set(key, list);
    }
  }
  return seen;
}

/** True where the numbers of a line stay from page to page or count the pages: those of a message's own dates do neither. */
function countsPages(here: Sighting[]): boolean {
  const numbers = here
    .toSorted((a, b) => a.page - b.page)
    .map(({ page, line }) => ({ page, digits: (line.text.match(/\d+/g) ?? []).map(Number) }));
  let steady = 0;
  for (let i = 1; i < numbers.length; i += 1) {
    const [before, after] = [numbers[i - 1], numbers[i]];
    if (!before || !after) continue;
    const turned = after.page - before.page;
    const fits = after.digits.every((digit, k) =>
      [0, turned].includes(digit - (before.digits[k] ?? Number.NaN)),
    );
    if (fits) steady += 1;
  }
  return steady >= (numbers.length - 1) * MOSTLY_HERE;
}

/** True where the lines of one shape stand in one place on several pages and hardly ever elsewhere, as text would. */
function isRunning(all: Sighting[], here: Sighting[], pageCount: number): boolean {
  const pages = new Set(here.map((sighting) => sighting.page));
  const least = pageCount <= 3 ? 2 : 3;
  return pages.size >= least && here.length >= all.length * MOSTLY_HERE && countsPages(here);
}

/** The lines that repeat as running heads and feet do: at one height, or in the zone on most pages where heights are not known. */
function runningLines(sightings: Sighting[], pageCount: number): Line[] {
  const found: Line[] = [];
  for (const zone of ['top', 'foot'] as const) {
    const here = sightings.filter((sighting) => sighting.zone === zone);
    // The owner's name stands over headers only.
    const over = here.filter((sighting) => sighting.overHeader).length;
    if (here.length === 0 || (zone === 'top' && over >= here.length * 0.8)) continue;
    if (here.every((sighting) => sighting.line.box === null)) {
      const most = new Set(here.map((sighting) => sighting.page)).size * 2 > pageCount;
      if (most && isRunning(sightings, here, pageCount)) found.push(...here.map((sighting) => sighting.line));
      continue;
    }
    for (const { line } of here) {
      const y = line.box?.y0 ?? 0;
      const level = here.filter((other) => Math.abs((other.line.box?.y0 ?? 0) - y) < DRIFT);
      if (isRunning(sightings, level, pageCount)) found.push(line);
    }
  }
  return found;
}

/**
 * Marks what belongs to the paper and not to the text on each page: Bates stamps, page numbers, print dates, browser
 * lines, release stamps, and running heads and feet, which repeat at one height. Marks only; nothing is taken away.
 */
export function markFurniture(pages: { page: Page; lines: Line[] }[]): void {
  const running = new Set<Line>();
  for (const sightings of collect(pages).values()) {
    if (sightings.length > 1) for (const line of runningLines(sightings, pages.length)) running.add(line);
  }
  for (const { page, lines } of pages) {
    const { top, foot } = zones(lines);
    const ends = new Set(foot.map((line) => shape(line.text)));
    for (const line of foot) {
      if (!isFurnitureByForm(line, page, true) && !line.furniture && !running.has(line)) break;
      line.furniture = true;
    }
    for (const [i, line] of top.entries()) {
      const isHead =
        i === 0 &&
        BROWSER_HEAD.test(line.text.trim()) &&
        foot.some((end) => BROWSER.test(end.text.trim().split(/\t/)[0] ?? ''));
      // A stamp that stands at both ends of a page is the paper's, also on a single page.
      const both =
        i < 2 &&
        line.text.length > 12 &&
        lines.length > ZONE &&
        ends.has(shape(line.text)) &&
        !isHeader(line);
      if (both) for (const end of foot) if (shape(end.text) === shape(line.text)) end.furniture = true;
      if (both || isHead || running.has(line) || isFurnitureByForm(line, page, false)) line.furniture = true;
      else if (!line.furniture) break;
    }
    for (const line of foot) {
      if (!isFurnitureByForm(line, page, true) && !line.furniture && !running.has(line)) break;
      line.furniture = true;
    }
    const first = lines.find((line) => !line.furniture);
    if (!first) continue;
    first.pageTop = true;
    // What stands above is the paper's; whether a paragraph begins here is not known.
    first.gap = false;
  }
}
