import { RELEVANCES } from '../classify/index.ts';
import type { Field } from './condition.ts';
import { CONTACT_FIELDS } from './contact-fields.ts';
import type { Fact } from './fact.ts';

/** What a claim's filter may use besides the contact's fields and the facts. */
export const CLAIM_FIELDS: readonly Field[] = [
  {
    name: 'in_reading',
    type: 'bool',
    meaning:
      'the verdict counts in the reading: status-only in the strict one, status-only and mixed in the broad one',
  },
  { name: 'family', type: 'bool', meaning: 'it concerns a family: minors, and more than one person' },
  {
    name: 'relevance',
    type: 'string',
    values: RELEVANCES,
    meaning: 'contact, mention or none; of use over exchanges',
  },
  {
    name: 'reply_minutes',
    type: 'double',
    meaning:
      'over messages: minutes since the message of the other side that it answers; not known where it answers none',
  },
];

/** The names that filters may use. */
export function filterFields(facts: readonly Fact[]): Field[] {
  return [
    ...CONTACT_FIELDS,
    ...CLAIM_FIELDS,
    ...facts.map(({ name, meaning }): Field => ({ name, type: 'bool', meaning })),
  ];
}
