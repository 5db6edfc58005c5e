import { CELLS } from './answers.ts';
import { atBaseRate, leastOf, showingOf } from './base-rate.ts';
import { applyCalibration, type Calibration } from './calibration.ts';
import { type CoderInput, type Coding, type EvidenceSpan, type Verdict, withoutContact } from './coding.ts';
import { type Explanation, explainItem } from './explain.ts';
import { answerFields } from './fields.ts';
import { findConflicts } from './find-conflicts.ts';
import { findEvidence } from './find-evidence.ts';
import { type Focus, focusOn, placeBack } from './focus.ts';
import type { Knowledge } from './knowledge.ts';
import { prepareLexicons } from './lexicons.ts';
import { numberInputs } from './model.ts';
import { type PreparedModel, prepareModel, scoresOf } from './prepare-model.ts';
import { type ReadItem, readItem } from './read-item.ts';
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
    return { item, entries: focus === null ? null : { focus, item: readItem(focus.input, lexicons) } };
  };
  const code = (input: CoderInput): Coding => codeRead(read(input), { model, calibration }, knowledge);
  return {
    version: knowledge.version,
    code,
    explain: (input) =>
      explainItem(readItem(input, lexicons), model, calibration, code(input), thresholds.verdict),
  };
}

/** What codes items: the model and what makes probabilities of its scores. */
interface Tools {
  model: PreparedModel;
  calibration: Calibration;
}

/** Scores of the whole item with those of its entries about immigration, where it is a long record of entries. */
function mixScores(whole: Float64Array, focused: Float64Array | null): Float64Array {
  return focused === null ? whole : whole.map((one, at) => (1 - FOCUS) * one + FOCUS * focused[at]!);
}

/** An item as a whole, and with the entries about immigration alone where it is a long record of entries. */
interface Reading {
  item: ReadItem;
  entries: { focus: Focus; item: ReadItem } | null;
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
  const { item, entries } = reading;
  const { model } = tools;
  // First: a vector holds until the next one is taken.
  const focused = entries === null ? null : scoresOf(model.vectorize(entries.item), model.cells);
  const vector = model.vectorize(item);
  const showing = showingOf(item);
  const shows = showing !== 'nothing';
  const hides = findRedactions(item).marks > 0;
  const scores = mixScores(scoresOf(vector, model.cells), focused);
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
