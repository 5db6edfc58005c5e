import type { Evidence } from '../classify/index.ts';
import { AGENCY, isBound } from './agencies-bound.ts';
import type { CodedExchange } from './coded-contact.ts';
import { type Condition, NO_ANSWER, type Values } from './condition.ts';
import { awaitsDecision, contactValues } from './contact-values.ts';
import { CONTACT_DATE, RULE_DATE } from './days.ts';
import { type DecidedFact, decideFacts } from './decide-facts.ts';
import type { FactBook } from './fact.ts';
import type { Finding, FindingKind } from './finding.ts';
import type { Rule } from './rule.ts';
import { contactInForce, SIDE_OF_CHANGE } from './rule-in-force.ts';
import { and, NO, not, or, type Truth } from './truth.ts';

/** Sentences for what a contact's own fields lack. */
const MISSING: Readonly<Record<string, string>> = {
  [CONTACT_DATE]: 'The records do not show on which day the contact was made.',
  [RULE_DATE]: 'It is not known on which day the rule took effect or ended.',
  [SIDE_OF_CHANGE]:
    'The contact began before the rule changed and ended after it, and its words lie on both sides.',
  [NO_ANSWER]: 'The condition of the rule cannot be worked out for this contact.',
  [AGENCY]: 'The records do not show whether an agency that the rule binds did this.',
  verdict: 'The text does not show what the contact is for.',
  purpose: 'The text does not show what the contact is for.',
  conduct: 'The text does not show whether the person is alleged to have committed a crime.',
  direction: 'The records do not show who sent it.',
  begun_by: 'The records do not show who wrote first.',
  persons: 'The records do not show how many persons it concerns.',
};
const UNDECIDED = 'The model abstains on this contact: a person has to code it first.';
const CODED = ['verdict', 'purpose', 'conduct', 'nature'];

/** A contact made ready for any number of rules. */
export interface ReadyContact {
  contact: CodedExchange;
  values: Values;
  facts: ReadonlyMap<string, DecidedFact>;
}

/** `facts` are those that some rule asks for: each costs a reading of every message. */
export function readyContact(
  contact: CodedExchange,
  { facts: wanted }: Pick<FactBook, 'facts'>,
): ReadyContact {
  const codes = contactValues(contact);
  const facts = decideFacts(wanted, contact, codes);
  const known = Object.fromEntries([...facts].map(([name, { value }]) => [name, value]));
  return { contact, values: { ...codes, ...known }, facts };
}

interface Verdict {
  finding: FindingKind;
  missing: string[];
  reason: string;
}

/** What the rule would say whatever the date. */
function judge(rule: Rule, when: Condition, { contact, values }: ReadyContact, book: FactBook): Verdict {
  const bound = isBound(contact.parties, rule.binds, book.agency_kinds);
  const act = and(bound, when.test(values));
  const exceptions = rule.exceptions.map((exception) => ({
    ...exception,
    holds: exception.when.test(values),
  }));
  const excepted = or(NO, ...exceptions.map(({ holds }) => holds));
  const approved: Truth = rule.approval === null ? NO : rule.approval.shown.test(values);
  const consistent = (reason: string): Verdict => ({ finding: 'consistent', missing: [], reason });
  if (bound.value === false)
    return consistent('The rule binds other kinds of agency than those in this contact.');
  if (act.value === false) return consistent('The act that the rule speaks of is not in this contact.');
  if (rule.kind === 'permits' && act.value === true) return consistent(`The rule covers this: ${rule.act}`);
  const exception = exceptions.find(({ holds }) => holds.value === true);
  if (exception !== undefined) return consistent(`Exception: ${exception.name}`);
  if (approved.value === true) return consistent(`The records show approval by ${rule.approval?.by ?? ''}.`);
  const conflict = and(act, not(excepted), not(approved));
  if (conflict.value === true) return { finding: 'apparent conflict', missing: [], reason: rule.act };
  const onlyApproval = act.value === true && excepted.value === false;
  const reason = onlyApproval
    ? 'No approval found in the records supplied.'
    : 'The records do not show what the rule turns on.';
  return { finding: 'cannot tell', missing: conflict.missing, reason };
}

function sentences(missing: readonly string[], contact: CodedExchange, book: FactBook): string {
  const open = awaitsDecision(contact);
  const texts = missing.map((name) => {
    if (open && CODED.includes(name)) return UNDECIDED;
    return (
      book.facts.find((fact) => fact.name === name)?.missing ??
      MISSING[name] ??
      `The records do not show: ${name}.`
    );
  });
  return [...new Set(texts)].join(' ');
}

/**
 * The words on which the finding rests: those of the exception or the approval that holds, else of the act, else those that
 * carry the contact's code.
 */
function quoteFor(rule: Rule, { contact, facts, values }: ReadyContact): Evidence | null {
  const saving = rule.exceptions.find(({ when }) => when.test(values).value === true)?.when ?? null;
  const approved = rule.approval?.shown.test(values).value === null ? null : (rule.approval?.shown ?? null);
  for (const condition of [saving, approved, rule.when]) {
    for (const name of condition?.uses ?? []) {
      const evidence = facts.get(name)?.evidence ?? null;
      if (evidence !== null) return evidence;
    }
  }
  return contact.exchange.evidence[0] ?? null;
}

/**
 * One rule applied to one contact on its date. An unverified rule gives no finding: null.
 *
 * @param counterfactual say also what the finding would be where the rule was not in force
 */
export function judgeContact(
  rule: Rule,
  ready: ReadyContact,
  book: FactBook,
  counterfactual: boolean,
): Finding | null {
  if (rule.when === null || rule.verification === 'unverified') return null;
  const { contact } = ready;
  const { exchange } = contact;
  const force = contactInForce(contact, rule.effective);
  const would = judge(rule, rule.when, ready, book);
  let verdict = would;
  if (force.value === false) {
    verdict = {
      finding: 'not in force',
      missing: [],
      reason: 'The rule was not in force on the date of the contact.',
    };
  } else if (force.value === null && would.finding !== 'consistent') {
    const missing = [...force.missing, ...would.missing];
    verdict = {
      finding: 'cannot tell',
      missing,
      reason: 'The records do not show whether the rule was in force.',
    };
  }
  const quote = quoteFor(rule, ready);
  return {
    contact_id: exchange.contact_id ?? '',
    rule_id: rule.id,
    finding: verdict.finding,
    missing_fact: sentences(verdict.missing, contact, book),
    clause: rule.clause,
    quote: quote?.quote ?? '',
    reason: verdict.reason,
    counterfactual: counterfactual && verdict.finding === 'not in force' ? would.finding : null,
    policy_id: rule.policy,
    exchange_id: exchange.exchange_id,
    item_id: quote?.item_id ?? null,
    file_id: quote?.file_id ?? null,
    path: quote?.path ?? null,
    page: quote?.page ?? null,
    start: quote?.start ?? null,
    end: quote?.end ?? null,
    coder: exchange.coder,
  };
}
