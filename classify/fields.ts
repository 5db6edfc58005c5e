import { FIELDS, PERSON_COUNTS } from './answers.ts';
import { applyFieldTrees, fieldFactsOf } from './calibration.ts';
import { type Coding, DIRECTIONS, type Direction, NATURES, type Nature } from './coding.ts';
import { findComponents } from './find-components.ts';
import { type PreparedTable, scoresOf } from './prepare-model.ts';
import type { ReadItem } from './read-item.ts';
import { NATURE_FROM } from './training-settings.ts';
import type { Tree } from './trees.ts';
import type { SparseVector } from './vectors.ts';

type FieldAnswers = Pick<Coding, 'direction' | 'nature' | 'component' | 'persons' | 'minors'>;

/** From how many persons on the model only says "many", and the text's own count is taken. */
const MANY = 6;

/** Places of the fields' codes among the outputs, which are in the order of FIELDS. */
const placesOf = (field: string, codes: readonly string[]): number[] =>
  codes.map((code) => FIELDS.indexOf(`${field}=${code}`));
const NATURE_AT = placesOf('nature', NATURES);
const DIRECTION_AT = placesOf('direction', DIRECTIONS);
const PERSONS_AT = placesOf('persons', PERSON_COUNTS);
const MINORS_AT = FIELDS.indexOf('minors');

/** Which of the places is likeliest; the first of equals. */
function likeliest(shares: Float64Array, places: readonly number[]): number {
  return places.reduce((best, place, code) => (shares[place]! > shares[places[best]!]! ? code : best), 0);
}

/**
 * The further fields of a contact: who wrote, of what kind it was, which parts of the authority, how many people. `vector`
 * is the fields' part of the item's, `facts` are those of the cells (`factsOf`).
 */
export function answerFields(
  item: ReadItem,
  vector: SparseVector,
  facts: Float32Array,
  table: PreparedTable,
  trees: readonly Tree[],
): FieldAnswers {
  const shares = applyFieldTrees(trees, fieldFactsOf(scoresOf(vector, table), facts));
  const nature: Nature[] = NATURES.filter((_, code) => shares[NATURE_AT[code]!]! >= NATURE_FROM);
  if (nature.length === 0) nature.push(NATURES[likeliest(shares, NATURE_AT)]!);
  return {
    direction: directionByPeople(item) ?? DIRECTIONS[likeliest(shares, DIRECTION_AT)]!,
    nature,
    component: findComponents(item),
    persons: personsOf(PERSON_COUNTS[likeliest(shares, PERSONS_AT)]!, item),
    minors: shares[MINORS_AT]! > 0.5,
  };
}

/** Direction where the headers settle it: the authority writes, or police write to it. */
function directionByPeople(item: ReadItem): Direction | null {
  const side = item.speakers[0]?.side ?? 'unknown';
  if (side === 'immigration') return 'from-ice';
  const toAuthority = item.recipients.some((recipient) => recipient.side === 'immigration');
  return toAuthority && side !== 'other' ? 'to-ice' : null;
}

function personsOf(count: (typeof PERSON_COUNTS)[number], item: ReadItem): number | null {
  if (count === 'null') return null;
  const persons = Number(count);
  if (persons < MANY) return persons;
  const { told, names, births, rows } = item.persons;
  const most = Math.max(told, names, births, rows);
  // "Many" without a number in the text cannot be told.
  return most >= MANY ? most : null;
}
