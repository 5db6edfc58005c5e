/** Page numbers in a sentence: `page 3`, `pages 1–4, 9`. Empty for none. */
export function pageRanges(pages: number[]): string {
  const ranges: [number, number][] = [];
  for (const page of pages.toSorted((a, b) => a - b)) {
    const last = ranges.at(-1);
    if (last && page <= last[1] + 1) last[1] = page;
    else ranges.push([page, page]);
  }
  if (ranges.length === 0) return '';
  const words = ranges.map(([first, last]) => (first === last ? `${first}` : `${first}–${last}`)).join(', ');
  return `${pages.length === 1 ? 'page' : 'pages'} ${words}`;
}
