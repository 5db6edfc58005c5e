import { readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Command } from 'commander';
import { RunError } from '../case/index.ts';
import { printModel, trainModel } from '../classify/index.ts';
import { loadLexicons, PROJECT_ROOT } from '../workers/index.ts';
import { readLabelledFiles } from './labelled-files.ts';

const LABELLED = join(PROJECT_ROOT, 'fixtures/labelled');
const MODEL = join(PROJECT_ROOT, 'classify/model/coder.json');

interface TrainOptions {
  out: string;
  check?: boolean;
}

export function addTrain(program: Command): void {
  program
    .command('train')
    .description('rebuild the model from the labelled items, byte for byte')
    .argument(
      '[labelled...]',
      'JSON Lines files of labelled items, or folders of them (default: fixtures/labelled)',
    )
    .option('--out <file>', 'where the model goes', MODEL)
    .option('--check', 'write nothing; fail if the model at --out is another one')
    .action(async (paths: string[], { out, check }: TrainOptions) => {
      const items = await readLabelledFiles(paths.length === 0 ? [LABELLED] : paths);
      const model = printModel(trainModel(items, loadLexicons()));
      const name = relative(process.cwd(), out);
      if (check === true) {
        if (readFileSync(out, 'utf8') !== model) throw new RunError(`${name} is not what these items give`);
        process.stdout.write(`${name} is what ${items.length} items give\n`);
        return;
      }
      writeFileSync(out, model);
      process.stdout.write(`${name} from ${items.length} items, ${Math.round(model.length / 1024)} KiB\n`);
    });
}
