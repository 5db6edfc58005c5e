import type { CoderInput, Coding } from './coding.ts';
import type { LabelledItem } from './labelled.ts';
import { ratio } from './metrics.ts';

/** How far quotes agree with those of people, over contacts that were found. Shares of items, and means over items of shares of characters. */
export interface QuoteScores {
  /** The first quote shares text with one of the people's. */
  first: number;
  /** Any quote does. */
  any: number;
  /** Of what is quoted, what people quoted too. */
  precision: number;
  /** Of what people quoted, what is quoted. */
  recall: number;
}

/** Compares the quotes of codings with those of the labels; items without one of both are left out. */
export function scoreQuotes(
  coded: readonly { item: Pick<LabelledItem, 'input' | 'labels'>; coding: Pick<Coding, 'evidence'> }[],
): QuoteScores {
  const items = coded.flatMap(({ item: { input, labels }, coding }) => {
    const wanted = charactersOf(labels.evidence.flatMap((quote) => placeOf(quote, input) ?? []));
    const own = coding.evidence.map((quote) => charactersOf([quote]));
    const said = new Set(own.flatMap((characters) => [...characters]));
    if (wanted.size === 0 || said.size === 0) return [];
    const shared = [...said].filter((place) => wanted.has(place)).length;
    const first = [...own[0]!].some((place) => wanted.has(place));
    return [{ first, shared, precision: shared / said.size, recall: shared / wanted.size }];
  });
  const mean = (of: (item: (typeof items)[number]) => number): number =>
    ratio(
      items.reduce((total, item) => total + of(item), 0),
      items.length,
    );
  return {
    first: mean(({ first }) => (first ? 1 : 0)),
    any: mean(({ shared }) => (shared > 0 ? 1 : 0)),
    precision: mean(({ precision }) => precision),
    recall: mean(({ recall }) => recall),
  };
}

interface Place {
  where: 'body' | 'subject';
  start: number;
  end: number;
}

function placeOf(quote: string, { body, headers }: CoderInput): Place | null {
  for (const [where, text] of [
    ['body', body],
    ['subject', headers.subject],
  ] as const) {
    const start = text.indexOf(quote);
    if (start !== -1) return { where, start, end: start + quote.length };
  }
  return null;
}

/** The characters of places, those of the subject as negative numbers. */
function charactersOf(places: readonly Place[]): Set<number> {
  const characters = new Set<number>();
  for (const { where, start, end } of places)
    for (let at = start; at < end; at += 1) characters.add(where === 'body' ? at : -1 - at);
  return characters;
}
