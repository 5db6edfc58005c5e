import { CELLS, FIELDS } from './answers.ts';
import { atBaseRate, leastOf, showingOf } from './base-rate.ts';
import { applyCalibration, fieldFactNames } from './calibration.ts';
import { type CoderInput, type Coding, type EvidenceSpan, type Verdict, withoutContact } from './coding.ts';
import { type Explanation, explainItem, type Scored, type Tools } from './explain.ts';
import { answerFields } from './fields.ts';
import { findConflicts } from './find-conflicts.ts';
import { findEvidence } from './find-evidence.ts';
import { placeBack } from './focus.ts';
import type { Knowledge } from './knowledge.ts';
import { prepareLexicons } from './lexicons.ts';
import { numberInputs } from './model.ts';
import { type PreparedModel, prepareModel, scoresOf } from './prepare-model.ts';
import { areOfPoorScan } from './read-item.ts';
import { mixScores, type Reading, readWithPart } from './reading.ts';
import { factNames, factsOf } from './record-facts.ts';
import { redactionsOf } from './redactions.ts';
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
  const { head, trees, fieldTrees, thresholds } = knowledge.model;
  const names = factNames(lexicons.words().cues);
  const cells = CELLS.map(({ name }) => name);
  const tools: Tools = {
    model,
    calibration: { head, trees: numberInputs(trees, cells, names) },
    fieldTrees: numberInputs(fieldTrees, FIELDS, fieldFactNames(names)),
  };
  const read = (input: CoderInput): Reading => readWithPart(input, lexicons);
  const code = (input: CoderInput): Coding => codeRead(read(input), tools, knowledge);
  return {
    version: knowledge.version,
    code,
    explain: (input) => {
      const coding = code(input);
      const reading = read(input);
      return explainItem(reading, scoreReading(reading, model), tools, coding, thresholds.verdict);
    },
  };
}

/** Scores of the cells, in which the part of the item has its share, and the vector of the whole. */
function scoreReading({ item, part }: Reading, model: PreparedModel): Scored {
  // First: a vector holds until the next one is taken.
  const own = part && scoresOf(model.vectorize(part.item), model.cells);
  const vector = model.vectorize(item);
  const whole = scoresOf(vector, model.cells);
  const scores = part && own ? mixScores(whole, own, part.share) : whole;
  return { vector, facts: factsOf(item, scores, own ?? whole) };
}

/** Quotes from the entries about immigration where it is a record of entries, else from all of it. */
function quotesOf({ item, part }: Reading, model: PreparedModel, verdict: Verdict): EvidenceSpan[] {
  const focus = part?.focus;
  if (focus) {
    const quotes = findEvidence(part.item, model, verdict);
    const placed = quotes.flatMap((quote) => placeBack(quote, focus) ?? []);
    if (placed.length > 0) return placed;
  }
  return findEvidence(item, model, verdict);
}

function codeRead(reading: Reading, tools: Tools, knowledge: Knowledge): Coding {
  const { item } = reading;
  const { model, fieldTrees } = tools;
  const { vector, facts } = scoreReading(reading, model);
  const showing = showingOf(item);
  const redactions = redactionsOf(item);
  // What a poor scan has misread may have been the authority's name.
  const hides = redactions.marks > 0 || (showing === 'hint' && areOfPoorScan(item.clauses));
  const cells = atBaseRate(applyCalibration(tools.calibration, facts), showing, hides);
  const probabilities = verdictProbabilities(cells);
  // Where nothing of immigration shows, a person may see a contact; the coder does not claim one.
  const likely = showing === 'nothing' ? 'not-contact' : chooseVerdict(probabilities);
  const evidence = likely === 'not-contact' ? [] : quotesOf(reading, model, likely);
  // No words, no code: an item without text cannot be a contact.
  const verdict = evidence.length === 0 ? 'not-contact' : likely;
  let best = -1;
  for (const [at, entry] of CELLS.entries()) {
    if (entry.verdict === verdict && (best === -1 || cells[at]! > cells[best]!)) best = at;
  }
  const { relevance, purpose, conduct } = CELLS[best]!;
  const probability = probabilities[verdict];
  const { thresholds } = knowledge.model;
  const contact = relevance === 'contact';
  const { direction, nature, component, persons, minors } = contact
    ? answerFields(item, model.fieldPart(vector), facts, model.fields, fieldTrees)
    : withoutContact();
  return {
    relevance,
    purpose,
    conduct,
    verdict,
    probability,
    probabilities,
    needs_review:
      probability < leastOf(showing, verdict, thresholds.verdict) ||
      findConflicts(item, verdict, redactions).length > 0,
    direction,
    nature,
    component,
    persons,
    minors,
    evidence: contact ? evidence : [],
  };
}
