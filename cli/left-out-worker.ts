import {
  type Judged,
  judgeLeftOut,
  type LabelledSet,
  type LeftOutScores,
  readLabelled,
  trainOnSet,
} from '../classify/index.ts';
import { loadLexicons } from '../workers/index.ts';
import { readLabelledFiles } from './labelled-files.ts';

export interface LeftOutJob {
  paths: string[];
  group: string;
}

interface Prepared {
  set: LabelledSet;
  scores: LeftOutScores;
}

const lexicons = loadLexicons();
/** The set of the latest paths: a thread reads the items once and trains on them many times. */
let latest: { key: string; prepared: Promise<Prepared> } | null = null;

async function prepare(paths: string[]): Promise<Prepared> {
  const set = readLabelled(await readLabelledFiles(paths), lexicons);
  return { set, scores: trainOnSet(set).leftOut };
}

/** Trains without one file and codes it, in a thread of its own. */
export default async function judgeOne({ paths, group }: LeftOutJob): Promise<Judged[]> {
  const key = paths.join('\n');
  if (latest?.key !== key) latest = { key, prepared: prepare(paths) };
  const { set, scores } = await latest.prepared;
  return judgeLeftOut(set, lexicons, group, scores);
}
