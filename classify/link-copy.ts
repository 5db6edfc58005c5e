import type { Item } from '../ingest/index.ts';
import { contradictsWeekday, type Moment, readMoment } from './link-moments.ts';
import { readSubject, type Subject } from './link-subjects.ts';
import { type Person, readPeople } from './people.ts';
import { splitSignature } from './people-signature.ts';
import { foldText, hasRedaction, smallestHashes } from './text-similarity.ts';

/** An item prepared for comparing with others: what one copy of a message says of itself. */
export interface Copy {
  item: Item;
  messageId: string | null;
  moment: Moment | null;
  from: Person | null;
  to: Person[];
  cc: Person[];
  subject: Subject;
  /** Own text, folded: without what it quotes, disclaimer and signature, which stands under other messages as well. */
  pieces: string[];
  /** `pieces` without the gaps. */
  whole: string;
  signature: string;
  /** Letters in `pieces`. */
  letters: number;
  redacted: boolean;
  numbers: Set<string>;
  /** The smallest hashes of the own text: texts that are alike share some. Empty for short texts. */
  sketch: number[];
}

/** Enough for two prints of one text with five in a hundred letters misread to share one, nearly always. */
const SKETCH = 12;
/** Of letters and digits: below this a text is too common to find copies by. */
export const SHORTEST_TELLING = 40;
/** Longer neighbours than for comparing: fewer texts share them by chance. */
const SKETCH_SHINGLE = 9;
/** Only the beginning is sketched: a longer copy and one cut short then share it, and the cost of an item is bounded. */
const SKETCHED_LETTERS = 1200;

/** Prepares items one after another; headers that come again are read once. */
export function createCopyReader(): (item: Item) => Copy {
  const people = remember(readPeople);
  const subjects = remember(readSubject);
  return (item) => {
    const from = people(item.from)[0] ?? null;
    const { text, signature } = splitSignature(item, from);
    const pieces = foldText(text);
    const whole = pieces.length === 1 ? (pieces[0] ?? '') : pieces.join('');
    const moment = readMoment(item.date);
    return {
      item,
      messageId: item.message_id === null ? null : item.message_id.trim().replace(/^<|>$/g, ''),
      moment: moment !== null && contradictsWeekday(moment, item.date_raw) ? null : moment,
      from,
      to: people(item.to),
      cc: people(item.cc),
      subject: subjects(item.subject),
      pieces,
      signature,
      whole,
      letters: whole.length,
      redacted: item.redacted || hasRedaction(text),
      numbers: numbersIn(text),
      sketch: whole.length < SHORTEST_TELLING ? [] : sketchOf(pieces),
    };
  };
}

function remember<T>(read: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) return found;
    const made = read(text);
    known.set(text, made);
    return made;
  };
}

function sketchOf(pieces: readonly string[]): number[] {
  const start: string[] = [];
  let taken = 0;
  for (const piece of pieces) {
    if (taken >= SKETCHED_LETTERS) break;
    start.push(piece.slice(0, SKETCHED_LETTERS - taken));
    taken += piece.length;
  }
  return smallestHashes(start, SKETCH_SHINGLE, SKETCH);
}

/** Numbers of two digits and more, as written: what tells one day's notice from the next. */
function numbersIn(text: string): Set<string> {
  return new Set(text.match(/\d{2,}/g) ?? []);
}
