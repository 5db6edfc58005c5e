import type { Exchange, LinkedItem } from '../classify/index.ts';
import type { Page, SourceFile } from '../ingest/index.ts';
import { applyPolicies } from './apply-policies.ts';
import { checkClaims } from './check-claim.ts';
import type { Claim } from './claim.ts';
import type { ClaimCheck } from './claim-check.ts';
import { joinExchanges } from './coded-contact.ts';
import { daysOf } from './coverage.ts';
import type { FactBook } from './fact.ts';
import type { Finding } from './finding.ts';
import { parseClaims } from './parse-claims.ts';
import { parseFacts } from './parse-facts.ts';
import { parseMeasures } from './parse-measures.ts';
import { parsePolicy } from './parse-policy.ts';
import { PolicyFileError } from './policy-file-error.ts';
import type { Policy } from './rule.ts';
import type { Party } from './writer.ts';

/** A file of rules, facts or claims: its name as errors give it, and its text. */
export interface RuleText {
  name: string;
  text: string;
}

/** All that findings and claim checks are made from, besides the records; kept with the case, so that they can be made again. */
export interface PolicySources {
  facts: RuleText;
  /** Measures that claims may use by their id or words. */
  measures: RuleText;
  policies: RuleText[];
  claims: RuleText | null;
  counterfactual: boolean;
}

export interface ParsedSources {
  book: FactBook;
  policies: Policy[];
  claims: Claim[];
}

/** @throws PolicyFileError with one line where a file is faulty, or two policies or facts have one id. */
export function parseSources({ facts, measures, policies, claims }: PolicySources): ParsedSources {
  let book = parseFacts(facts.text, facts.name);
  const parsed: Policy[] = [];
  for (const { name, text } of policies) {
    const { policy, facts: added } = parsePolicy(text, name, book);
    const rules = parsed.flatMap((one) => one.rules);
    const twice = policy.rules.find(({ id }) => rules.some((rule) => rule.id === id));
    if (twice !== undefined || parsed.some(({ id }) => id === policy.id)) {
      const place = { file: name, line: 1, column: 1 };
      throw new PolicyFileError(`the id ${twice?.id ?? policy.id} is in another policy already`, place);
    }
    book = { ...book, facts: [...book.facts, ...added] };
    parsed.push(policy);
  }
  if (claims === null) return { book, policies: parsed, claims: [] };
  const ready = parseMeasures(measures.text, measures.name, book);
  return { book, policies: parsed, claims: parseClaims(claims.text, claims.name, book, ready) };
}

/** The records of a case, as far as rules and claims look at them. */
export interface AssessedRecords {
  files: readonly SourceFile[];
  pages: readonly Page[];
  items: readonly LinkedItem[];
  exchanges: readonly Exchange[];
  participants: readonly (Party & { exchange_id: string })[];
}

export interface Assessment {
  findings: Finding[];
  claim_checks: ClaimCheck[];
}

/** Every rule on every contact, and every claim. Pure: the same records and texts give the same answers. */
export function assess(records: AssessedRecords, sources: PolicySources): Assessment {
  const { book, policies, claims } = parseSources(sources);
  const { files, pages, items, participants } = records;
  const exchanges = joinExchanges(records.exchanges, items, participants);
  const coverage = {
    files: files.length,
    files_unreadable: files.filter(({ status }) => status === 'unreadable').length,
    pages: pages.length,
    pages_unread: pages.filter(({ method }) => method === 'unread').length,
    ...daysOf(items),
  };
  return {
    findings: applyPolicies(exchanges, policies, book, sources),
    claim_checks: checkClaims(claims, { exchanges, items }, book, coverage),
  };
}
