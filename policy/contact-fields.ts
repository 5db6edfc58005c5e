import { COMPONENTS, CONDUCTS, DIRECTIONS, NATURES, PURPOSES, VERDICTS } from '../classify/index.ts';
import type { Field } from './condition.ts';

/** Who wrote first. */
export const BEGINNERS = ['police', 'authority', 'other'] as const;

/** What conditions may say about a coded contact. `docs/policies.md` has the same list, and a test keeps both equal. */
export const CONTACT_FIELDS: readonly Field[] = [
  { name: 'verdict', type: 'string', values: VERDICTS, meaning: 'the verdict of the codebook' },
  { name: 'purpose', type: 'string', values: PURPOSES, meaning: 'what the contact is for' },
  { name: 'conduct', type: 'string', values: CONDUCTS, meaning: 'what the person is alleged to have done' },
  { name: 'direction', type: 'string', values: DIRECTIONS, meaning: 'who sent the newest part' },
  { name: 'begun_by', type: 'string', values: BEGINNERS, meaning: 'who wrote first' },
  { name: 'nature', type: 'list<string>', values: NATURES, meaning: 'what was asked, given or done' },
  {
    name: 'component',
    type: 'list<string>',
    values: COMPONENTS,
    meaning: 'which part of the immigration authorities',
  },
  { name: 'persons', type: 'int', meaning: 'how many individuals it concerns' },
  { name: 'minors', type: 'bool', meaning: 'a child or a family is concerned' },
  { name: 'messages', type: 'int', meaning: 'how many messages it has, copies left out' },
  {
    name: 'text',
    type: 'string',
    meaning: 'subject and new words of its messages; text.mentions("…") looks for words',
  },
];

/** Codes that stand for "the text does not show": a condition over them cannot be decided. */
export const OPEN_CODES: Readonly<Record<string, string>> = {
  purpose: 'unclear',
  conduct: 'unstated',
  verdict: 'undetermined',
};
