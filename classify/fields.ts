import { PERSON_COUNTS } from './answers.ts';
import {
  COMPONENTS,
  type Coding,
  type Component,
  DIRECTIONS,
  type Direction,
  NATURES,
  type Nature,
} from './coding.ts';
import { type PreparedTable, scoresOf } from './prepare-model.ts';
import type { SparseVector } from './vectors.ts';

type FieldAnswers = Pick<Coding, 'direction' | 'nature' | 'component' | 'persons' | 'minors'>;

/** The further fields of a contact: who wrote, what it was about in kind, which parts of the authority, how many people. */
export function answerFields(
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
  const component: Component[] = COMPONENTS.filter((code) => holds(`component=${code}`));
  if (component.length === 0) component.push(highest('component', COMPONENTS));
  const direction: Direction = highest('direction', DIRECTIONS);
  const persons = highest('persons', PERSON_COUNTS);
  return {
    direction,
    nature,
    component,
    persons: persons === 'null' ? null : Number(persons),
    minors: holds('minors'),
  };
}
