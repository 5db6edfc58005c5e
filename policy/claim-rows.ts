import { type LinkedItem, VERDICTS, type Verdict } from '../classify/index.ts';
import type { Unit } from './claim.ts';
import { type CodedExchange, newParts } from './coded-contact.ts';
import type { FieldValue, Values } from './condition.ts';
import { begunBy, wordsOf } from './contact-values.ts';
import { type DayRange, dayRange } from './days.ts';
import { decideFacts } from './decide-facts.ts';
import type { Fact } from './fact.ts';
import { COUNTED, type Reading } from './reading.ts';
import { replyMinutes } from './reply-minutes.ts';
import { readerSides, writerSide } from './writer.ts';

/** The codes of one message where it has codes of its own; otherwise it carries those of its exchange. */
export type MessageCodes = Pick<
  CodedExchange['exchange'],
  | 'relevance'
  | 'purpose'
  | 'conduct'
  | 'verdict'
  | 'nature'
  | 'component'
  | 'persons'
  | 'minors'
  | 'direction'
>;

/** All that claims are counted over. */
export interface ClaimRecords {
  exchanges: readonly CodedExchange[];
  /** Every item of the release, copies and quotations included: they show what a message answers. */
  items: readonly LinkedItem[];
  message_codes?: ReadonlyMap<string, MessageCodes>;
}

/** One thing that can be counted. */
interface PlainRow {
  id: string;
  verdict: Verdict;
  values: Values;
  days: DayRange | null;
  /** The exchanges it stands for, so that a reader can open them. */
  exchange_ids: string[];
  /** The model abstains on it and nobody has decided. */
  undecided: boolean;
}

/** A row with its fields as each reading has them: they differ in `in_reading`. */
export interface ClaimRow extends PlainRow {
  readings: Readonly<Record<Reading, Values>>;
}

function isFamily(minors: boolean, persons: number | null): boolean | null {
  if (!minors) return false;
  return persons === null ? null : persons > 1;
}

/** Codes as they are: `unclear` is a code that can be counted, not a gap. */
function codesOf(codes: MessageCodes): Record<string, FieldValue> {
  const { relevance, verdict, purpose, conduct, direction, nature, component, persons, minors } = codes;
  return {
    relevance,
    verdict,
    purpose,
    conduct,
    direction,
    nature,
    component,
    persons,
    minors,
    family: isFamily(minors, persons),
  };
}

function exchangeRow(one: CodedExchange, facts: readonly Fact[]): PlainRow {
  const { exchange, items } = one;
  const values = { ...codesOf(exchange), begun_by: begunBy(one), messages: items.length, text: wordsOf(one) };
  const decided = [...decideFacts(facts, one, values)].map(([name, { value }]) => [name, value]);
  return {
    id: exchange.contact_id ?? exchange.exchange_id,
    verdict: exchange.verdict,
    values: { ...values, ...Object.fromEntries(decided) },
    days: dayRange(exchange.first_date),
    exchange_ids: [exchange.exchange_id],
    undecided: exchange.needs_review && exchange.coder.startsWith('model'),
  };
}

/** Who wrote to whom, by the sides of writer and readers; null where the record does not show it. */
function directionOf(item: LinkedItem, { parties }: CodedExchange): string | null {
  const from = writerSide(item, parties);
  const to = readerSides(item, parties);
  if (from === 'authority') return 'from-ice';
  if (from === 'police') return to.includes('authority') ? 'to-ice' : to.length === 0 ? null : 'internal';
  return from === null ? null : 'third-party';
}

function messageRows(records: ClaimRecords, facts: readonly Fact[]): PlainRow[] {
  const minutes = replyMinutes(records.exchanges, records.items);
  return records.exchanges
    .filter(({ exchange }) => exchange.contact_id !== null)
    .flatMap((one) => {
      const whole = exchangeRow(one, facts);
      return one.items.map((item): PlainRow => {
        const own = records.message_codes?.get(item.item_id);
        const direction = own?.direction ?? directionOf(item, one);
        const text = [
          item.subject,
          ...newParts(item).map(({ start, end }) => item.body.slice(start, end)),
        ].join('\n');
        return {
          ...whole,
          id: item.item_id,
          verdict: own?.verdict ?? whole.verdict,
          values: {
            ...whole.values,
            ...(own === undefined ? {} : codesOf(own)),
            direction,
            text,
            messages: 1,
            reply_minutes: minutes.get(item.item_id) ?? null,
          },
          days: dayRange(item.date),
        };
      });
    });
}

function first<T>(values: readonly (T | null | undefined)[]): T | null {
  return values.find((value) => value !== null && value !== undefined) ?? null;
}

/** A yes or no of several contacts as one: yes where one says yes, no where all say no. */
function anyOf(values: readonly (FieldValue | undefined)[]): boolean | null {
  if (values.includes(true)) return true;
  return values.every((value) => value === false) ? false : null;
}

function union(values: readonly (FieldValue | undefined)[]): string[] {
  return [...new Set(values.flatMap((value) => (Array.isArray(value) ? (value as string[]) : [])))];
}

/**
 * Contacts about one case as one row: the worst verdict in the codebook's order with its purpose and conduct, every nature
 * and component, the largest number of persons that a contact names, and the beginning of the earliest.
 */
function incidentRow(id: string, contacts: readonly PlainRow[], facts: readonly Fact[]): PlainRow {
  const dated = [...contacts].sort((a, b) => ((a.days?.first ?? '~') < (b.days?.first ?? '~') ? -1 : 1));
  const worst =
    [...dated].sort((a, b) => VERDICTS.indexOf(a.verdict) - VERDICTS.indexOf(b.verdict))[0] ?? dated[0];
  const all = (name: string) => dated.map(({ values }) => values[name]);
  const persons = all('persons').filter((value) => typeof value === 'number');
  const minors = anyOf(all('minors')) ?? false;
  const most = persons.length === 0 ? null : Math.max(...persons);
  return {
    id,
    verdict: worst?.verdict ?? 'not-contact',
    values: {
      ...worst?.values,
      begun_by: dated[0]?.values.begun_by ?? null,
      direction: dated[0]?.values.direction ?? null,
      nature: union(all('nature')),
      component: union(all('component')),
      persons: most,
      minors,
      family: isFamily(minors, most),
      messages: all('messages').reduce<number>((sum, value) => sum + Number(value), 0),
      text: all('text').join('\n'),
      ...Object.fromEntries(facts.map(({ name }) => [name, anyOf(all(name))])),
    },
    days: first(dated.map(({ days }) => days)),
    exchange_ids: dated.flatMap(({ exchange_ids }) => exchange_ids),
    undecided: dated.some(({ undecided }) => undecided),
  };
}

function incidentRows(records: ClaimRecords, facts: readonly Fact[]): PlainRow[] {
  const incidents = new Map<string, PlainRow[]>();
  for (const one of records.exchanges) {
    if (one.exchange.contact_id === null) continue;
    const id = one.exchange.incident_id ?? one.exchange.exchange_id;
    incidents.set(id, [...(incidents.get(id) ?? []), exchangeRow(one, facts)]);
  }
  return [...incidents].map(([id, contacts]) => incidentRow(id, contacts, facts));
}

function plainRows(records: ClaimRecords, unit: Unit, facts: readonly Fact[]): PlainRow[] {
  switch (unit) {
    case 'messages':
      return messageRows(records, facts);
    case 'incidents':
      return incidentRows(records, facts);
    case 'exchanges':
      return records.exchanges.map((one) => ({ ...exchangeRow(one, facts), id: one.exchange.exchange_id }));
    case 'contacts':
      return records.exchanges
        .filter(({ exchange }) => exchange.contact_id !== null)
        .map((one) => exchangeRow(one, facts));
  }
}

/** The rows of one unit. `facts` are those that some filter asks for: each costs a reading of every message. */
export function claimRows(records: ClaimRecords, unit: Unit, facts: readonly Fact[]): ClaimRow[] {
  return plainRows(records, unit, facts).map((row) => {
    const as = (reading: Reading) => ({ ...row.values, in_reading: COUNTED[reading].includes(row.verdict) });
    return { ...row, readings: { strict: as('strict'), broad: as('broad') } };
  });
}
