import type { Evaluation } from './evaluate.ts';

/** The scores of a part of the files, in brief. */
export type PartScores = Pick<Evaluation, 'items' | 'kappa' | 'macroF1' | 'contactRecall' | 'pairs'> & {
  files: number;
  calibrationError: number;
  /** What is decided without a person, and of that what is called `status-only`. */
  decided: { share: number; precision: number };
  statusOnly: { items: number; precision: number };
};

/** The brief form of the evaluation of a part. */
export function scorePart(part: Evaluation): PartScores {
  const { items, kappa, macroF1, contactRecall, pairs, decided, calibration, groups } = part;
  const statusOnly = decided.verdicts.find(({ verdict }) => verdict === 'status-only');
  return {
    items,
    files: groups.length,
    kappa,
    macroF1,
    contactRecall,
    pairs,
    calibrationError: calibration.error,
    decided: { share: decided.share, precision: decided.precision },
    statusOnly: { items: statusOnly?.items ?? 0, precision: statusOnly?.precision ?? 0 },
  };
}
