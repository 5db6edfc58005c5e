import { bootstrapInterval } from './bootstrap.ts';
import { type Coder, createCoder } from './coder.ts';
import { CONDUCTS, type Coding, PURPOSES, RELEVANCES, VERDICTS } from './coding.ts';
import { degradeText } from './degrade-text.ts';
import { hideWords } from './hide-words.ts';
import type { Knowledge } from './knowledge.ts';
import type { LabelledItem } from './labelled.ts';
import type { LexiconData } from './lexicons.ts';
import { calibration, classScores, confusion, kappa, macroF1, ratio, setF1 } from './metrics.ts';
import type { LabelledSet } from './read-labelled.ts';
import { scorePairs } from './score-pairs.ts';
import type { PartScores } from './score-part.ts';
import { type QuoteScores, scoreQuotes } from './score-quotes.ts';
import { type LeftOutScores, trainOnSet } from './train-model.ts';

/** A labelled item and what a coder that has not seen its file said. */
export interface Judged {
  item: LabelledItem;
  coding: Coding;
  /** The same item read from a poor scan: one coding a rate of NOISE. */
  noisy: Coding[];
  /** The same item with the words hidden that people quoted, where it is a contact about a person; null for others. */
  hidden: Coding | null;
}

/** Shares of characters that are misread in the degraded copies. */
export const NOISE = [0.02, 0.05] as const;

function judge(item: LabelledItem, coder: Coder, seed: number): Judged {
  const { input } = item;
  const noisy = NOISE.map((rate) => {
    const subject = degradeText(input.headers.subject, rate, seed);
    return coder.code({
      ...input,
      headers: { ...input.headers, subject },
      body: degradeText(input.body, rate, seed + 1),
    });
  });
  return { item, coding: coder.code(input), noisy, hidden: codeHidden(item, coder) };
}

/** Verdicts whose purpose a redaction can hide. */
const HIDEABLE = new Set(['status-only', 'mixed', 'criminal-investigation']);

function codeHidden({ input, labels }: LabelledItem, coder: Coder): Coding | null {
  if (!HIDEABLE.has(labels.verdict) || labels.evidence.length === 0) return null;
  const subject = hideWords(input.headers.subject, labels.evidence);
  const body = hideWords(input.body, labels.evidence);
  return coder.code({ ...input, headers: { ...input.headers, subject }, body });
}

export interface Interval {
  value: number;
  low: number;
  high: number;
}

export interface VerdictScore {
  verdict: string;
  support: number;
  precision: Interval;
  recall: Interval;
  f1: Interval;
}

/** Scores of a coder. Shares are between 0 and 1; intervals are 95 % by bootstrap over items. */
export interface Evaluation {
  items: number;
  groups: { group: string; items: number; kappa: number }[];
  verdicts: VerdictScore[];
  accuracy: Interval;
  kappa: Interval;
  macroF1: Interval;
  /** Rows are the truth, columns the answer, in the order of VERDICTS. */
  confusion: number[][];
  axes: { relevance: number; purpose: number; conduct: number };
  /** Over items that are contacts and were recognised as such. */
  fields: { direction: number; nature: number; component: number; persons: number; minors: number };
  /** Share of the contacts that were recognised, and of those that were recognised or put before a person. */
  contactRecall: { alone: number; withReview: number };
  /** Both members of a contrast pair right. */
  pairs: { count: number; right: number };
  calibration: { error: number; bins: { from: number; items: number; probability: number; right: number }[] };
  /** What is decided without a person: share of all items, and how much of it is right, overall and by verdict. */
  decided: {
    share: number;
    precision: number;
    verdicts: { verdict: string; items: number; precision: number }[];
  };
  quotes: QuoteScores;
  /**
   * Contacts about a person with the words blacked out that people quoted for the code: shares coded `undetermined`, put
   * before a person, and decided alone with a verdict that the whole text does not have.
   */
  redacted: { items: number; undetermined: number; review: number; guessed: number };
  /** Scores of the copies with misread characters. */
  noise: {
    rate: number;
    kappa: number;
    macroF1: number;
    contactRecall: number;
    decided: number;
    precision: number;
  }[];
  /** Those of the files that count more in training, where they are a part of all. */
  first: PartScores | null;
}

/**
 * Codes each file with a coder trained on the other files, or one file alone, so that the files can be shared among
 * threads. `scores` are the left-out scores of the whole set (`Trained.leftOut`), on which the calibrating layer and the
 * thresholds for each file are trained from the other files' rows; those rows come from fits that may have seen the file,
 * which moves ten by ten weights by next to nothing and spares five fits a file. With one file only there is nothing to
 * train from, and the result is empty.
 */
export function judgeLeftOut(
  set: LabelledSet,
  lexicons: LexiconData,
  only: string | null = null,
  scores: LeftOutScores | null = null,
): Judged[] {
  const groups = [...new Set(set.entries.map(({ item }) => item.group))];
  if (groups.length < 2) return [];
  return groups
    .filter((group) => only === null || group === only)
    .flatMap((group) => {
      const { model } = trainOnSet(set, { keeps: (other) => other !== group, leftOut: scores });
      const coder = createCoder({ ...lexicons, model, version: `without ${group}` });
      return set.entries
        .filter(({ item }) => item.group === group)
        .map(({ item }, number) => judge(item, coder, number));
    });
}

/** Codes items with a given coder, for files it was not trained on. */
export function judgeWith(items: readonly LabelledItem[], knowledge: Knowledge): Judged[] {
  const coder = createCoder(knowledge);
  return items.map((item, number) => judge(item, coder, number));
}

/** All scores of judged items. `seed` is that of the bootstrap. */
export function evaluate(judged: readonly Judged[], seed = 1): Evaluation {
  const truth = judged.map(({ item }) => item.labels.verdict);
  const said = judged.map(({ coding }) => coding.verdict);
  const table = confusion(truth, said, VERDICTS);
  const measure = (of: (resampled: number[][]) => number): Interval =>
    bootstrapInterval(truth, said, VERDICTS, of, seed);
  const right = judged.map(({ item, coding }) => item.labels.verdict === coding.verdict);
  const contacts = judged.filter(({ item }) => item.labels.relevance === 'contact');
  const found = contacts.filter(({ coding }) => coding.relevance === 'contact');
  const seen = contacts.filter(({ coding }) => coding.relevance === 'contact' || coding.needs_review);
  const decided = judged.filter(({ coding }) => !coding.needs_review);
  const isRight = ({ item, coding }: Judged): boolean => item.labels.verdict === coding.verdict;
  const groups = [...new Set(judged.map(({ item }) => item.group))];
  return {
    items: judged.length,
    groups: groups.map((group) => {
      const own = judged.filter(({ item }) => item.group === group);
      const codes = confusion(
        own.map(({ item }) => item.labels.verdict),
        own.map(({ coding }) => coding.verdict),
        VERDICTS,
      );
      return { group, items: own.length, kappa: kappa(codes) };
    }),
    verdicts: VERDICTS.map((verdict, at) => ({
      verdict,
      support: classScores(table)[at]!.support,
      precision: measure((resampled) => classScores(resampled)[at]!.precision),
      recall: measure((resampled) => classScores(resampled)[at]!.recall),
      f1: measure((resampled) => classScores(resampled)[at]!.f1),
    })),
    accuracy: measure((resampled) => {
      const all = resampled.flat().reduce((total, count) => total + count, 0);
      return ratio(
        resampled.reduce((total, row, at) => total + row[at]!, 0),
        all,
      );
    }),
    kappa: measure(kappa),
    macroF1: measure(macroF1),
    confusion: table,
    axes: {
      relevance: axis(judged, RELEVANCES, (entry) => entry.relevance),
      purpose: axis(found, PURPOSES, (entry) => entry.purpose ?? ''),
      conduct: axis(found, CONDUCTS, (entry) => entry.conduct ?? ''),
    },
    fields: {
      direction: share(found, ({ item, coding }) => item.labels.direction === coding.direction),
      nature: setF1(
        found.map(({ item }) => item.labels.nature),
        found.map(({ coding }) => coding.nature),
      ),
      component: setF1(
        found.map(({ item }) => item.labels.component),
        found.map(({ coding }) => coding.component),
      ),
      persons: share(found, ({ item, coding }) => item.labels.persons === coding.persons),
      minors: share(found, ({ item, coding }) => item.labels.minors === coding.minors),
    },
    contactRecall: {
      alone: ratio(found.length, contacts.length),
      withReview: ratio(seen.length, contacts.length),
    },
    pairs: scorePairs(judged),
    calibration: calibration(
      judged.map(({ coding }) => coding.probability),
      right,
    ),
    decided: {
      share: ratio(decided.length, judged.length),
      precision: share(decided, isRight),
      verdicts: VERDICTS.map((verdict) => {
        const own = decided.filter(({ coding }) => coding.verdict === verdict);
        return { verdict, items: own.length, precision: share(own, isRight) };
      }),
    },
    quotes: scoreQuotes(found),
    redacted: scoreRedaction(judged),
    noise: NOISE.map((rate, at) => scoreNoise(judged, rate, at)),
    first: null,
  };
}

function scoreRedaction(judged: readonly Judged[]): Evaluation['redacted'] {
  const hidden = judged.flatMap(({ item, hidden: coding }) =>
    coding === null ? [] : [{ verdict: item.labels.verdict, coding }],
  );
  const of = (holds: (entry: (typeof hidden)[number]) => boolean) =>
    ratio(hidden.filter(holds).length, hidden.length);
  return {
    items: hidden.length,
    undetermined: of(({ coding }) => coding.verdict === 'undetermined'),
    review: of(({ coding }) => coding.needs_review),
    guessed: of(
      ({ coding, verdict }) =>
        !coding.needs_review && coding.verdict !== 'undetermined' && coding.verdict !== verdict,
    ),
  };
}

function scoreNoise(judged: readonly Judged[], rate: number, at: number): Evaluation['noise'][number] {
  const copies = judged.map(({ item, noisy }) => ({ item, coding: noisy[at]!, noisy, hidden: null }));
  const table = confusion(
    copies.map(({ item }) => item.labels.verdict),
    copies.map(({ coding }) => coding.verdict),
    VERDICTS,
  );
  const decided = copies.filter(({ coding }) => !coding.needs_review);
  const contacts = copies.filter(({ item }) => item.labels.relevance === 'contact');
  return {
    rate,
    kappa: kappa(table),
    macroF1: macroF1(table),
    contactRecall: share(contacts, ({ coding }) => coding.relevance === 'contact'),
    decided: ratio(decided.length, copies.length),
    precision: share(decided, ({ item, coding }) => item.labels.verdict === coding.verdict),
  };
}

function share(judged: readonly Judged[], holds: (entry: Judged) => boolean): number {
  return ratio(judged.filter(holds).length, judged.length);
}

/** Kappa of one answer. */
function axis(
  judged: readonly Judged[],
  codes: readonly string[],
  answer: (entry: Judged['item']['labels'] | Coding) => string,
): number {
  return kappa(
    confusion(
      judged.map(({ item }) => answer(item.labels)),
      judged.map(({ coding }) => answer(coding)),
      codes,
    ),
  );
}
