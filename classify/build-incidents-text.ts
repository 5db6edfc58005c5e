import type { Item } from '../ingest/index.ts';
import { readPeople } from './people.ts';
import { splitSignature } from './people-signature.ts';

/**
 * What an item says about a case: its subject and own text without the signature, so that an officer's telephone and
 * office join nothing. Line breaks of the page are made spaces.
 */
export function caseText(item: Item): string {
  const { text } = splitSignature(item, readPeople(item.from)[0]);
  return `${item.subject}\n\n${text}`.replace(/[^\S\n]+/g, ' ').replace(/(?<=[^\n])\n(?=[^\n])/g, ' ');
}

/** The signature block of an item: the part that tells who writes, not about whom. */
export function signatureText(item: Item): string {
  return splitSignature(item, readPeople(item.from)[0]).signature;
}
