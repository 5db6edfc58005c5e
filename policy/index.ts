export { applyPolicies, type FindingSettings } from './apply-policies.ts';
export {
  type AssessedRecords,
  type Assessment,
  assess,
  type ParsedSources,
  type PolicySources,
  parseSources,
  type RuleText,
} from './assess.ts';
export { checkClaims } from './check-claim.ts';
export type { Claim } from './claim.ts';
export { ANSWERS, type Answer, type ClaimCheck, type NumberCheck } from './claim-check.ts';
export { CLAIM_FIELDS } from './claim-fields.ts';
export type { ClaimRecords, MessageCodes } from './claim-rows.ts';
export { type CodedExchange, joinExchanges } from './coded-contact.ts';
export { CONTACT_FIELDS } from './contact-fields.ts';
export { daysOf, type RecordCoverage } from './coverage.ts';
export type { Fact, FactBook } from './fact.ts';
export { FINDINGS, type Finding, type FindingKind } from './finding.ts';
export { parseClaims } from './parse-claims.ts';
export { parseFacts } from './parse-facts.ts';
export { parseMeasures } from './parse-measures.ts';
export { type ParsedPolicy, parsePolicy } from './parse-policy.ts';
export { type Place, PolicyFileError } from './policy-file-error.ts';
export { replyMinutes } from './reply-minutes.ts';
export type { Policy, Rule } from './rule.ts';
export { type Party, readerSides, type WriterSide, writerSide } from './writer.ts';
