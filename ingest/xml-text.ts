import { Parser } from 'htmlparser2';
import { Unreadable } from './unreadable.ts';

/** How the elements of a markup become text. Names are those of the markup with their prefixes. */
export interface XmlRules {
  /** Elements outside which there are no words; without it, every text counts. */
  words?: ReadonlySet<string>;
  /** Elements whose content is none of the document's words. */
  skip: ReadonlySet<string>;
  /** Elements that stand for signs, by what they stand for. */
  signs: Readonly<Record<string, string>>;
  /** Elements after which a sign follows. */
  ends: Readonly<Record<string, string>>;
  /** Cells of tables: the paragraphs in one stand on one line. */
  cells: ReadonlySet<string>;
}

/** An element that stands for a number of equal signs states it here (ODF, `text:c`). */
const REPEAT = 'text:c';
const MAX_REPEAT = 1000;
/** Elements inside one another: documents have some tens; the parser's time grows with the square of them. */
const MAX_LEVELS = 2000;
/** The declaration of a document's type, with the entities it makes up. */
const DOCTYPE = /<!DOCTYPE[^[>]*(?:\[[^\]]*\]\s*)?>/gi;

/**
 * The words of an XML text. Nothing it names is loaded and no entity but the five of XML is known, so none can grow.
 * @throws Unreadable where its elements are nested too deep
 */
export function xmlText(xml: string, rules: XmlRules): string {
  const out: string[] = [];
  let level = 0;
  let skipped = 0;
  let inWords = 0;
  let inCell = 0;
  const put = (text: string) => {
    if (skipped === 0) out.push(inCell > 0 ? text.replaceAll('\n', ' ') : text);
  };
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        level += 1;
        if (level > MAX_LEVELS)
          throw new Unreadable('too-deep', 'The parts of the file are nested too deep to be read.');
        if (rules.skip.has(name)) skipped += 1;
        if (rules.words?.has(name)) inWords += 1;
        if (rules.cells.has(name)) inCell += 1;
        const sign = rules.signs[name];
        if (sign !== undefined) put(sign.repeat(Math.min(MAX_REPEAT, Number(attributes[REPEAT] ?? 1) || 1)));
      },
      ontext(text) {
        if (rules.words === undefined || inWords > 0) put(text);
      },
      onclosetag(name) {
        level -= 1;
        if (rules.cells.has(name)) inCell = Math.max(0, inCell - 1);
        const end = rules.ends[name];
        if (end !== undefined) put(end);
        if (rules.words?.has(name)) inWords = Math.max(0, inWords - 1);
        if (rules.skip.has(name)) skipped = Math.max(0, skipped - 1);
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.end(xml.replace(DOCTYPE, ''));
  return out
    .join('')
    .replace(/[ \t\u00a0]+$/gm, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
