import { PAGE } from './pdf-file.ts';
import type { Line } from './pdf-lines.ts';
import { INK, RULE, type Sheet, TINT } from './pdf-sheet.ts';
import type { Span } from './pdf-words.ts';

/** A column: its share of the table's width, and whether it holds numbers. */
export interface Column {
  head: string;
  share: number;
  number?: boolean;
}

export type TableCell = string | readonly Span[];

export interface TableContent {
  /** Printed over the table, and read out before it. */
  caption: string;
  columns: readonly Column[];
  rows: readonly (readonly TableCell[])[];
  /** A last row set apart: sums. */
  foot?: readonly TableCell[];
  /** Size of the letters in points. */
  size?: number;
  /** Width in points; the page's text width where it is not given. */
  width?: number;
}

const PAD = { x: 4, y: 2.5 };
/** A row taller than this share of a page may be broken over two. */
const TALL = 0.3;
/** A table of so few rows is kept on one page, unless it takes more than this share of it. */
const SHORT = 12;
const MOST_KEPT = 0.4;

interface Layout {
  size: number;
  leading: number;
  columns: readonly (Column & { x: number; width: number })[];
}

function layOut({ columns, size = 8.5, width = PAGE.right - PAGE.left }: TableContent): Layout {
  const total = columns.reduce((sum, column) => sum + column.share, 0);
  let x: number = PAGE.left;
  const placed = columns.map((column) => {
    const share = (column.share / total) * width;
    const at = { ...column, x, width: share };
    x += share;
    return at;
  });
  return { size, leading: Math.round(size * 1.3 * 2) / 2, columns: placed };
}

function setCells(
  sheet: Sheet,
  { columns, size }: Layout,
  cells: readonly TableCell[],
  face: 'regular' | 'bold',
): Line[][] {
  return columns.map(({ width }, i) => {
    const cell = cells[i] ?? '';
    const spans = typeof cell === 'string' ? [{ text: cell, face }] : cell;
    return sheet.breakLines(spans, size, width - 2 * PAD.x);
  });
}

function heightOf(cells: readonly Line[][], { leading }: Layout): number {
  return Math.max(1, ...cells.map((lines) => lines.length)) * leading + 2 * PAD.y;
}

function styleOf({ size, leading }: Layout, column: Layout['columns'][number]) {
  const right = column.number === true ? { right: column.width - 2 * PAD.x } : {};
  return { size, leading, color: INK, ...right };
}

/** The head where it is read, or on a further page where it is only seen. */
function drawHead(sheet: Sheet, layout: Layout, cells: readonly Line[][], isRepeated: boolean): void {
  const height = heightOf(cells, layout);
  const first = layout.columns[0]?.x ?? PAGE.left;
  const width = layout.columns.reduce((sum, column) => sum + column.width, 0);
  sheet.fill(first, sheet.y, width, height, TINT);
  const draw = (i: number, column: Layout['columns'][number]): void => {
    const lines = cells[i] ?? [];
    const place = [column.x + PAD.x, sheet.y + PAD.y] as const;
    if (isRepeated) sheet.drawArtifact(lines, ...place, styleOf(layout, column), 'Pagination');
    else
      sheet.within('TH', () => sheet.drawLines('TH', lines, ...place, styleOf(layout, column)), {
        scope: 'Column',
      });
  };
  const drawAll = (): void => {
    for (const [i, column] of layout.columns.entries()) draw(i, column);
  };
  if (isRepeated) drawAll();
  else sheet.within('TR', drawAll);
  sheet.y += height;
  sheet.rule(sheet.y, INK, 0.7, first, first + width);
}

/** One row, or as much of it as `most` lines a cell. */
function drawRow(sheet: Sheet, layout: Layout, cells: readonly Line[][], rowHead: boolean): void {
  const height = heightOf(cells, layout);
  sheet.within('TR', () => {
    for (const [i, column] of layout.columns.entries()) {
      const tag = rowHead && i === 0 ? 'TH' : 'TD';
      const lines = cells[i] ?? [];
      const draw = (): void =>
        sheet.drawLines(tag, lines, column.x + PAD.x, sheet.y + PAD.y, styleOf(layout, column));
      sheet.within(tag, draw, tag === 'TH' ? { scope: 'Row' } : {});
    }
  });
  sheet.y += height;
  const last = layout.columns.at(-1);
  sheet.rule(sheet.y, RULE, 0.4, layout.columns[0]?.x, last === undefined ? undefined : last.x + last.width);
}

/** A table over as many pages as it needs, its head on each. The first cell of a row names the row. */
export function table(sheet: Sheet, content: TableContent): void {
  const layout = layOut(content);
  const head = setCells(
    sheet,
    layout,
    content.columns.map((column) => column.head),
    'bold',
  );
  const captionLines = sheet.breakLines([{ text: content.caption, face: 'bold' }], 9, PAGE.right - PAGE.left);
  const { rows } = content;
  const headHeight = heightOf(head, layout);
  const shown = rows.length <= SHORT ? rows : rows.slice(0, 2);
  const first = shown.map((cells) => setCells(sheet, layout, cells, 'regular'));
  const height = first.reduce(
    (sum, cells) => sum + heightOf(cells, layout),
    captionLines.length * 12 + 4 + headHeight + 14,
  );
  sheet.ensure(Math.min(height, (PAGE.bottom - PAGE.top) * MOST_KEPT));
  sheet.skip(4);

  function goOn(): void {
    sheet.newPage();
    drawHead(sheet, layout, head, true);
  }

  function drawWhole(set: Line[][]): void {
    let lines = set;
    const height = heightOf(lines, layout);
    const page = PAGE.bottom - PAGE.top - headHeight;
    if (height > sheet.room && (height <= page * TALL || sheet.room < page * TALL)) goOn();
    while (heightOf(lines, layout) > sheet.room) {
      const fit = Math.max(1, Math.floor((sheet.room - 2 * PAD.y) / layout.leading));
      drawRow(
        sheet,
        layout,
        lines.map((cell) => cell.slice(0, fit)),
        true,
      );
      lines = lines.map((cell) => cell.slice(fit));
      goOn();
    }
    drawRow(sheet, layout, lines, true);
  }

  sheet.within('Table', () => {
    sheet.within('Caption', () =>
      sheet.drawLines('Caption', captionLines, PAGE.left, sheet.y, { size: 9, leading: 12 }),
    );
    sheet.y += captionLines.length * 12 + 3;
    sheet.within('THead', () => drawHead(sheet, layout, head, false));
    sheet.within('TBody', () => {
      for (const [i, cells] of rows.entries()) {
        drawWhole(first[i] ?? setCells(sheet, layout, cells, 'regular'));
      }
    });
    const { foot } = content;
    if (foot !== undefined) sheet.within('TFoot', () => drawWhole(setCells(sheet, layout, foot, 'bold')));
  });
  sheet.y += 10;
}
