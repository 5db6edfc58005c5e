import { readdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Piscina } from 'piscina';
import { SettingsError } from '../case/index.ts';
import {
  evaluate,
  type Judged,
  judgeWith,
  type LabelledItem,
  learningCurve,
  readLabelled,
  renderCurve,
  renderEvaluation,
  scorePart,
  trainOnSet,
} from '../classify/index.ts';
import { loadKnowledge, loadLexicons, PROJECT_ROOT, readAgencyFile } from '../workers/index.ts';
import type { EvaluateOptions } from './evaluate.ts';
import { readLabelledFiles } from './labelled-files.ts';
import type { LeftOutJob } from './left-out-worker.ts';

/** Prints the scores of the shipped coder, or of coders that have not seen what they code, as the options ask. */
export async function evaluateCoder(paths: string[], options: EvaluateOptions): Promise<void> {
  const items = await readLabelledFiles(paths);
  if (options.learningCurve === true) {
    process.stdout.write(drawCurve(items, options));
    return;
  }
  const judged =
    options.leaveOneFileOut === true ? await leaveOut(items, paths) : judgeShipped(items, options);
  const first = judged.filter(({ item }) => item.worth > 1);
  const isPart = first.length > 0 && first.length < judged.length;
  const evaluation = { ...evaluate(judged), first: isPart ? scorePart(evaluate(first)) : null };
  const text =
    options.json === true ? `${JSON.stringify(evaluation, null, 2)}\n` : renderEvaluation(evaluation);
  process.stdout.write(text.endsWith('\n') ? text : `${text}\n`);
}

/** Shares of the files are trained on, so a handful is the least there has to be. */
const LEAST_FILES = 10;

function drawCurve(items: LabelledItem[], { json }: EvaluateOptions): string {
  if (new Set(items.map(({ group }) => group)).size < LEAST_FILES)
    throw new SettingsError(`a learning curve needs ${LEAST_FILES} files or more`);
  const lexicons = loadLexicons();
  const points = learningCurve(readLabelled(items, lexicons), lexicons);
  return json === true ? `${JSON.stringify(points, null, 2)}\n` : renderCurve(points);
}

/** Each file is left out in a thread of its own, a thread a core. */
async function leaveOut(items: LabelledItem[], paths: string[]): Promise<Judged[]> {
  const groups = [...new Set(items.map(({ group }) => group))];
  if (groups.length < 2) throw new SettingsError('leaving one file out needs two files or more');
  const filename = fileURLToPath(new URL('./left-out-worker.js', import.meta.url));
  const threads = availableParallelism();
  const { leftOut: scores } = trainOnSet(readLabelled(items, loadLexicons()), { threads });
  const pool = new Piscina<LeftOutJob, Judged[]>({ filename, maxThreads: threads });
  let done = 0;
  try {
    const judged = await Promise.all(
      groups.map(async (group) => {
        const found = await pool.run({ paths, group, scores });
        process.stderr.write(`without ${group}: ${++done} of ${groups.length}\n`);
        return found;
      }),
    );
    return judged.flat();
  } finally {
    await pool.destroy();
  }
}

function judgeShipped(items: LabelledItem[], { agency }: EvaluateOptions) {
  const trained = new Set(
    readdirSync(join(PROJECT_ROOT, 'fixtures/labelled')).map((name) => basename(name, '.jsonl')),
  );
  const seen = [...new Set(items.map(({ group }) => group))].filter((group) => trained.has(group));
  if (seen.length > 0) {
    process.stderr.write(
      `contact-audit: the shipped model was trained on ${seen.join(', ')}: scores on them flatter; use --leave-one-file-out\n`,
    );
  }
  const knowledge = agency === undefined ? loadKnowledge(null) : readAgencyFile(resolve(agency)).knowledge;
  return judgeWith(items, knowledge);
}
