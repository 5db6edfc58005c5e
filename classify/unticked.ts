import type { Token } from './tokenize.ts';

/** A box of a form, or brackets for one, with what stands in it where it is ticked; the last are those of Wingdings. */
const BOX = /\[[ _]{0,3}([xX✓✔]?)[ _]{0,3}\]|\([ _]{1,3}\)|\(([xX✓✔])\)|[☐☑☒□\uF0A8\uF06F\uF0FE\uF078]/g;
const TICKED = /[xX✓✔☑☒\uF0FE\uF078]/;

/** Where a line has columns, what stands behind the space is another field. */
const COLUMN = /\t| {2}/;

/** Places of a text from `start` up to, not including, `end`. */
export interface Stretch {
  start: number;
  end: number;
}

/** Boxes on one line that make a form of an e-mail; of fewer each but the first stands apart ("[ ] ICE  [x] PAROLE"). */
const ROW = 3;

/** True for boxes in a row, false for brackets that somebody tells of: "it had [x] by ICE, I also got [ ] blank ones". */
function isRow(line: string, boxes: readonly RegExpExecArray[]): boolean {
  const [, second] = boxes;
  if (second === undefined) return false;
  return boxes.length >= ROW || COLUMN.test(line.slice(second.index - 2, second.index));
}

/**
 * What a form leaves unticked, and so does not say: the words of an empty box's option, which ends at the next box, at the end
 * of the line or where something else begins (`optionEnd`). Where a line begins with words and ends with a box, each box
 * belongs to the words before it. Of a form without any tick nothing is left out: ticks are often lost in a scan. An e-mail is
 * a form only where boxes stand on two lines or in a row.
 */
export function findUnticked(text: string, isEmail = false): Stretch[] {
  if (!/[[(☐□\uF0A8\uF06F]/.test(text)) return [];
  const found: Stretch[] = [];
  let ticks = 0;
  let lines = 0;
  let hasRow = false;
  let from = 0;
  for (const line of text.split('\n')) {
    const boxes = [...line.matchAll(BOX)];
    if (boxes.length > 0) lines += 1;
    hasRow ||= isRow(line, boxes);
    ticks += boxes.filter(([box]) => TICKED.test(box)).length;
    for (const { start, end } of untickedOf(line, boxes))
      found.push({ start: from + start, end: from + end });
    from += line.length + 1;
  }
  const isForm = !isEmail || lines > 1 || hasRow;
  return ticks > 0 && isForm ? found : [];
}

function untickedOf(line: string, boxes: readonly RegExpExecArray[]): Stretch[] {
  const [first] = boxes;
  const last = boxes.at(-1);
  if (first === undefined || last === undefined) return [];
  const leads = line.slice(0, first.index).trim() !== '' && line.slice(behind(last)).trim() === '';
  const filled = isFilledIn(line, boxes) ? last : null;
  const found: Stretch[] = [];
  for (const [at, box] of boxes.entries()) {
    if (TICKED.test(box[0]) || box === filled) continue;
    const before = boxes[at - 1];
    const next = boxes[at + 1];
    if (leads) {
      const start = before ? behind(before) : 0;
      found.push({ start: start + optionStart(line.slice(start, box.index)), end: box.index });
    } else {
      const start = behind(box);
      const option = line.slice(start, next?.index ?? line.length);
      const end = start + optionEnd(option, line.slice(0, box.index), next === undefined);
      found.push({ start, end });
    }
  }
  return found;
}

/**
 * True where somebody wrote what is the case behind the last option of a field in place of a tick: "Released to: [ ] self
 * [ ] other: ICE, Ofc. Poe".
 */
function isFilledIn(line: string, boxes: readonly RegExpExecArray[]): boolean {
  const last = boxes.at(-1)!;
  const option = line.slice(behind(last));
  return (
    boxes.length > 1 &&
    !boxes.some(([box]) => TICKED.test(box)) &&
    line.slice(0, boxes[0]!.index).trimEnd().endsWith(':') &&
    FILLED.test(option) &&
    labelIn(option.trim(), 1) < 0
  );
}

/** An option with a label of its own and words behind it; a yes or a no is not one. */
const FILLED =
  /^\s?(?!(?:yes|no|y|n)(?!\p{L}))\p{L}+(?: \p{L}+){0,2}: ?(?!(?:none|no|n\/?a|nil|unk(?:nown)?)(?!\p{L}))[\p{L}\p{N}]/iu;

const behind = (box: RegExpExecArray): number => box.index + box[0].length;

/** What a form calls a field: "Agent:", "Form no.:". */
const LABEL = /(?<=^|\s)\p{Lu}[\p{L}.#']{0,20}(?: \p{Ll}[\p{L}.#']{0,14})?:(?=\s|$)/gu;
const ANSWER = /^(?:yes|no|y|n)(?![\p{L}\p{N}'’/])/iu;
const NO = /^no?$/i;
/** A blank that nobody filled in belongs to the option: "[ ] ICE detainer   Officer: ____". */
const BLANK = /_{3}/;
/** Behind an answer: what somebody added to it, on the last option of a line. */
const ADDED = /^\.?\s?(?:[,;]|->|<-|[–—]|- )/;

/**
 * Where the words of an option end: "[ ] No, turned over to ICE", "[ ] phone  Agent: Ruland" and "[ ] no Time: 0300" tell what is
 * the case behind it. The first label may be the option's own ("[ ] other agency: USMS"); a yes or a no has none.
 */
function optionEnd(option: string, before: string, isLast: boolean): number {
  const words = option.trim();
  if (words === '') return option.length;
  const start = option.length - option.trimStart().length;
  const opensField = words.endsWith(':') || labelIn(words, 0) === 0;
  if (start > 2 && opensField && before.trimEnd().endsWith(':')) return 0;
  const [answer] = ANSWER.exec(words) ?? [];
  if (BLANK.test(words)) return option.length;
  if (answer !== undefined && NO.test(answer) && isLast && ADDED.test(words.slice(answer.length)))
    return start + answer.length;
  const ownLabel = answer === undefined ? words.indexOf(':') + 1 : answer.length;
  const ends = [words.search(COLUMN), labelIn(words, ownLabel)].filter((end) => end >= 0);
  return start + Math.min(words.length, ...ends);
}

/** Where the first label at or behind a place begins; -1 without one. */
function labelIn(words: string, from: number): number {
  LABEL.lastIndex = from;
  return LABEL.exec(words)?.index ?? -1;
}

/** Where the words begin that stand before their box: behind the last column or label that is not their own. */
function optionStart(option: string): number {
  const words = option.trimEnd();
  const inner = words.trimStart();
  const column = Math.max(inner.lastIndexOf('  ') + 2, inner.lastIndexOf('\t') + 1);
  const start = column > 1 ? column : 0;
  const label = inner.slice(start, -1).lastIndexOf(': ');
  return words.length - inner.length + start + (label < 0 ? 0 : label + 1);
}

/** Number of the first of the stretches, which come in order, that ends behind a place. */
export function firstEndingBehind(stretches: readonly Stretch[], place: number): number {
  let [low, high] = [0, stretches.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (stretches[middle]!.end <= place) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Puts a mark for the words, of a clause that begins at `start`, that lie within the stretches. */
export function putMark(
  tokens: readonly Token[],
  start: number,
  stretches: readonly Stretch[],
  mark: string,
): void {
  const end = start + (tokens.at(-1)?.end ?? 0);
  for (let at = firstEndingBehind(stretches, start); at < stretches.length; at += 1) {
    const stretch = stretches[at]!;
    if (stretch.start >= end) break;
    for (const token of tokens) {
      if (start + token.start >= stretch.start && start + token.end <= stretch.end) token.text = mark;
    }
  }
}
