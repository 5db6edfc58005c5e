import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { resolve } from 'node:path';
import { finished } from 'node:stream/promises';
import type { Command } from 'commander';
import { SettingsError } from '../case/index.ts';
import { type CoderInput, type Coding, createCoder, parseCoderInput } from '../classify/index.ts';
import { loadKnowledge, openSecondCoder, readAgencyFile, type SecondCoder } from '../workers/index.ts';
import { readUserLines } from './read-json-lines.ts';
import { addSecondCoderOptions, readSecondCoder, type SecondCoderOptions } from './second-coder-options.ts';

interface ClassifyOptions extends SecondCoderOptions {
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
    const knowledge =
      options.agency === undefined ? loadKnowledge(null) : readAgencyFile(resolve(options.agency)).knowledge;
    const coder = createCoder(knowledge);
    const settings = readSecondCoder(options);
    const second = settings === null ? null : openSecondCoder(settings, null);
    const out = openOutput(options.out);
    for await (const { line, value } of readUserLines(options.in)) {
      const input = parseLine(value, `${options.in} line ${line}`);
      const coding = coder.code(input);
      const record = {
        ...codingLine(input, coding),
        ...(second === null ? {} : await codeAgain(input, coding, second)),
        ...(options.explain === true ? { explanation: coder.explain(input) } : {}),
      };
      if (!out.write(`${JSON.stringify(record)}\n`)) await once(out, 'drain');
    }
    if (second !== null) {
      const told = options.out === '-' ? process.stderr : process.stdout;
      told.write(`second coder ${second.summary()}\n`);
    }
    if (out !== process.stdout) {
      out.end();
      await finished(out).catch(() => {
        throw new SettingsError(`cannot be written: ${options.out}`);
      });
    }
  });
}

/** The second coder's answers beside the first one's; where the verdicts differ the item needs review. */
async function codeAgain(input: CoderInput, coding: Coding, second: SecondCoder): Promise<object> {
  const opinion = await second.code(input);
  if (opinion === null) return { second_coder: null };
  second.compare(coding, opinion);
  const needs_review = coding.needs_review || opinion.verdict !== coding.verdict;
  return { needs_review, second_coder: opinion };
}

function openOutput(path: string): NodeJS.WritableStream {
  return path === '-' ? process.stdout : createWriteStream(path);
}

function parseLine(value: unknown, where: string): CoderInput {
  try {
    return parseCoderInput(value);
  } catch (error) {
    throw new SettingsError(`${where}: ${(error as Error).message}`);
  }
}

/** The coding in the form of the design: evidence as exact substrings of the body. */
function codingLine({ id }: CoderInput, coding: Coding): object {
  const { relevance, purpose, conduct, verdict, probability, probabilities, needs_review } = coding;
  const { direction, nature, component, persons, minors, evidence } = coding;
  return {
    id,
    relevance,
    purpose,
    conduct,
    verdict,
    probability,
    probabilities,
    needs_review,
    direction,
    nature,
    component,
    persons,
    evidence: evidence.map(({ quote }) => quote),
    minors,
  };
}
