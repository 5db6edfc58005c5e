import {
  type Judged,
  judgeLeftOut,
  type LabelledSet,
  type LeftOutScores,
  readLabelled,
} from '../classify/index.ts';
import { loadLexicons } from '../workers/index.ts';
import { readLabelledFiles } from './labelled-files.ts';

export interface LeftOutJob {
  paths: string[];
  group: string;
  /** Left-out scores of the whole set, made once for all files. */
  scores: LeftOutScores;
}

const lexicons = loadLexicons();
/** The set of the latest paths: a thread reads the items once and trains on them many times. */
let latest: { key: string; set: Promise<LabelledSet> } | null = null;

/** Trains without one file and codes it, in a thread of its own. */
export default async function judgeOne({ paths, group, scores }: LeftOutJob): Promise<Judged[]> {
  const key = paths.join('\n');
  if (latest?.key !== key)
    latest = { key, set: readLabelledFiles(paths).then((items) => readLabelled(items, lexicons)) };
  return judgeLeftOut(await latest.set, lexicons, group, scores);
}
