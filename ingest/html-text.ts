import { compile, type Formatter, type Node, type Selector } from 'html-to-text';
import { nestsDeeper } from './html-depth.ts';
import { flatText } from './html-flat.ts';

/** Nested deeper than this a page was made to break readers; browsers stop at 512 too. */
const MAX_DEPTH = 512;
/** Stands where the library left out what is nested deeper by its own count; no page holds this character. */
const LEFT_OUT = '\uffff';
const BLOCKS = new Set(['p', 'div', 'table', 'ul', 'ol', 'blockquote', 'pre', 'h1', 'h2', 'h3', 'h4']);

function isBlank(node: Node): boolean {
  return node.type === 'text' && (node.data ?? '').trim() === '';
}

/** What stands inside a cell, without the one paragraph or box that office programs wrap around it. */
function cellContent(cell: Node): Node[] {
  const children = (cell.children ?? []).filter((child) => !isBlank(child));
  const [only] = children;
  const wrapped = children.length === 1 && only && (only.name === 'p' || only.name === 'div');
  return wrapped ? cellContent(only) : children;
}

/** A cell of a few words stands on its row's line; one with paragraphs of its own is a block, as in pages laid out by tables. */
const formatCell: Formatter = (cell, walk, builder) => {
  const content = cellContent(cell);
  if (content.some((child) => BLOCKS.has(child.name ?? ''))) {
    builder.openBlock({ leadingLineBreaks: 1 });
    walk(content, builder);
    builder.closeBlock({ trailingLineBreaks: 1 });
    return;
  }
  walk(content, builder);
  builder.addLiteral('\t');
};

const tight = { leadingLineBreaks: 1, trailingLineBreaks: 1 };

const SELECTORS: Selector[] = [
  { selector: 'img', format: 'skip' },
  { selector: 'a', options: { ignoreHref: true } },
  { selector: 'hr', format: 'block' },
  { selector: 'p.MsoNormal', format: 'paragraph', options: tight },
  { selector: 'pre', format: 'pre', options: tight },
  { selector: 'ul', format: 'unorderedList', options: { itemPrefix: '- ', ...tight } },
  { selector: 'table', format: 'block', options: tight },
  { selector: 'tr', format: 'block', options: tight },
  { selector: 'td', format: 'cell' },
  { selector: 'th', format: 'cell' },
  ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((selector) => ({
    selector,
    format: 'heading',
    options: { uppercase: false },
  })),
];

const settings = {
  wordwrap: false,
  limits: { maxDepth: MAX_DEPTH, ellipsis: LEFT_OUT },
  formatters: { cell: formatCell },
} as const;
const convert = compile({ ...settings, selectors: SELECTORS });
const convertTight = compile({
  ...settings,
  selectors: [...SELECTORS, { selector: 'p', format: 'paragraph', options: tight }],
});

/** A line break at the end of a block shows nothing (it would read as an empty line); one alone in a block is an empty line. */
const IDLE_BREAK =
  /(<\/(?:span|b|i|u|a|font|strong|em)>|[^>\s])\s*<br\s*\/?>\s*(?=<\/(?:div|p|td|li|blockquote)>)/gi;

/** The words of a web page and how they were found. */
export interface PageWords {
  text: string;
  /** True where its elements are nested too deep to be followed: all words are there, but less of their layout. */
  tooDeep: boolean;
}

/**
 * The words of a web page, a row of a table a line. Nothing is loaded: images are left out, a link gives its words.
 * `tight` is for pages made from documents, whose gaps are paragraphs of their own.
 */
export function readWords(html: string, { tight = false } = {}): PageWords {
  if (nestsDeeper(html, MAX_DEPTH)) return { text: flatText(html), tooDeep: true };
  const page = html.replace(IDLE_BREAK, '$1');
  const text = tight ? convertTight(page) : convert(page);
  if (text.includes(LEFT_OUT)) return { text: flatText(html), tooDeep: true };
  const words = text
    .replace(/[ \t\u00a0]+$/gm, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
  return { text: words, tooDeep: false };
}

/** The words alone, see `readWords`. */
export function htmlText(html: string, options: { tight?: boolean } = {}): string {
  return readWords(html, options).text;
}
