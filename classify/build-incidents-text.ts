import type { Item } from '../ingest/index.ts';
import { readPeople } from './people.ts';
import { signatureOf } from './people-participants.ts';

/**
 * What an item says about a case: its subject and own text without the signature, so that an officer's telephone and
 * office join nothing. Line breaks of the page are made spaces.
 */
export function caseText(item: Item): string {
  const fresh =
    item.parts.length === 0
      ? item.body
      : item.parts
          .filter((part) => part.kind === 'new')
          .map((part) => item.body.slice(part.start, part.end))
          .join('\n');
  const signature = signatureText(item);
  const text = signature === '' ? fresh : fresh.replace(signature, '\n');
  return `${item.subject}\n${text}`.replace(/[^\S\n]+/g, ' ').replace(/(?<=[^\n])\n(?=[^\n])/g, ' ');
}

/** The signature block of an item, with what its headers name: the part that tells who writes, not about whom. */
export function signatureText(item: Item): string {
  return signatureOf(item, readPeople(item.from)[0]);
}
