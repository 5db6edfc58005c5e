/** `text` with `quotes` blacked out as the text of a redacted page has them: a bar on each line, see `markRuns`. */
export function hideWords(text: string, quotes: readonly string[]): string {
  let hidden = text;
  for (const quote of quotes) {
    if (quote === '') continue;
    const bars = quote.replace(/\S(?:.*\S)?/g, ({ length }) =>
      '█'.repeat(Math.min(80, 4 * Math.max(1, Math.round(length / 4)))),
    );
    hidden = hidden.split(quote).join(bars);
  }
  return hidden;
}
