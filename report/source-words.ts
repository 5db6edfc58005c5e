const ORIGIN_WORDS: Record<string, string> = {
  native: 'native in',
  printed: 'printed on',
  quoted: 'quoted in',
  row: 'a row of',
  document: 'the text of',
};

/** How a message stands in its file, in words that go before the file's name. An origin that is not known prints as it is. */
export function sourceWords(origin: string): string {
  return ORIGIN_WORDS[origin] ?? `${origin} in`;
}
