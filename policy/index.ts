export { applyPolicies, type FindingSettings } from './apply-policies.ts';
export { type CodedExchange, joinExchanges } from './coded-contact.ts';
export { CONTACT_FIELDS } from './contact-fields.ts';
export type { Fact, FactBook } from './fact.ts';
export { FINDINGS, type Finding, type FindingKind } from './finding.ts';
export { parseFacts } from './parse-facts.ts';
export { type ParsedPolicy, parsePolicy } from './parse-policy.ts';
export { type Place, PolicyFileError } from './policy-file-error.ts';
export type { Policy, Rule } from './rule.ts';
