import iconv from 'iconv-lite';
import { type ContentLine, components, contentLines, plainValue } from './content-lines.ts';
import { documentItem } from './document-item.ts';
import type { Item } from './item.ts';
import { loadText } from './read-text.ts';
import type { Reader, Reading } from './reader.ts';
import { Unreadable } from './unreadable.ts';

const SHOWN: Record<string, string> = {
  FN: 'Name',
  NICKNAME: 'Nickname',
  ORG: 'Organization',
  TITLE: 'Title',
  ROLE: 'Role',
  EMAIL: 'E-mail',
  TEL: 'Telephone',
  ADR: 'Address',
  URL: 'Web',
  BDAY: 'Birthday',
  CATEGORIES: 'Categories',
  NOTE: 'Note',
};

/** The value of a line: old cards write other letters than ASCII as quoted-printable in a character set of their own. */
function lineValue({ parameters, value }: ContentLine): string {
  const encoding = (parameters.ENCODING ?? parameters.TYPE ?? '').toUpperCase();
  if (encoding !== 'QUOTED-PRINTABLE') return plainValue(value);
  const bytes = value.replace(/=([0-9A-Fa-f]{2})/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
  const charset = parameters.CHARSET ?? 'utf-8';
  const name = iconv.encodingExists(charset) ? charset : 'utf-8';
  return plainValue(iconv.decode(Buffer.from(bytes, 'latin1'), name));
}

/** The parts of a name or an address, in their order, without the empty ones. */
function joinParts(value: string): string {
  return value
    .split(/(?<!\\);/)
    .map(plainValue)
    .filter((part) => part !== '')
    .join(', ');
}

function nameOf(card: ContentLine[]): string {
  const line = (name: string) => card.find((entry) => entry.name === name);
  const full = line('FN');
  const parts = line('N');
  return full ? lineValue(full) : parts ? joinParts(lineValue(parts)) : '';
}

function toItem(card: ContentLine[], part: string, reading: Reading): Item {
  const lines = card.flatMap((line) => {
    const label = SHOWN[line.name];
    const value = line.name === 'ADR' || line.name === 'ORG' ? joinParts(lineValue(line)) : lineValue(line);
    return label === undefined || value === '' ? [] : [`${label}: ${value}`];
  });
  const body = (card.some(({ name }) => name === 'FN') ? lines : [`Name: ${nameOf(card)}`, ...lines]).join(
    '\n',
  );
  return { ...documentItem(reading, part, body), subject: nameOf(card) };
}

/** Reads address cards (RFC 6350 and its forerunners), each a document. It promises as many as it has cards. */
export const readVcf: Reader = async (reading) => {
  const cards = components(contentLines(await loadText(reading)), ['VCARD']);
  if (cards.length === 0) throw new Unreadable('empty-file', 'The file has no cards.');
  reading.tally.promise(cards.length);
  for (const [index, card] of cards.entries())
    await reading.tally.keepItem(toItem(card, `card ${index + 1}`, reading));
};
