import type { Item } from '../ingest/index.ts';
import type { Coder } from './coder.ts';
import type { CoderInput, Coding } from './coding.ts';
import { completeHeaders } from './complete-headers.ts';
import type { KnownPerson } from './people-participants.ts';

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

/** Codes one item with what it quotes; `people` are those whom the rest of the release knows better than this item does. */
export function codeItem(item: Item, coder: Coder, people: readonly KnownPerson[] = []): Coding {
  const input = coderInputOf(item);
  return coder.code({ ...input, headers: completeHeaders(input.headers, people) });
}
