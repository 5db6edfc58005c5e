import type { Item } from '../ingest/index.ts';
import type { Coder } from './coder.ts';
import type { CoderInput, Coding } from './coding.ts';

/** An item as the coder reads it. */
export function coderInputOf(item: Item): CoderInput {
  return {
    id: item.item_id,
    kind: item.kind,
    headers: {
      from: item.from,
      to: item.to,
      cc: item.cc,
      date: item.date ?? item.date_raw,
      subject: item.subject,
    },
    body: item.body,
  };
}

/** Codes one item with what it quotes. */
export function codeItem(item: Item, coder: Coder): Coding {
  return coder.code(coderInputOf(item));
}
