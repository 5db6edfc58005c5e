import { emitText } from './emit-text.ts';
import { readOfficeZip } from './office-zip.ts';
import type { Reader } from './reader.ts';
import { type XmlRules, xmlText } from './xml-text.ts';

const PARTS =
  /^ppt\/(?:slides|notesSlides)\/(?:_rels\/)?(?:slide|notesSlide)\d+\.xml(?:\.rels)?$|^ppt\/comments\/[^/]+\.xml$/;
/** DrawingML and PresentationML (ECMA-376 part 1, sections 19 and 21). */
const RULES: XmlRules = {
  words: new Set(['a:t', 'p:text']),
  // Running numbers and dates of slides.
  skip: new Set(['a:fld']),
  signs: { 'a:br': '\n', 'a:tab': '\t' },
  ends: { 'a:p': '\n', 'a:tc': '\t', 'a:tr': '\n', 'p:text': '\n' },
  cells: new Set(['a:tc']),
};

function number(name: string): number {
  return Number(/(\d+)\.xml$/.exec(name)?.[1] ?? 0);
}

/** The notes of a slide, which its list of relations names. */
function notesOf(slide: string, parts: ReadonlyMap<string, string>): string {
  const relations = parts.get(slide.replace('slides/', 'slides/_rels/').concat('.rels')) ?? '';
  const target = /notesSlides\/notesSlide\d+\.xml/.exec(relations)?.[0];
  return target === undefined ? '' : xmlText(parts.get(`ppt/${target}`) ?? '', RULES);
}

/** Reads a presentation as the words of its slides, each with its notes, and of its comments. */
export const readPptx: Reader = async (reading) => {
  const parts = await readOfficeZip(reading, { keep: PARTS });
  const slides = [...parts.keys()]
    .filter((name) => /^ppt\/slides\/slide/.test(name))
    .sort((a, b) => number(a) - number(b));
  const comments = [...parts.keys()].filter((name) => name.startsWith('ppt/comments/')).sort();
  const texts = [
    ...slides.flatMap((name) => [xmlText(parts.get(name) ?? '', RULES), notesOf(name, parts)]),
    ...comments.map((name) => xmlText(parts.get(name) ?? '', RULES)),
  ];
  await emitText(texts.filter((text) => text !== '').join('\n\n'), reading);
};
