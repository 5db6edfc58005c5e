import type { Message } from './link-messages.ts';
import { type Person, samePersonKey } from './people.ts';

/** What each person signs with, by time: a sergeant of one year may be a lieutenant in the next. */
export interface SignatureBook {
  /** The signature of this person nearest in time to `minute`; empty where the release has none. */
  signatureOf(person: Person, minute: number | null): string;
}

interface Signed {
  minute: number | null;
  text: string;
}

/** Letters kept of a signature: name, rank, office and telephone; what follows is a disclaimer. */
const MOST_LETTERS = 400;
/** Below this it is a first name or initials, which say nothing of office and rank. */
const FEWEST_LETTERS = 20;

export function buildSignatureBook(messages: readonly Message[]): SignatureBook {
  const book = new Map<string, Signed[]>();
  for (const message of messages) {
    const text = message.copies
      .map((copy) => copy.signature.trim())
      .find((signed) => signed.length >= FEWEST_LETTERS);
    if (message.from === null || message.from.hidden || text === undefined) continue;
    const key = samePersonKey(message.from);
    const known = book.get(key);
    const signed = { minute: message.minute, text: text.slice(0, MOST_LETTERS) };
    if (known === undefined) book.set(key, [signed]);
    // The same block again adds nothing but time to every look-up.
    else if (known.at(-1)?.text !== signed.text) known.push(signed);
  }
  return {
    signatureOf(person, minute) {
      const known = book.get(samePersonKey(person)) ?? [];
      const distance = (signed: Signed) =>
        minute === null || signed.minute === null
          ? Number.MAX_SAFE_INTEGER
          : Math.abs(signed.minute - minute);
      return (
        known.reduce<Signed | null>(
          (best, signed) => (best === null || distance(signed) < distance(best) ? signed : best),
          null,
        )?.text ?? ''
      );
    },
  };
}
