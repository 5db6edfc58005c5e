import type { Command } from 'commander';
import { addSecondCoderOptions, type SecondCoderOptions } from './second-coder-options.ts';

/** What the options say; missing where nothing was said. */
export interface ClassifyOptions extends SecondCoderOptions {
  in: string;
  out: string;
  agency?: string;
  explain?: boolean;
}

export function addClassify(program: Command): void {
  const command = program
    .command('classify')
    .description('the coder alone: items in, codings out, a line each, in the same order')
    .requiredOption(
      '--in <file>',
      'JSON Lines of {id, kind, headers: {from, to, cc, date, subject}, body}; - for standard input',
    )
    .requiredOption('--out <file>', 'JSON Lines of codings; - for standard output')
    .option('--agency <file>', 'JSON file of agencies, in the form of classify/lexicon/agencies.json')
    .option('--explain', 'add to each line, in words, what spoke for and against the verdict');
  addSecondCoderOptions(command).action(async (options: ClassifyOptions) => {
    const { classifyItems } = await import('./classify-items.ts');
    await classifyItems(options);
  });
}
