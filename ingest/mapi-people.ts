import { MAPI, type MapiMessage, type MapiProperties } from './mapi.ts';
import { formatPeople, normalizePeople, type Person } from './normalize-people.ts';

/** Kinds of recipients (PidTagRecipientType). */
const KINDS = { to: 1, cc: 2 } as const;

/** Outlook puts what it was given by hand in apostrophes. */
function unquoted(text: string): string {
  return text.trim().replace(/^'(.*)'$/, '$1');
}

/** The first address a mail program outside could use; a path in a directory of Exchange is none. */
function usableAddress(candidates: string[]): string {
  return candidates.map(unquoted).find((address) => address.includes('@')) ?? '';
}

/** The last name in a directory's path: `/o=City/ou=Police/cn=Recipients/cn=jsmith`. */
function directoryName(candidates: string[]): string {
  return (
    candidates.map((path) => /\/cn=([^/]+)$/i.exec(path.trim())?.[1] ?? '').find((name) => name !== '') ?? ''
  );
}

function person(name: string, candidates: string[]): Person {
  const address = usableAddress(candidates);
  const shown = unquoted(name.replace(/\s+/g, ' '));
  if (shown === '' && address === '') return { name: directoryName(candidates), address };
  return { name: shown.toLowerCase() === address.toLowerCase() ? '' : shown, address };
}

function sender(properties: MapiProperties): Person {
  const { text } = properties;
  const own = person(text(MAPI.senderName), [text(MAPI.senderSmtpAddress), text(MAPI.senderAddress)]);
  // Of a message sent for somebody else, mail programs show that person.
  const shown = person(text(MAPI.senderForName), [
    text(MAPI.senderForSmtpAddress),
    text(MAPI.senderForAddress),
  ]);
  if (shown.name === '' && shown.address === '') return own;
  return shown.address === '' && shown.name === own.name ? own : shown;
}

function headerAddress(headers: string): string {
  const line = /^From:(.*(?:\r?\n[ \t].*)*)/im.exec(headers)?.[1] ?? '';
  return /[^\s<>"(),;]+@[^\s<>"(),;]+/.exec(line)?.[0] ?? '';
}

function recipient({ text }: MapiProperties): Person {
  return person(text(MAPI.displayName), [text(MAPI.smtpAddress), text(MAPI.address)]);
}

function recipientsOf(message: MapiMessage, kind: number, shown: string): string {
  const listed = message.recipients.filter(({ number }) => number(MAPI.recipientKind) === kind);
  const people = listed.map(recipient).filter(({ name, address }) => name !== '' || address !== '');
  return people.length > 0 ? formatPeople(people) : normalizePeople(shown);
}

/** Sender and recipients as `Name <address>; …`. */
export function mapiPeople(message: MapiMessage): { from: string; to: string; cc: string } {
  const { properties } = message;
  const found = sender(properties);
  // Inside an organisation the sender is a path in its directory; the header the message travelled with has the address.
  const address = found.address || headerAddress(properties.text(MAPI.headers));
  const from = { ...found, address };
  return {
    from: from.name === '' && from.address === '' ? '' : formatPeople([from]),
    to: recipientsOf(message, KINDS.to, properties.text(MAPI.displayTo)),
    cc: recipientsOf(message, KINDS.cc, properties.text(MAPI.displayCc)),
  };
}
