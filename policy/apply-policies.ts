import type { CodedExchange } from './coded-contact.ts';
import type { FactBook } from './fact.ts';
import type { Finding } from './finding.ts';
import { judgeContact, readyContact } from './judge-contact.ts';
import type { Policy, Rule } from './rule.ts';

export interface FindingSettings {
  /** Say also what a rule would have found where it was not in force. Only when a person asks for it. */
  counterfactual: boolean;
}

function usesOf({ when, exceptions, approval }: Rule): string[] {
  return [when, ...exceptions.map((exception) => exception.when), approval?.shown ?? null].flatMap(
    (one) => one?.uses ?? [],
  );
}

/** Every rule applied to every contact, in the order of the contacts and then of the rules. Exchanges that are no contact have none. */
export function applyPolicies(
  exchanges: readonly CodedExchange[],
  policies: readonly Policy[],
  book: FactBook,
  settings: FindingSettings,
): Finding[] {
  const rules = policies.flatMap((policy) => policy.rules);
  const used = new Set(rules.flatMap(usesOf));
  const facts = book.facts.filter(({ name }) => used.has(name));
  return exchanges
    .filter(({ exchange }) => exchange.contact_id !== null)
    .flatMap((contact) => {
      const ready = readyContact(contact, { facts });
      return rules.flatMap((rule) => judgeContact(rule, ready, book, settings.counterfactual) ?? []);
    });
}
