import type { AuditReport, Contact } from './audit.ts';
import type { MaskKnowledge } from './mask-knowledge.ts';
import { foldName } from './mask-tokens.ts';

/** What a public edition says of a person besides the name. `value` is empty where only the fact is told. */
export interface TellingFact {
  kind: 'minor' | 'school' | 'nationality' | 'age' | 'street' | 'employer' | 'only contact of the month';
  value: string;
}

/** A contact whose facts together can tell a person to somebody who lives there, masked or not. For the working edition. */
export interface RareCombination {
  number: number;
  exchange_id: string;
  facts: TellingFact[];
  /** One sentence without words of the record. */
  message: string;
}

const SCHOOL =
  /(?<![\p{L}])(?:\p{Lu}[\p{L}'’.]+\s){1,3}(?:School|Elementary|Middle|High|Academy|Kindergarten|Preschool|Daycare|Junior High)(?![\p{L}])/u;
const AGE =
  /(?<![\p{L}\d])(?:age[d]?\s(\d{1,2})|(\d{1,2})[\s-]?(?:y\/?o|yoa|years?[\s-]old|year-old|yrs?))(?![\p{L}\d])/iu;
const STREET =
  /(?<![\p{L}])(?:(?:\d+00\s)?(?:block|blk)\s(?:of\s)?\p{Lu}\p{L}+|\p{Lu}\p{L}+\s(?:Street|St|Avenue|Ave|Road|Rd|Drive|Dr|Lane|Ln|Court|Ct)(?![\p{L}]))/u;
const EMPLOYER = /(?:works?|worked|working|employed|job)\s(?:at|for|by)\s(?:the\s|a\s|an\s)?\p{L}+/iu;

/** More contacts than this with the same fact, and it points at nobody. */
const FEW = 2;

function textOf({ exchange, messages }: Contact): string {
  const bodies = messages.map(({ item }) => `${item.subject}\n${item.body}`);
  return [exchange.subject, ...bodies].join('\n');
}

/** The facts that a contact's masked text still tells. */
function factsOf(contact: Contact, knowledge: MaskKnowledge): TellingFact[] {
  const text = textOf(contact);
  const facts: TellingFact[] = [];
  if (contact.exchange.minors) facts.push({ kind: 'minor', value: '' });
  if (SCHOOL.test(text)) facts.push({ kind: 'school', value: '' });
  const words = new Set((text.match(/\p{Lu}\p{L}+/gu) ?? []).map(foldName));
  for (const people of [...words].filter((word) => knowledge.lists.peoples.has(word)).sort()) {
    facts.push({ kind: 'nationality', value: people });
  }
  const age = AGE.exec(text);
  if (age !== null) facts.push({ kind: 'age', value: age[1] ?? age[2] ?? '' });
  if (STREET.test(text)) facts.push({ kind: 'street', value: '' });
  if (EMPLOYER.test(text)) facts.push({ kind: 'employer', value: '' });
  return facts;
}

const key = ({ kind, value }: TellingFact): string => `${kind} ${value}`;

function sentence(number: number, month: string | null, facts: readonly TellingFact[]): string {
  const named = facts.map(({ kind }) =>
    kind === 'minor'
      ? 'a minor'
      : kind === 'age'
        ? 'an age'
        : kind === 'employer'
          ? 'an employer'
          : `a ${kind}`,
  );
  const list = [...new Set(named)].join(', ');
  const alone = month === null ? '' : ` and is the only contact of ${month}`;
  return `Contact ${number} tells ${list}${alone}: together these can point at one person.`;
}

/**
 * Combinations of facts that few contacts share, from the audit as the public edition prints it. An indication for whoever
 * publishes: what is listed can be shortened by hand, and what is not listed is not proven harmless.
 */
export function findRareCombinations(audit: AuditReport, knowledge: MaskKnowledge): RareCombination[] {
  const all = audit.contacts.map((contact) => ({
    contact,
    month: contact.exchange.first_date?.slice(0, 7) ?? null,
    facts: factsOf(contact, knowledge),
  }));
  const times = new Map<string, number>();
  const months = new Map<string, number>();
  for (const { facts, month } of all) {
    for (const fact of facts) times.set(key(fact), (times.get(key(fact)) ?? 0) + 1);
    if (month !== null) months.set(month, (months.get(month) ?? 0) + 1);
  }
  return all.flatMap(({ contact, month, facts }): RareCombination[] => {
    const { number, exchange } = contact;
    if (exchange.persons === 0) return [];
    const alone = month !== null && months.get(month) === 1;
    const rare = facts.filter((fact) => (times.get(key(fact)) ?? 0) <= FEW);
    const has = (kind: TellingFact['kind']) => facts.some((fact) => fact.kind === kind);
    const childAtSchool = has('minor') && has('school');
    const origin = rare.some(({ kind }) => kind === 'nationality') && facts.length >= 3;
    if (!(childAtSchool || origin || (alone && rare.length >= 2))) return [];
    const told: TellingFact[] = alone
      ? [...facts, { kind: 'only contact of the month', value: month }]
      : facts;
    return [
      {
        number,
        exchange_id: exchange.exchange_id,
        facts: told,
        message: sentence(number, alone ? month : null, facts),
      },
    ];
  });
}
