export { appendDecisions, readDecisions } from './append-decisions.ts';
export type { CaseData, InputRow, ModelCard, PageImageRow, ParticipantRow, Versions } from './case-data.ts';
export { type CaseDatabase, type JobRow, type JobState, openDatabase, type StageRow } from './database.ts';
export { datasetteMetadata } from './datasette.ts';
export { CHAIN_START, checkDecisionChain } from './decisions.ts';
export { RunError, SettingsError } from './errors.ts';
export { type CaseLayout, caseLayout } from './layout.ts';
export { type CaseLock, lockCase } from './lock.ts';
export { type Manifest, type Sums, sumCase } from './manifest.ts';
export { NO_POLICY, type PolicyData } from './policy-data.ts';
export {
  listSamples,
  readSample,
  readSamples,
  SAMPLE_CODE,
  SAMPLE_DRAWN,
  type SampleFiles,
  sampleFiles,
} from './samples.ts';
export { checkDecisions, checkExports, checkInputs } from './verify-files.ts';
export { checkFindings } from './verify-findings.ts';
export {
  type Check,
  checkCoding,
  checkEvidence,
  checkLedger,
  checkWitnesses,
  foldText,
} from './verify-records.ts';
export { checkRedactions } from './verify-redactions.ts';
export { dropAside, putInPlace, stageAside, writeAside } from './write-aside.ts';
export {
  putExports,
  type StagedExports,
  stageExports,
  stagePublished,
} from './write-exports.ts';
