/** `text` with every word of `quotes` blacked out, as a redaction does: a box a character, so that all places stay. */
export function hideWords(text: string, quotes: readonly string[]): string {
  let hidden = text;
  for (const quote of quotes) {
    if (quote === '') continue;
    for (let at = hidden.indexOf(quote); at !== -1; at = hidden.indexOf(quote, at + quote.length)) {
      const boxes = quote.replace(/[^\s]/g, '█');
      hidden = hidden.slice(0, at) + boxes + hidden.slice(at + quote.length);
    }
  }
  return hidden;
}
