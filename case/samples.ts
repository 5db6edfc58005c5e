import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { sha256Hex } from '../ingest/index.ts';
import type { SampleInput } from '../report/index.ts';
import { readDecisions } from './append-decisions.ts';
import { RunError } from './errors.ts';
import type { CaseLayout } from './layout.ts';
import { parseDraw, parseFrameUnit, parseSampleCode } from './parse-sample.ts';

/** Types of the lines that samples leave in `decisions.jsonl`. */
export const SAMPLE_DRAWN = 'sample-drawn';
export const SAMPLE_CODE = 'sample-code';

/** What lies in the folder of one sample. Coders get the sheets and nothing else: draw and frame tell the codes. */
export interface SampleFiles {
  folder: string;
  draw: string;
  frame: string;
}

export function sampleFiles(samples: string, sample: number): SampleFiles {
  const folder = join(samples, String(sample));
  return { folder, draw: join(folder, 'draw.json'), frame: join(folder, 'frame.csv') };
}

/** Numbers of the samples that lie in the case, rising. */
export async function listSamples(samples: string): Promise<number[]> {
  if (!existsSync(samples)) return [];
  const names = await readdir(samples);
  return names
    .filter((name) => /^[1-9]\d*$/.test(name))
    .map(Number)
    .sort((a, b) => a - b);
}

async function readOrFail(path: string, where: string): Promise<Buffer> {
  try {
    return await readFile(path);
  } catch {
    throw new RunError(`${where} is missing`);
  }
}

function parseJson(bytes: Buffer, where: string): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    throw new RunError(`${where} is not JSON`);
  }
}

/** A sample as it lies there, with the hashes of its two files. Codes are left to `readSamples`. */
export async function readSample(
  samples: string,
  sample: number,
): Promise<SampleInput & { draw_sha256: string; found_frame_sha256: string }> {
  const files = sampleFiles(samples, sample);
  const [drawName, frameName] = [`samples/${sample}/draw.json`, `samples/${sample}/frame.csv`];
  const drawBytes = await readOrFail(files.draw, drawName);
  const frameBytes = await readOrFail(files.frame, frameName);
  const rows: unknown[] = parse(frameBytes, { columns: true });
  return {
    draw: parseDraw(parseJson(drawBytes, drawName), drawName),
    frame: rows.map((row, i) => parseFrameUnit(row, `${frameName} row ${i + 1}`)),
    codes: [],
    draw_sha256: sha256Hex(drawBytes),
    found_frame_sha256: sha256Hex(frameBytes),
  };
}

/**
 * Every sample of the case with what people said of it. It lies beside the database and not in it, so that no run and no
 * change of tables touches it.
 *
 * @throws RunError where a file of a sample is missing or no longer what was written.
 */
export async function readSamples({ samples, decisions }: CaseLayout): Promise<SampleInput[]> {
  const numbers = await listSamples(samples);
  if (numbers.length === 0) return [];
  const lines = await readDecisions(decisions);
  const codes = lines.flatMap((line, i) =>
    line.type === SAMPLE_CODE ? [parseSampleCode(line, `decisions.jsonl line ${i + 1}`)] : [],
  );
  const found: SampleInput[] = [];
  for (const number of numbers) {
    const { draw, frame } = await readSample(samples, number);
    found.push({ draw, frame, codes: codes.filter(({ sample }) => sample === number) });
  }
  return found;
}
