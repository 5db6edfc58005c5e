import type { Command } from 'commander';
import { parseCount } from './common-options.ts';

export interface SecondCoderOptions {
  secondCoder?: string;
  model?: string;
  allowRemote?: boolean;
  secondTimeout: number;
}

/** Seconds for one answer: a small model on a processor reads the codebook and a long item in about one minute. */
const PATIENCE = 180;

/** The options of a second coder, the same for every command that codes. */
export function addSecondCoderOptions(command: Command): Command {
  return command
    .option(
      '--second-coder <url>',
      'a server with the OpenAI chat-completions interface (llama.cpp, Ollama, vLLM) that codes a second time; where the two differ, a person decides',
    )
    .option('--model <name>', 'with --second-coder: the model to be asked')
    .option(
      '--allow-remote',
      'with --second-coder: the server may be another machine, which gets the records',
    )
    .option(
      '--second-timeout <seconds>',
      'with --second-coder: longest wait for one answer',
      parseCount,
      PATIENCE,
    );
}
