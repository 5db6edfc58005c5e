/*
 * What prints editions. It comes with the libraries that draw plots and set pages, which take longer to load than most
 * commands take to run, so each is loaded by who prints with it.
 */

/** Prints pages, and the words that a page has whatever the case. */
export async function loadHtmlRenderer() {
  const [{ htmlPieces }, { ownWords }] = await Promise.all([
    import('./render-html.ts'),
    import('./own-words.ts'),
  ]);
  return { htmlPieces, ownWords };
}

/** Prints the edition on paper. */
export async function loadPdfRenderer() {
  const { renderPdf } = await import('./render-pdf.ts');
  return { renderPdf };
}
