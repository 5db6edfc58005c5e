import { type AuditReport, loadRenderers, wordsOfHtml } from '../report/index.ts';

/** SHA-256 in hexadecimal: letters in it are nobody's name. */
const HASH = /\b[0-9a-f]{64}\b/g;

/** The words of a public output as they are swept for private strings. */
export function withoutHashes(words: string): string {
  return words.replace(HASH, ' ');
}

/**
 * What a public output may say whatever the case: the report's own words, and Bates numbers, since a page is cited by
 * them and their letters are the release's own.
 */
export async function openWords(report: AuditReport): Promise<string[]> {
  const { ownWords } = await loadRenderers();
  return [wordsOfHtml(ownWords(report)), ...report.pages.flatMap(({ page }) => page.bates ?? [])];
}
