import { readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join, relative } from 'node:path';
import { RunError } from '../case/index.ts';
import { printModel, trainModel } from '../classify/index.ts';
import { loadLexicons } from '../workers/index.ts';
import { readLabelledFiles } from './labelled-files.ts';
import { PROJECT_ROOT } from './project.ts';
import type { TrainOptions } from './train.ts';

const LABELLED = join(PROJECT_ROOT, 'fixtures/labelled');

/** Rebuilds the model and writes it, or compares it with the one that is there. */
export async function trainCoder(paths: string[], { out, check }: TrainOptions): Promise<void> {
  const items = await readLabelledFiles(paths.length === 0 ? [LABELLED] : paths);
  const model = printModel(trainModel(items, loadLexicons(), { threads: availableParallelism() }));
  const name = relative(process.cwd(), out);
  if (check === true) {
    if (readFileSync(out, 'utf8') !== model) throw new RunError(`${name} is not what these items give`);
    process.stdout.write(`${name} is what ${items.length} items give\n`);
    return;
  }
  writeFileSync(out, model);
  process.stdout.write(`${name} from ${items.length} items, ${Math.round(model.length / 1024)} KiB\n`);
}
