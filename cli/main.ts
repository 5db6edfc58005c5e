#!/usr/bin/env node
import { Command, CommanderError } from 'commander';
import { addClassify } from './classify.ts';
import { addDoctor } from './doctor.ts';
import { addEvaluate } from './evaluate.ts';
import { addPolicy } from './policy.ts';
import { TOOL_VERSION } from './project.ts';
import { addReport } from './report.ts';
import { addRun } from './run.ts';
import { addSample } from './sample.ts';
import { addStatus } from './status.ts';
import { addTrain } from './train.ts';
import { addVerify } from './verify.ts';
import { addWorker } from './worker.ts';

const DONE = 0;
const FAILED = 1;
const WRONG_USAGE = 2;
/** 128 + SIGINT, as a shell expects of a program that Ctrl-C ended. */
const INTERRUPTED = 130;

const HELP = `
Exit status: 0 done; 1 the run failed; 2 wrong usage or settings; 3 nothing could be read.
Nothing is sent over a network.`;

/** The commands with their options. What does a command's work is loaded once its options are right. */
function buildProgram(): Command {
  const program = new Command('contact-audit')
    .description(
      'Turns a public-records release of police e-mails into an audit of contacts with immigration authorities.',
    )
    .version(TOOL_VERSION)
    .addHelpText('after', HELP)
    .showSuggestionAfterError(false)
    .configureOutput({ writeErr: () => {} })
    .exitOverride()
    .hook('preAction', async () => {
      const { spareMemory } = await import('../workers/index.ts');
      spareMemory();
    });
  for (const add of [
    addRun,
    addReport,
    addVerify,
    addSample,
    addStatus,
    addClassify,
    addEvaluate,
    addTrain,
    addWorker,
    addPolicy,
    addDoctor,
  ])
    add(program);
  for (const command of program.commands) {
    command
      .exitOverride()
      .configureOutput({ writeErr: () => {} })
      .showSuggestionAfterError(false);
  }
  return program;
}

function fail(line: string, status: number): number {
  process.stderr.write(`contact-audit: ${line.split('\n')[0]}\n`);
  return status;
}

async function main(argv: string[]): Promise<number> {
  const program = buildProgram();
  if (argv.length <= 2) {
    process.stdout.write(`${program.helpInformation()}${HELP}\n`);
    return WRONG_USAGE;
  }
  try {
    await program.parseAsync(argv);
    return Number(process.exitCode ?? DONE);
  } catch (error) {
    if (error instanceof CommanderError) {
      return error.exitCode === 0 ? DONE : fail(error.message.replace(/^error: /, ''), WRONG_USAGE);
    }
    return failWith(error);
  }
}

/** An error of a command's own: one line and the status for it. What is none of these is a fault of the tool and thrown on. */
async function failWith(error: unknown): Promise<number> {
  const { RunError, SettingsError } = await import('../case/index.ts');
  if (error instanceof SettingsError) return fail(error.message, WRONG_USAGE);
  if (error instanceof RunError) return fail(error.message, FAILED);
  const { QueueClosed } = await import('../workers/index.ts');
  if (error instanceof QueueClosed) {
    return fail('stopped; what is done is kept, and the same command goes on from here', INTERRUPTED);
  }
  throw error;
}

// A reader that has seen enough (`| head`) closes the pipe; that is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(DONE);
  throw error;
});

process.exitCode = await main(process.argv);
