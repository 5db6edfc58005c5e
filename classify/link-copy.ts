import type { Item } from '../ingest/index.ts';
import { contradictsWeekday, type Moment, readMoment } from './link-moments.ts';
import { readSubject, type Subject } from './link-subjects.ts';
import { type Person, readPeople } from './people.ts';
import { foldText, hasRedaction, shinglesOf } from './text-similarity.ts';

/** An item prepared for comparing with others: what one copy of a message says of itself. */
export interface Copy {
  item: Item;
  messageId: string | null;
  moment: Moment | null;
  from: Person | null;
  to: Person[];
  cc: Person[];
  subject: Subject;
  /** Own text, without what it quotes and without disclaimer, folded. */
  pieces: string[];
  /** Letters in `pieces`. */
  letters: number;
  redacted: boolean;
  numbers: Set<string>;
  /** The smallest hashes of the own text: texts that are alike share some. Empty for short texts. */
  sketch: Uint32Array;
}

/** Enough for two prints of one text with five in a hundred letters misread to share one, nearly always. */
const SKETCH = 12;
/** Of letters and digits: below this a text is too common to find copies by. */
export const SHORTEST_TELLING = 40;
/** Longer neighbours than for comparing: fewer texts share them by chance. */
const SKETCH_SHINGLE = 9;
/** Only the beginning is sketched: a longer copy and one cut short then share it, and the cost of an item is bounded. */
const SKETCHED_LETTERS = 1200;

export function readCopy(item: Item): Copy {
  const text = ownText(item);
  const pieces = foldText(text);
  const letters = pieces.reduce((sum, piece) => sum + piece.length, 0);
  const moment = readMoment(item.date);
  return {
    item,
    messageId: item.message_id === null ? null : item.message_id.trim().replace(/^<|>$/g, ''),
    moment: moment !== null && contradictsWeekday(moment, item.date_raw) ? null : moment,
    from: readPeople(item.from)[0] ?? null,
    to: readPeople(item.to),
    cc: readPeople(item.cc),
    subject: readSubject(item.subject),
    pieces,
    letters,
    redacted: item.redacted || hasRedaction(text),
    numbers: numbersIn(text),
    sketch: letters < SHORTEST_TELLING ? new Uint32Array() : sketchOf(pieces),
  };
}

/** What the writer of an item wrote: its new text and signature; the whole body where the parts are not known. */
export function ownText(item: Item): string {
  if (item.parts.length === 0) return item.body;
  return item.parts
    .filter((part) => part.kind === 'new' || part.kind === 'signature')
    .map((part) => item.body.slice(part.start, part.end))
    .join('\n');
}

function sketchOf(pieces: readonly string[]): Uint32Array {
  const start: string[] = [];
  let taken = 0;
  for (const piece of pieces) {
    if (taken >= SKETCHED_LETTERS) break;
    start.push(piece.slice(0, SKETCHED_LETTERS - taken));
    taken += piece.length;
  }
  return shinglesOf(start, SKETCH_SHINGLE).slice(0, SKETCH);
}

/** Numbers of two digits and more, as written: what tells one day's notice from the next. */
function numbersIn(text: string): Set<string> {
  return new Set(text.match(/\d{2,}/g) ?? []);
}
