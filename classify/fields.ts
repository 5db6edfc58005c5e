import { PERSON_COUNTS } from './answers.ts';
import { type Coding, DIRECTIONS, type Direction, NATURES, type Nature } from './coding.ts';
import { countPersonSigns } from './count-persons.ts';
import { findComponents } from './find-components.ts';
import { type PreparedTable, scoresOf } from './prepare-model.ts';
import type { ReadItem } from './read-item.ts';
import type { SparseVector } from './vectors.ts';

type FieldAnswers = Pick<Coding, 'direction' | 'nature' | 'component' | 'persons' | 'minors'>;

/** From how many persons on the model only says "many", and the text's own count is taken. */
const MANY = 6;

/** The further fields of a contact: who wrote, of what kind it was, which parts of the authority, how many people. */
export function answerFields(
  item: ReadItem,
  vector: SparseVector,
  table: PreparedTable,
  thresholds: Record<string, number>,
): FieldAnswers {
  const scores = scoresOf(vector, table);
  const score = (field: string): number => scores[table.outputs.indexOf(field)] ?? -1;
  const holds = (field: string): boolean => score(field) >= (thresholds[field] ?? 0);
  const highest = <T extends string>(field: string, codes: readonly T[]): T =>
    codes.reduce((best, code) => (score(`${field}=${code}`) > score(`${field}=${best}`) ? code : best));
  const nature: Nature[] = NATURES.filter((code) => holds(`nature=${code}`));
  if (nature.length === 0) nature.push(highest('nature', NATURES));
  return {
    direction: directionByPeople(item) ?? highest('direction', DIRECTIONS),
    nature,
    component: findComponents(item),
    persons: personsOf(highest('persons', PERSON_COUNTS), item),
    minors: holds('minors'),
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
  const { told, names, births } = countPersonSigns(item);
  const most = Math.max(told, names, births);
  // "Many" without a number in the text cannot be told.
  return most >= MANY ? most : null;
}
