import type { Command } from 'commander';

/** What the options say; missing where nothing was said. */
export interface EvaluateOptions {
  leaveOneFileOut?: boolean;
  learningCurve?: boolean;
  agency?: string;
  json?: boolean;
}

export function addEvaluate(program: Command): void {
  program
    .command('evaluate')
    .description('scores of the coder on labelled items, with intervals, per class and per field')
    .argument('<labelled...>', 'JSON Lines files of labelled items, or folders of them')
    .option(
      '--leave-one-file-out',
      'code each file with a model trained on the others: scores on writers not seen',
    )
    .option('--learning-curve', 'how the scores on files left out grow with the files trained on')
    .option('--agency <file>', 'JSON file of agencies, in the form of classify/lexicon/agencies.json')
    .option('--json', 'as JSON')
    .action(async (paths: string[], options: EvaluateOptions) => {
      const { evaluateCoder } = await import('./evaluate-coder.ts');
      await evaluateCoder(paths, options);
    });
}
