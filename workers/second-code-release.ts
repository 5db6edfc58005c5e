import {
  coderInputOf,
  type Exchange,
  type LinkedItem,
  leadingOpinion,
  type Opinion,
} from '../classify/index.ts';
import type { Progress } from './progress.ts';
import { QueueClosed } from './queue.ts';
import type { SecondCoder } from './second-coder.ts';

/** Probability from which what the first coder set aside as no contact is not asked again. */
const SURE = 0.99;

function isAsked({ verdict, probability, needs_review }: Exchange): boolean {
  return verdict !== 'not-contact' || needs_review || probability < SURE;
}

/**
 * Asks the second coder about the items of each exchange that is a contact or may be one. Where the two differ the
 * exchange goes before a person; nothing else of it changes.
 */
export async function codeAgain(
  { exchanges, items }: { exchanges: readonly Exchange[]; items: readonly LinkedItem[] },
  second: SecondCoder,
  progress: Progress,
  signal: AbortSignal,
): Promise<void> {
  const byId = new Map(items.map((item) => [item.item_id, item]));
  const asked = exchanges.filter(isAsked);
  progress.begin('second', asked.length);
  for (const exchange of asked) {
    // A person who stops the run need not wait for a slow model.
    if (signal.aborted) throw new QueueClosed();
    const opinions: Opinion[] = [];
    for (const id of exchange.items) {
      const item = byId.get(id);
      const opinion = item === undefined ? null : await second.code(coderInputOf(item));
      if (opinion !== null) opinions.push(opinion);
    }
    const lead = leadingOpinion(opinions);
    if (lead !== null) {
      second.compare(exchange, lead);
      if (lead.verdict !== exchange.verdict) exchange.needs_review = true;
    }
    progress.advance('second', 'done');
  }
  progress.end('second');
}
