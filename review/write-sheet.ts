import type { CaseData } from '../case/index.ts';
import type { Exchange, LinkedItem } from '../classify/index.ts';
import {
  CONDUCT_WORDS,
  type FlatTable,
  type FrameUnit,
  PURPOSE_WORDS,
  pageUnit,
  RELEVANCE_WORDS,
  VERDICT_RULES,
} from '../report/index.ts';

/** What a coder reads and fills in. Nothing in it tells what the model made of the unit. */
export const SHEET_COLUMNS = [
  'row',
  'sample',
  'unit',
  'relevance',
  'purpose',
  'conduct',
  'verdict',
  'coder',
  'note',
  'date',
  'from',
  'to',
  'subject',
  'where',
  'text',
] as const;

/** In characters, in the same order. */
const WIDTHS = [5, 7, 22, 12, 18, 14, 22, 14, 24, 17, 24, 24, 24, 24, 110];
/** Cells that coders fill in. */
const ANSWERS = 6;

/** Longest text of a cell, in UTF-16 units: spreadsheets hold 32,767, and an apostrophe may come in front. */
const LONGEST = 32_000;

function cutText(text: string): string {
  if (text.length <= LONGEST) return text;
  const end = '\n[… cut here: read on in the file]';
  return text.slice(0, LONGEST - end.length) + end;
}

function place({ path, page_start, page_end, part }: LinkedItem): string {
  if (page_start === null) return part === null ? path : `${path} (${part})`;
  return page_end === null || page_end === page_start
    ? `${path} p. ${page_start}`
    : `${path} p. ${page_start}–${page_end}`;
}

function header(item: LinkedItem): string {
  const lines: [string, string][] = [
    ['From', item.from],
    ['To', item.to],
    ['Cc', item.cc],
    ['Date', item.date_raw || (item.date ?? '')],
    ['Subject', item.subject],
  ];
  return lines
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `${name}: ${value}`)
    .join('\n');
}

function distinct(values: readonly string[]): string {
  return [...new Set(values.filter((value) => value !== ''))].join('; ');
}

type Asked = [date: string, from: string, to: string, subject: string, where: string, text: string];

function askItems(items: readonly LinkedItem[], exchange: Exchange | null): Asked {
  const [first] = items;
  const several = items.length > 1;
  const texts = items.map((item, i) => {
    const head = several ? `[${i + 1} of ${items.length}]\n` : '';
    return `${head}${header(item)}\n\n${item.body.trim()}`.trim();
  });
  return [
    exchange?.first_date ?? first?.date ?? '',
    distinct(items.map(({ from }) => from)),
    distinct(items.map(({ to }) => to)),
    exchange?.subject ?? first?.subject ?? '',
    distinct(items.map(place)),
    cutText(texts.join('\n\n----------\n\n')),
  ];
}

/** The sheet of a sample: a row a unit with what a coder needs to answer from the text alone, and empty cells for the answers. */
export function buildSheet(
  sample: number,
  units: readonly FrameUnit[],
  { exchanges, items, files, pages }: Pick<CaseData, 'exchanges' | 'items' | 'files' | 'pages'>,
): FlatTable {
  const itemsById = new Map(items.map((item) => [item.item_id, item]));
  const exchangesById = new Map(exchanges.map((exchange) => [exchange.exchange_id, exchange]));
  const paths = new Map(files.map(({ file_id, path }) => [file_id, path]));
  const places = new Map(
    pages.map(({ file_id, page }) => [
      pageUnit(file_id, page),
      `${paths.get(file_id) ?? file_id} p. ${page}`,
    ]),
  );
  const ask = ({ unit, kind }: FrameUnit): Asked => {
    if (kind === 'page') {
      const where = places.get(unit) ?? unit;
      return [
        '',
        '',
        '',
        '',
        where,
        `[Nothing could be read on this page. Open ${where} and answer from what you see there.]`,
      ];
    }
    const exchange = exchangesById.get(unit) ?? null;
    const ids = exchange === null ? [unit] : exchange.items;
    return askItems(
      ids.flatMap((id) => itemsById.get(id) ?? []),
      exchange,
    );
  };
  return {
    name: 'sheet',
    columns: SHEET_COLUMNS,
    rows: units.map((unit, i) => {
      const answers = Array.from({ length: ANSWERS }, () => '');
      return [i + 1, sample, unit.unit, ...answers, ...ask(unit)];
    }),
    widths: WIDTHS,
  };
}

/** The codes that may be written into a sheet, for the second sheet of the workbook. */
export function buildCodeList(): FlatTable {
  const list = (column: string, words: Readonly<Record<string, string>>) =>
    Object.entries(words).map(([code, meaning]) => [column, code, meaning]);
  const verdicts = Object.fromEntries(
    Object.entries(VERDICT_RULES).map(([code, { rule, meaning }]) => [code, `${meaning} (${rule})`]),
  );
  return {
    name: 'codes',
    columns: ['column', 'code', 'meaning'],
    rows: [
      ...list('relevance', RELEVANCE_WORDS),
      ...list('purpose', PURPOSE_WORDS),
      ...list('conduct', CONDUCT_WORDS),
      ...list('verdict', verdicts),
    ],
    widths: [14, 24, 110],
  };
}
