import type { Token } from './tokenize.ts';

/** True where one of the marks stands between the token and the one before it. */
export function hasMarkBefore(text: string, tokens: readonly Token[], at: number, marks: string): boolean {
  for (let place = tokens[at - 1]!.end; place < tokens[at]!.start; place += 1) {
    if (marks.includes(text[place]!)) return true;
  }
  return false;
}
