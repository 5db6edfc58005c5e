import { emitText } from './emit-text.ts';
import { readOfficeZip } from './office-zip.ts';
import type { Reader } from './reader.ts';
import { Unreadable } from './unreadable.ts';
import { type XmlRules, xmlText } from './xml-text.ts';

/** OpenDocument 1.3 part 3, sections 5 to 9. */
const RULES: XmlRules = {
  words: new Set(['text:p', 'text:h']),
  // Deleted text, and who deleted or wrote it.
  skip: new Set([
    'text:tracked-changes',
    'dc:creator',
    'dc:date',
    'text:page-number',
    'svg:title',
    'svg:desc',
  ]),
  signs: { 'text:s': ' ', 'text:tab': '\t', 'text:line-break': '\n', 'text:list-item': '- ' },
  ends: { 'text:p': '\n', 'text:h': '\n', 'table:table-cell': '\t', 'table:table-row': '\n' },
  cells: new Set(['table:table-cell']),
};
const LOCKED = /manifest:encryption-data/;

/** Reads an OpenDocument text or presentation as its words. */
export const readOdf: Reader = async (reading) => {
  const parts = await readOfficeZip(reading, { keep: /^(?:content|META-INF\/manifest)\.xml$/ });
  if (LOCKED.test(parts.get('META-INF/manifest.xml') ?? ''))
    throw new Unreadable('encrypted', 'The document is locked with a password.');
  const content = parts.get('content.xml');
  if (content === undefined) throw new Unreadable('damaged', 'The document has no content.');
  await emitText(xmlText(content, RULES), reading);
};
