import { join } from 'node:path';
import type { Command } from 'commander';
import { PROJECT_ROOT } from './project.ts';

const MODEL = join(PROJECT_ROOT, 'classify/model/coder.json');

/** What the options say; missing where nothing was said. */
export interface TrainOptions {
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
    .action(async (paths: string[], options: TrainOptions) => {
      const { trainCoder } = await import('./train-coder.ts');
      await trainCoder(paths, options);
    });
}
