/**
 * What prints editions. It comes with the libraries that draw plots and set pages, which take longer to load than most
 * commands take to run, so it is loaded by those who print.
 */
export async function loadRenderers() {
  const [{ htmlPieces }, { renderPdf }, { ownWords }] = await Promise.all([
    import('./render-html.ts'),
    import('./render-pdf.ts'),
    import('./own-words.ts'),
  ]);
  return { htmlPieces, renderPdf, ownWords };
}
