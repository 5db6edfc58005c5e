export { type Agencies, parseAgencies, type ResolvedAgency, resolveAgency, type Side } from './agencies.ts';
export { bootstrapInterval } from './bootstrap.ts';
export type { ExchangeDraft, ExchangeLink } from './build-exchanges.ts';
export { buildIncidents, type Incident } from './build-incidents.ts';
export { codeExchange, type ExchangeCoding } from './code-exchange.ts';
export { codeItem, coderInputOf } from './code-item.ts';
export { type Coder, createCoder } from './coder.ts';
export * from './coding.ts';
export {
  type Evaluation,
  evaluate,
  type Interval,
  type Judged,
  judgeLeftOut,
  judgeWith,
} from './evaluate.ts';
export * from './exchange.ts';
export type { Explanation, Reason } from './explain.ts';
export { findUncovered, type Uncovered } from './find-copies-differences.ts';
export { KNOWLEDGE_FILES, type Knowledge, parseKnowledge, parseLexicons } from './knowledge.ts';
export { type LabelledItem, type Labels, parseLabelled, parseWorth } from './labelled.ts';
export { type CurvePoint, learningCurve, renderCurve } from './learning-curve.ts';
export type { LexiconData } from './lexicons.ts';
export { findLinks, type LinkedItems, type Links, linkItems } from './link-items.ts';
export { confusion, kappa, macroF1 } from './metrics.ts';
export { type Model, parseModel, printModel } from './model.ts';
export { type Agreement, type Answers, describeAgreement, measureAgreement } from './opinion-agreement.ts';
export { type ChatMessage, opinionMessages } from './opinion-prompt.ts';
export { parseCoderInput } from './parse-input.ts';
export { type Person, readPeople, readPerson } from './people.ts';
export { houseOfAddress } from './people-addresses.ts';
export { type KnownPerson, type Participant, participantsOf } from './people-participants.ts';
export { createRandom } from './random.ts';
export { type LabelledSet, readLabelled } from './read-labelled.ts';
export { renderEvaluation } from './render-evaluation.ts';
export { type PartScores, scorePart } from './score-part.ts';
export { leadingOpinion, OPINION_SCHEMA, type Opinion, readOpinion } from './second-opinion.ts';
export { type LeftOutScores, type Trained, trainModel, trainOnSet } from './train-model.ts';
