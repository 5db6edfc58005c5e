import type { ParticipantRow } from '../case/index.ts';
import {
  type Coding,
  codeExchange,
  codeItem,
  createCoder,
  type Exchange,
  type ExchangeCoding,
  type ExchangeDraft,
  type Knowledge,
  type Participant,
  participantsOf,
  VERDICTS,
  type Verdict,
  withoutContact,
} from '../classify/index.ts';
import { contentId, describeError, type Item } from '../ingest/index.ts';
import type { ShardLine } from './link-stage.ts';
import type { Setback, Step } from './setbacks.ts';

/** What is done with an exchange, each step by itself. */
export interface CodingSteps {
  /** Version of the coder. */
  version: string;
  item(item: Item, people: ExchangeDraft['people']): Coding;
  exchange(items: readonly Item[], codings: ReadonlyMap<string, Coding>): ExchangeCoding;
  people(items: readonly Item[], people: ExchangeDraft['people']): Participant[];
}

export function codingSteps(knowledge: Knowledge): CodingSteps {
  const coder = createCoder(knowledge);
  return {
    version: coder.version,
    item: (item, people) => codeItem(item, coder, people),
    exchange: (items, codings) => codeExchange(items, codings, knowledge),
    people: (items, people) => participantsOf(items, knowledge.agencies, people),
  };
}

/** One line of the result: a coded exchange, who took part in it, and the steps that broke down on it, if any. */
export interface CodedLine {
  exchange: Exchange;
  participants: ParticipantRow[];
  setbacks?: Setback[];
}

/**
 * The coding of an item on which the coder broke down. It claims no contact, for no words were found that carry one, holds
 * every verdict as likely as the others, and puts the item before a person.
 */
export function claimNothing(): Coding {
  const share = 1 / VERDICTS.length;
  return {
    relevance: 'none',
    purpose: null,
    conduct: null,
    verdict: 'not-contact',
    probability: share,
    probabilities: Object.fromEntries(VERDICTS.map((verdict) => [verdict, share])) as Record<Verdict, number>,
    needs_review: true,
    ...withoutContact(),
  };
}

function claimNothingOfExchange(): ExchangeCoding {
  const { probabilities: _, ...coding } = claimNothing();
  return { ...coding, evidence: [] };
}

/** Codes one exchange. A step that breaks down on it, or on an item of it, is named and leaves the others as they are. */
export function codeExchangeLine({ exchange, items }: ShardLine, steps: CodingSteps): CodedLine {
  const { exchange_id, items: members, first_date, last_date, subject, people } = exchange;
  const setbacks: Setback[] = [];
  function attempt<T>(step: Step, item_id: string, work: () => T, instead: () => T): T {
    try {
      return work();
    } catch (error) {
      setbacks.push({ step, item_id, ...describeError(error) });
      return instead();
    }
  }
  const opener = members[0] ?? '';
  const codings = new Map<string, Coding>();
  for (const item of items) {
    const { item_id } = item;
    codings.set(
      item_id,
      attempt('item', item_id, () => steps.item(item, people), claimNothing),
    );
  }
  const coding = attempt('exchange', opener, () => steps.exchange(items, codings), claimNothingOfExchange);
  const took = attempt(
    'people',
    opener,
    () => steps.people(items, people),
    () => [],
  );
  const coded: Exchange = {
    exchange_id,
    contact_id: coding.relevance === 'contact' ? contentId('c', exchange_id) : null,
    incident_id: null,
    items: members,
    first_date,
    last_date,
    subject,
    ...coding,
    coder: `model ${steps.version}`,
  };
  const participants = took.map((person) => ({ exchange_id, ...person }));
  return { exchange: coded, participants, ...(setbacks.length > 0 ? { setbacks } : {}) };
}
