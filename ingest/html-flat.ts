import { Tokenizer } from 'htmlparser2';

/** Elements whose content is none of the page's words. */
const SKIPPED = new Set(['script', 'style', 'title']);
/** Elements that stand apart from what is before and behind them by an empty line. */
const APART = new Set('p blockquote pre ul ol dl table h1 h2 h3 h4 h5 h6'.split(' '));
/** Elements that begin and end on lines of their own. */
const LINES = new Set(
  'div tr li dt dd hr body center form fieldset section article header footer main nav aside address'.split(
    ' ',
  ),
);
const CELLS = new Set(['td', 'th']);
/** White space as HTML knows it: a run of it shows as one blank. */
const BLANKS = /[ \t\r\n\f]+/g;

/**
 * The words of a web page from its tags alone, one after the other, without regard to what lies in what: lines and
 * paragraphs are kept, cells of a row stand on one line, quotations and lists carry no marks. For pages whose elements are
 * nested too deep to be followed; linear in the length of the page.
 */
export function flatText(html: string): string {
  const out: string[] = [];
  let skipping = '';
  let preformatted = 0;
  /** Line breaks that come before the next words, two at the most, and whether these begin another cell. */
  let breaks = 0;
  let nextCell = false;

  const put = (text: string): void => {
    if (skipping !== '') return;
    const words = preformatted > 0 ? text : text.replace(BLANKS, ' ');
    if (words === '' || (words === ' ' && (breaks > 0 || nextCell))) return;
    if (breaks > 0) out.push('\n'.repeat(breaks));
    else if (nextCell) out.push('\t');
    out.push(words);
    breaks = 0;
    nextCell = false;
  };
  const tag = (name: string, closes: boolean): void => {
    if (SKIPPED.has(name)) skipping = closes ? '' : name;
    if (name === 'pre') preformatted = Math.max(0, preformatted + (closes ? -1 : 1));
    if (name === 'br') breaks = Math.min(2, breaks + 1);
    else if (APART.has(name)) breaks = 2;
    else if (LINES.has(name)) breaks = Math.max(1, breaks);
    else if (CELLS.has(name) && closes) nextCell = true;
  };
  const nothing = () => {};
  const tokenizer = new Tokenizer(
    { xmlMode: false, decodeEntities: true },
    {
      ontext: (start, end) => put(html.slice(start, end)),
      ontextentity: (code) => put(String.fromCodePoint(code)),
      onopentagname: (start, end) => tag(html.slice(start, end).toLowerCase(), false),
      onclosetag: (start, end) => tag(html.slice(start, end).toLowerCase(), true),
      onattribdata: nothing,
      onattribentity: nothing,
      onattribend: nothing,
      onattribname: nothing,
      oncdata: nothing,
      oncomment: nothing,
      ondeclaration: nothing,
      onend: nothing,
      onopentagend: nothing,
      onprocessinginstruction: nothing,
      onselfclosingtag: nothing,
    },
  );
  tokenizer.write(html);
  tokenizer.end();
  const lines = out.join('').split('\n');
  return lines
    .map((line) => line.trimEnd())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
