import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { resolve } from 'node:path';
import { finished } from 'node:stream/promises';
import { SettingsError } from '../case/index.ts';
import {
  type Coder,
  type CoderInput,
  type Coding,
  createCoder,
  type Explanation,
  parseCoderInput,
} from '../classify/index.ts';
import { describeError } from '../ingest/index.ts';
import {
  claimNothing,
  loadKnowledge,
  openSecondCoder,
  readAgencyFile,
  type SecondCoder,
} from '../workers/index.ts';
import type { ClassifyOptions } from './classify.ts';
import { readUserLines } from './read-json-lines.ts';
import { readSecondCoder } from './read-second-coder.ts';

/** Codes the items of a file, a line each, in the same order. */
export async function classifyItems(options: ClassifyOptions): Promise<void> {
  const knowledge =
    options.agency === undefined ? loadKnowledge(null) : readAgencyFile(resolve(options.agency)).knowledge;
  const coder = createCoder(knowledge);
  const settings = readSecondCoder(options);
  const second = settings === null ? null : openSecondCoder(settings, null);
  const out = openOutput(options.out);
  for await (const { line, value } of readUserLines(options.in)) {
    const input = parseLine(value, `${options.in} line ${line}`);
    const { coding, explanation } = codeGuarded(coder, input, options.explain === true, line);
    const record = {
      ...codingLine(input, coding),
      ...(second === null ? {} : await codeAgain(input, coding, second)),
      ...(options.explain === true ? { explanation } : {}),
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
}

/** Codes one item; one on which the coder breaks down is named, is put before a person and holds up no other. */
function codeGuarded(
  coder: Coder,
  input: CoderInput,
  explain: boolean,
  line: number,
): { coding: Coding; explanation: Explanation | null } {
  try {
    const coding = coder.code(input);
    return { coding, explanation: explain ? coder.explain(input) : null };
  } catch (thrown) {
    const { error, at } = describeError(thrown);
    process.stderr.write(`line ${line}: the coder broke down on it (${error}, ${at}); it needs review\n`);
    return { coding: claimNothing(), explanation: null };
  }
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
