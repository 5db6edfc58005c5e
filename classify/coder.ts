import { CELLS } from './answers.ts';
import { atBaseRate, leastOf, showingOf } from './base-rate.ts';
import { applyCalibration } from './calibration.ts';
import { type CoderInput, type Coding, type EvidenceSpan, type Verdict, withoutContact } from './coding.ts';
import { type Explanation, explainItem, type Reading, type Scored, type Tools } from './explain.ts';
import { answerFields } from './fields.ts';
import { findConflicts } from './find-conflicts.ts';
import { findEvidence } from './find-evidence.ts';
import { focusOn, placeBack } from './focus.ts';
import type { Knowledge } from './knowledge.ts';
import { prepareLexicons } from './lexicons.ts';
import { numberInputs } from './model.ts';
import { newestOf } from './newest.ts';
import { type PreparedModel, prepareModel, scoresOf } from './prepare-model.ts';
import { readItem } from './read-item.ts';
import { factNames, factsOf } from './record-facts.ts';
import { findRedactions } from './redactions.ts';
import { FOCUS } from './training-settings.ts';
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
  const { head, trees, thresholds } = knowledge.model;
  const calibration = { head, trees: numberInputs(trees, factNames(lexicons.words().cues)) };
  const read = (input: CoderInput): Reading => {
    const item = readItem(input, lexicons);
    const focus = focusOn(item);
    const entries = focus === null ? null : { focus, item: readItem(focus.input, lexicons) };
    return { item, entries, newest: newestOf(item) };
  };
  const code = (input: CoderInput): Coding => codeRead(read(input), { model, calibration }, knowledge);
  return {
    version: knowledge.version,
    code,
    explain: (input) => {
      const coding = code(input);
      const reading = read(input);
      return explainItem(
        reading,
        scoreReading(reading, model),
        { model, calibration },
        coding,
        thresholds.verdict,
      );
    },
  };
}

/** Scores of the whole item with those of a part of it, which say `share` of them. */
function mixScores(whole: Float64Array, part: Float64Array, share: number): Float64Array {
  return whole.map((one, at) => (1 - share) * one + share * part[at]!);
}

/**
 * Scores of the cells, and the item's vector. A long record of entries is read with those about immigration alone as well, several messages with the
 * newest alone.
 */
function scoreReading({ item, entries, newest }: Reading, model: PreparedModel): Scored {
  const part = entries?.item ?? newest?.item;
  // First: a vector holds until the next one is taken.
  const own = part && scoresOf(model.vectorize(part), model.cells);
  const vector = model.vectorize(item);
  const whole = scoresOf(vector, model.cells);
  return { vector, scores: own ? mixScores(whole, own, newest?.share ?? FOCUS) : whole };
}

/** Quotes from the entries about immigration where it is a record of entries, else from all of it. */
function quotesOf({ item, entries }: Reading, model: PreparedModel, verdict: Verdict): EvidenceSpan[] {
  if (entries !== null) {
    const quotes = findEvidence(entries.item, model, verdict);
    const placed = quotes.flatMap((quote) => placeBack(quote, entries.focus) ?? []);
    if (placed.length > 0) return placed;
  }
  return findEvidence(item, model, verdict);
}

function codeRead(reading: Reading, tools: Tools, knowledge: Knowledge): Coding {
  const { item } = reading;
  const { model } = tools;
  const { vector, scores } = scoreReading(reading, model);
  const showing = showingOf(item);
  const shows = showing !== 'nothing';
  const hides = findRedactions(item).marks > 0;
  const cells = atBaseRate(applyCalibration(tools.calibration, factsOf(item, scores)), showing, hides);
  const probabilities = verdictProbabilities(cells);
  // Where nothing of immigration shows, a person may see a contact; the coder does not claim one.
  const likely = shows ? chooseVerdict(probabilities) : 'not-contact';
  const evidence = likely === 'not-contact' ? [] : quotesOf(reading, model, likely);
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
