/**
 * Rows of the report's table as pieces of HTML, so that ten thousand of them need no elements until they are shown. Like
 * `filter.ts`, these functions run in the reader's browser from their own source.
 */

/** One row of the table: its id, the fields that filters look at, and its HTML. */
export interface TableRow {
  id: string;
  fields: Record<string, string>;
  html: string;
}

/** What a piece of the report's own HTML says: without marks, in small letters. */
export function plainWords(html: string): string {
  const text = html
    .replace(/<\/?mark>/g, '')
    .replace(/<[^>]*>/g, ' ')
    .toLowerCase();
  if (!text.includes('&')) return text;
  const letters: Record<string, string> = { lt: '<', gt: '>', quot: '"', '#39': "'", amp: '&' };
  return text.replace(/&(lt|gt|quot|#39|amp);/g, (whole, name: string) => letters[name] ?? whole);
}

/** The rows of a table's body, in order. */
export function readRows(html: string): TableRow[] {
  const rows: TableRow[] = [];
  for (const piece of html.split('<tr ').slice(1)) {
    const end = piece.indexOf('</tr>');
    const head = piece.slice(0, piece.indexOf('>'));
    const fields: Record<string, string> = {};
    for (const [, name = '', value = ''] of head.matchAll(/ data-([a-z]+)="([^"]*)"/g)) fields[name] = value;
    const id = /(?:^| )id="([^"]*)"/.exec(head)?.[1] ?? '';
    rows.push({ id, fields, html: `<tr ${piece.slice(0, end)}</tr>` });
  }
  return rows;
}

/** What a row is sorted by in one column: the key in its cell, else the cell's words. */
export function sortKey(html: string, column: number, wordsOf: (html: string) => string): string {
  const cell = html.split('<td')[column + 1];
  if (cell === undefined) return '';
  const key = / data-sort="([^"]*)"/.exec(cell.slice(0, cell.indexOf('>')));
  return key === null ? wordsOf(`<td${cell}`).trim() : (key[1] ?? '');
}

/** The words of every contact in a stretch of HTML, by the id of its block, each as it stands in the HTML. */
export function splitExhibits(html: string): [string, string][] {
  return html
    .split('<details class="exhibit"')
    .slice(1)
    .map((piece) => [/<div class="body" id="([^"]*)"/.exec(piece)?.[1] ?? '', `<details${piece}`]);
}
