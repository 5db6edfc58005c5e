import { type Judged, judgeLeftOut, type LabelledSet, readLabelled } from '../classify/index.ts';
import { loadLexicons } from '../workers/index.ts';
import { readLabelledFiles } from './labelled-files.ts';

export interface LeftOutJob {
  paths: string[];
  group: string;
}

const lexicons = loadLexicons();
/** The set of the latest paths: a thread reads the items once and trains on them many times. */
let latest: { key: string; set: Promise<LabelledSet> } | null = null;

function readSet(paths: string[]): Promise<LabelledSet> {
  const key = paths.join('\n');
  if (latest?.key !== key) {
    latest = { key, set: readLabelledFiles(paths).then((items) => readLabelled(items, lexicons)) };
  }
  return latest.set;
}

/** Trains without one file and codes it, in a thread of its own. */
export default async function judgeOne({ paths, group }: LeftOutJob): Promise<Judged[]> {
  return judgeLeftOut(await readSet(paths), lexicons, group);
}
