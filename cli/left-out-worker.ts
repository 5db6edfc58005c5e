import { type Judged, judgeLeftOut } from '../classify/index.ts';
import { loadLexicons } from '../workers/index.ts';
import { readLabelledFiles } from './labelled-files.ts';

export interface LeftOutJob {
  paths: string[];
  group: string;
}

/** Trains without one file and codes it, in a thread of its own. */
export default async function judgeOne({ paths, group }: LeftOutJob): Promise<Judged[]> {
  return judgeLeftOut(await readLabelledFiles(paths), loadLexicons(), group);
}
