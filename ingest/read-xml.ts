import { emitText } from './emit-text.ts';
import { loadText } from './read-text.ts';
import type { Reader } from './reader.ts';
import { type XmlRules, xmlText } from './xml-text.ts';

const RULES: XmlRules = { skip: new Set(), signs: {}, ends: {}, cells: new Set() };

/** Reads an XML file of no known kind as the words between its tags, one element a line. */
export const readXml: Reader = async (reading) => {
  const xml = await loadText(reading);
  await emitText(xmlText(xml.replace(/>\s*</g, '>\n<'), RULES), reading);
};
