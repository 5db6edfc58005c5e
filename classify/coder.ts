import { CELLS } from './answers.ts';
import { atBaseRate, leastOf, showsImmigration } from './base-rate.ts';
import { type CoderInput, type Coding, withoutContact } from './coding.ts';
import { type Explanation, explainItem } from './explain.ts';
import { answerFields } from './fields.ts';
import { findConflicts } from './find-conflicts.ts';
import { findEvidence } from './find-evidence.ts';
import { applyHead } from './head.ts';
import type { Knowledge } from './knowledge.ts';
import { prepareLexicons } from './lexicons.ts';
import { type PreparedModel, prepareModel, scoresOf } from './prepare-model.ts';
import { type ReadItem, readItem } from './read-item.ts';
import { chooseVerdict, verdictProbabilities } from './verdicts.ts';

/** Codes items by the codebook. The same knowledge and item give the same coding. */
export interface Coder {
  version: string;
  code(input: CoderInput): Coding;
  /** What spoke for and against the verdict, in words. */
  explain(input: CoderInput): Explanation;
}

/** Makes a coder; preparing the model takes a fraction of a second and is done once for the same knowledge. */
export function createCoder(knowledge: Knowledge): Coder {
  const lexicons = prepareLexicons(knowledge);
  const model = prepareModel(knowledge.model);
  const { verdict: least } = knowledge.model.thresholds;
  const code = (input: CoderInput): Coding => codeRead(readItem(input, lexicons), model, knowledge);
  return {
    version: knowledge.version,
    code,
    explain: (input) => explainItem(readItem(input, lexicons), model, code(input), least),
  };
}

function codeRead(item: ReadItem, model: PreparedModel, knowledge: Knowledge): Coding {
  const vector = model.vectorize(item);
  const shows = showsImmigration(item);
  const cells = atBaseRate(applyHead(model.head, scoresOf(vector, model.cells)), shows);
  const probabilities = verdictProbabilities(cells);
  // Where nothing of immigration shows, a person may see a contact; the coder does not claim one.
  const likely = shows ? chooseVerdict(probabilities) : 'not-contact';
  const evidence = likely === 'not-contact' ? [] : findEvidence(item, model, likely);
  // No words, no code: an item without text cannot be a contact.
  const verdict = evidence.length === 0 ? 'not-contact' : likely;
  let best = -1;
  for (const [at, entry] of CELLS.entries()) {
    if (entry.verdict === verdict && (best === -1 || cells[at]! > cells[best]!)) best = at;
  }
  const { relevance, purpose, conduct } = CELLS[best]!;
  const probability = probabilities[verdict];
  const { thresholds, fieldThresholds } = knowledge.model;
  const base = {
    relevance,
    purpose,
    conduct,
    verdict,
    probability,
    probabilities,
    needs_review:
      probability < leastOf(shows, verdict, thresholds.verdict) || findConflicts(item, verdict).length > 0,
  };
  if (relevance !== 'contact') return { ...base, ...withoutContact() };
  return { ...base, ...answerFields(item, model.fieldPart(vector), model.fields, fieldThresholds), evidence };
}
