const NONE: readonly RegExpExecArray[] = [];

/** What `text.matchAll(expression)` gives, without a copy of the expression for every text. `expression` has the flag `g`. */
export function allMatches(expression: RegExp, text: string): readonly RegExpExecArray[] {
  expression.lastIndex = 0;
  let match = expression.exec(text);
  if (match === null) return NONE;
  const matches: RegExpExecArray[] = [];
  for (; match !== null; match = expression.exec(text)) {
    matches.push(match);
    if (match[0] === '') expression.lastIndex += 1;
  }
  return matches;
}
