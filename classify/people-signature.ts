import type { Item } from '../ingest/index.ts';
import type { Person } from './people.ts';
import { foldText } from './text-similarity.ts';

/** Lines at the end of a text among which a signature can begin. */
const SIGNATURE_LINES = 8;
/** Letters of a line of a signature; lines of prose are longer. */
const SIGNATURE_WIDTH = 70;

export interface OwnText {
  /** What the writer wrote in this message only. */
  text: string;
  /** What stands under every message of this writer; empty where there is nothing of the kind. */
  signature: string;
}

/**
 * An item's own text (without what it quotes and without disclaimers) and its signature: the parts marked so, and the
 * short lines at the end of the text from the one that has the writer's family name on. An item without parts is all own text.
 */
export function splitSignature(item: Item, writer: Person | null | undefined): OwnText {
  const take = (kind: string) =>
    item.parts
      .filter((part) => part.kind === kind)
      .map((part) => item.body.slice(part.start, part.end))
      .join('\n');
  const text = item.parts.length === 0 ? item.body : take('new');
  const marked = take('signature');
  // What is marked may be the lower half only: name and rank read like prose.
  const at = signatureStart(text, writer?.words.at(-1));
  const found = text.slice(at);
  return { text: text.slice(0, at), signature: found === '' ? marked : `${found}\n${marked}`.trimEnd() };
}

/** Where the signature begins; the text's length where none is found. */
function signatureStart(text: string, family: string | undefined): number {
  const trimmed = text.trimEnd();
  if (family === undefined || family.length < 3) return text.length;
  let start = trimmed.length;
  let found = text.length;
  for (let line = 0; line < SIGNATURE_LINES && start >= 0; line++) {
    const before = trimmed.lastIndexOf('\n', start - 1);
    const words = trimmed.slice(before + 1, start);
    if (words.length > SIGNATURE_WIDTH) break;
    if (foldText(words).join('').includes(family) && isNameLine(words)) found = before + 1;
    start = before;
    if (before < 0) break;
  }
  return found;
}

/** "Det. Terry Oakley #418", "- Oakley": few words, most with a capital; not "Oakley is typing the complaint now". */
function isNameLine(line: string): boolean {
  const words = line.match(/\p{L}[\p{L}'’.-]*/gu) ?? [];
  const capitals = words.filter((word) => /^\p{Lu}/u.test(word)).length;
  return words.length <= 9 && capitals * 2 > words.length && !/[?!:]\s*$/.test(line);
}
