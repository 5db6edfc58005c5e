import type { Place } from './audit.ts';
import { type Html, html } from './html.ts';
import { join, type Links, pageAnchor, partWords } from './render-html-parts.ts';

const ORIGIN_WORDS: Record<string, string> = {
  native: 'native in',
  printed: 'printed on',
  quoted: 'quoted in',
  row: 'a row of',
  document: 'the text of',
};

function pageLink(fileId: string, page: number, links: Links): Html {
  return links.hasPage(fileId, page)
    ? html`<a href="#${pageAnchor(fileId, page)}">${page}</a>`
    : html`${page}`;
}

function pagesOf({ file_id, page_start, page_end }: Place, links: Links): Html {
  if (page_start === null) return html``;
  const first = pageLink(file_id, page_start, links);
  return page_end === null || page_end === page_start
    ? first
    : html`${first}–${pageLink(file_id, page_end, links)}`;
}

/** The places in one file that are of one kind: `2015.pdf pp. 5–6, 9` or `box.mbox message 3, message 8`. */
function inFile(path: string, places: readonly Place[], links: Links): Html {
  const paged = places.filter((place) => place.page_start !== null);
  const spans = new Map(
    paged.map((place) => [`${place.page_start} ${place.page_end}`, pagesOf(place, links)]),
  );
  const several =
    spans.size > 1 || paged.some((place) => place.page_start !== (place.page_end ?? place.page_start));
  const parts = new Set(
    places.flatMap(({ page_start, part }) => (page_start === null && part !== null ? [partWords(part)] : [])),
  );
  return html`<span class="path">${path}</span>${
    spans.size === 0 ? null : html` ${several ? 'pp.' : 'p.'} ${join([...spans.values()])}`
  }${parts.size === 0 ? null : ` ${[...parts].join(', ')}`}`;
}

/** Places by kind and file, in the order in which these first occur. `withKind` says how the message stands there. */
export function placeList(places: readonly Place[], links: Links, withKind: boolean): Html {
  const groups = new Map<string, Place[]>();
  for (const place of places) {
    const key = JSON.stringify([withKind ? place.origin : '', place.file_id]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [place]);
    else group.push(place);
  }
  const lines = [...groups.values()].map((group) => {
    const [{ origin, path } = { origin: '', path: '' }] = group;
    const words = withKind ? html`${ORIGIN_WORDS[origin] ?? `${origin} in`} ` : null;
    return html`${words}${inFile(path, group, links)}`;
  });
  return join(lines, '; ');
}
