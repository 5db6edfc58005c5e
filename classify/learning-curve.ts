import { createCoder } from './coder.ts';
import { VERDICTS } from './coding.ts';
import type { LexiconData } from './lexicons.ts';
import { confusion, kappa, macroF1 } from './metrics.ts';
import type { LabelledSet } from './read-labelled.ts';
import { trainOnSet } from './train-model.ts';

/** Scores on files left out, of coders trained on a share of the other files. */
export interface CurvePoint {
  share: number;
  /** Mean number of files and items trained on. */
  files: number;
  items: number;
  kappa: number;
  macroF1: number;
}

const SHARES = [1 / 8, 1 / 4, 1 / 2, 1];
/** The files are left out in so many lots. */
const LOTS = 5;

/** How the scores grow with the files trained on. Files are taken in the order of their names, from another start each lot. */
export function learningCurve(set: LabelledSet, lexicons: LexiconData): CurvePoint[] {
  const groups = [...new Set(set.entries.map(({ item }) => item.group))];
  return SHARES.map((share) => {
    const truth: string[] = [];
    const said: string[] = [];
    let files = 0;
    let items = 0;
    for (let lot = 0; lot < LOTS; lot += 1) {
      const others = groups.filter((_, at) => at % LOTS !== lot);
      const step = Math.round(1 / share);
      const kept = new Set(others.filter((_, at) => (at + lot) % step === 0));
      const { model } = trainOnSet(set, { keeps: (group) => kept.has(group) });
      const coder = createCoder({ ...lexicons, model, version: `curve ${share} ${lot}` });
      files += kept.size / LOTS;
      items += model.items / LOTS;
      for (const { item } of set.entries) {
        if (groups.indexOf(item.group) % LOTS !== lot) continue;
        truth.push(item.labels.verdict);
        said.push(coder.code(item.input).verdict);
      }
    }
    const table = confusion<string>(truth, said, VERDICTS);
    return { share, files, items, kappa: kappa(table), macroF1: macroF1(table) };
  });
}

/** The curve as lines for a terminal and for the model card. */
export function renderCurve(points: readonly CurvePoint[]): string {
  const lines = points.map(
    ({ files, items, kappa: k, macroF1: f }) =>
      `${files.toFixed(1).padStart(5)}  ${items.toFixed(0).padStart(6)}  ${k.toFixed(3)}  ${f.toFixed(3)}  ${'#'.repeat(Math.max(0, Math.round(k * 40)))}`,
  );
  return ['files   items  kappa  macro-F1', ...lines, ''].join('\n');
}
