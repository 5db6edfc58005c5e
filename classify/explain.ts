import { CELLS } from './answers.ts';
import { leastOf, type Showing, showingOf } from './base-rate.ts';
import type { Calibration } from './calibration.ts';
import type { Coding } from './coding.ts';
import { findConflicts } from './find-conflicts.ts';
import { textOf } from './pieces.ts';
import type { PreparedModel } from './prepare-model.ts';
import type { ReadItem } from './read-item.ts';
import type { Reading } from './reading.ts';
import { factNames } from './record-facts.ts';
import { dropPossessive } from './tokenize.ts';
import { leafOf, type Tree } from './trees.ts';
import type { SparseVector } from './vectors.ts';

/** The features of a whole item, and the facts that trees ask for, with its scores. */
export interface Scored {
  vector: SparseVector;
  facts: Float32Array;
}

/** What codes items: the model and what makes probabilities of its scores. */
export interface Tools {
  model: PreparedModel;
  calibration: Calibration;
  /** What makes probabilities of the fields' scores. */
  fieldTrees: Tree[];
}

/** One feature and how far it moved the score of the cell that was chosen against the mean of the others. */
export interface Reason {
  feature: string;
  weight: number;
}

export interface Explanation {
  verdict: string;
  probability: number;
  needs_review: boolean;
  /** Who writes and who reads, and by what they were recognised. */
  people: string[];
  /** How far immigration shows; the less, the rarer contacts are taken to be (`base-rate.ts`). */
  shows: Showing;
  /** In a long record of entries, those about immigration, which count a second time by themselves; null in other items. */
  focus: string | null;
  /** How much of the scores the newest of several messages says by itself, 0 to 1; null in other items. */
  newest: number | null;
  /** Words that are read otherwise than they are written, each once: "detalner" as "detainer", those of an empty box as "unticked". */
  read_as: { written: string; read: string }[];
  /** Where the codebook's rules speak against the verdict. */
  conflicts: string[];
  /** Cues with the words that gave them. */
  cues: { cue: string; words: string; clause: number }[];
  speaks_for: Reason[];
  speaks_against: Reason[];
  /** What counts only together with other facts, and how far it moved the log-odds of the verdict's cells. */
  together: Reason[];
}

const SHOWN = 12;

/** Why an item is coded as it is: the people, the cues, and the features with most weight for and against. */
export function explainItem(
  { item, part }: Reading,
  { vector, facts }: Scored,
  { model, calibration: { trees } }: Tools,
  coding: Coding,
  least: Record<string, number>,
): Explanation {
  const width = CELLS.length;
  const own = CELLS.flatMap((cell, at) => (cell.verdict === coding.verdict ? [at] : []));
  const reasons: Reason[] = [];
  for (let at = 0; at < vector.size; at += 1) {
    const id = vector.ids[at]!;
    let inside = 0;
    let outside = 0;
    for (let c = 0; c < width; c += 1) {
      const weight = model.cells.weights[id * width + c]! * model.cells.unit * vector.values[at]!;
      if (own.includes(c)) inside += weight / own.length;
      else outside += weight / (width - own.length);
    }
    const feature = model.cells.vocabulary.names[id] ?? '';
    // Runs of characters say little to a reader; they count, but are not shown.
    if (!feature.startsWith('chars:'))
      reasons.push({ feature, weight: Math.round((inside - outside) * 1e4) / 1e4 });
  }
  reasons.sort((a, b) => b.weight - a.weight || (a.feature < b.feature ? -1 : 1));
  const people = [...item.speakers, ...item.recipients].map((person) => `${person.side}: ${person.why}`);
  const shows = showingOf(item);
  return {
    verdict: `${coding.verdict} (decided alone from ${leastOf(shows, coding.verdict, least)})`,
    probability: coding.probability,
    needs_review: coding.needs_review,
    people: [...new Set(people)],
    shows,
    focus: part?.focus?.input.body ?? null,
    newest: part?.focus === null ? Math.round(part.share * 1e4) / 1e4 : null,
    read_as: wordsReadOtherwise(item),
    conflicts: findConflicts(item, coding.verdict),
    cues: item.clauses.flatMap((clause, at) =>
      clause.cues.map((hit) => ({
        cue: hit.name,
        words: clause.tokens
          .slice(hit.from, hit.to)
          .map((token) => token.text)
          .join(' '),
        clause: at,
      })),
    ),
    speaks_for: reasons.filter((reason) => reason.weight > 0).slice(0, SHOWN),
    speaks_against: reasons
      .filter((reason) => reason.weight < 0)
      .slice(-SHOWN)
      .reverse(),
    together: reasonsOfTrees(
      trees.filter(({ output }) => own.includes(output)),
      facts,
      factNames(item.table.cues),
    ),
  };
}

function wordsReadOtherwise(item: ReadItem): Explanation['read_as'] {
  const found = new Map<string, { written: string; read: string }>();
  for (const clause of item.clauses) {
    const text = textOf(item, clause);
    for (const token of clause.tokens) {
      const written = text.slice(clause.start + token.start, clause.start + token.end);
      const plain = written.toLowerCase().replaceAll('’', "'");
      if (token.text === plain || token.text === dropPossessive(plain)) continue;
      found.set(`${written}\n${token.text}`, { written, read: token.text });
    }
  }
  return [...found.values()];
}

/** What the trees asked and what came of it, the weightiest first. */
function reasonsOfTrees(trees: readonly Tree[], facts: Float32Array, names: readonly string[]): Reason[] {
  const reasons = trees.map((tree) => ({
    feature: tree.inputs
      .map((input, at) => `${names[input]} ${facts[input]! >= tree.cuts[at]! ? '≥' : '<'} ${tree.cuts[at]}`)
      .join(', '),
    weight: tree.values[leafOf(tree, facts)]!,
  }));
  return reasons
    .filter(({ weight }) => weight !== 0)
    .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight) || (a.feature < b.feature ? -1 : 1))
    .slice(0, SHOWN);
}
