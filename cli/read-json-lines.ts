import { createReadStream } from 'node:fs';
import { SettingsError } from '../case/index.ts';

/**
 * The records of a JSON Lines file given by the user, each with its line number; `-` is standard input.
 *
 * @throws SettingsError where the file cannot be read or a line is not JSON, with the number of the line.
 */
export async function* readUserLines(path: string): AsyncGenerator<{ line: number; value: unknown }> {
  const stream = path === '-' ? process.stdin.setEncoding('utf8') : createReadStream(path, 'utf8');
  let rest = '';
  let line = 0;
  try {
    for await (const chunk of stream) {
      const lines = (rest + String(chunk)).split('\n');
      rest = lines.pop() ?? '';
      for (const text of lines) yield* parsed(text, ++line, path);
    }
  } catch (error) {
    if (error instanceof SettingsError) throw error;
    throw new SettingsError(`cannot be read: ${path}`);
  }
  yield* parsed(rest, line + 1, path);
}

function* parsed(text: string, line: number, path: string): Generator<{ line: number; value: unknown }> {
  if (text.trim() === '') return;
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    throw new SettingsError(`${path} line ${line} is not JSON`);
  }
  yield { line, value };
}
