import type { AuditReport, PageText } from './audit.ts';
import { each, type Html, html, type Pieces, pieces } from './html.ts';
import { count, plural } from './labels.ts';
import { chunks, contactLink, join, type Links, pageAnchor, segments } from './render-html-parts.ts';
import { hasPicture, wholePicture } from './render-html-pictures.ts';

const METHOD_WORDS: Record<PageText['page']['method'], string> = {
  text: 'text in the file',
  ocr: 'character recognition',
  blank: 'blank',
  unread: 'not read',
};

const PRINTED_WORDS: Record<AuditReport['pages_printed'], string> = {
  all: 'that there are',
  'of contacts': 'that a contact or a copy of it stands on, and those with a picture',
  'of quotes': 'on which a quote stands, and those with a picture',
};

function picture(entry: PageText): Html | null {
  const { page, path } = entry;
  if (!hasPicture(entry)) return null;
  return wholePicture(
    entry,
    `Picture of page ${page.page} of ${path}${page.method === 'unread' ? ', whose text was not read' : ''}`,
  );
}

function pageBlock(entry: PageText, links: Links): Html {
  const { page, contacts } = entry;
  const confidence =
    page.ocr_confidence === null ? '' : `, mean confidence ${page.ocr_confidence.toFixed(0)} of 100`;
  const bates = page.bates === null ? null : html`, Bates <span class="record">${page.bates}</span>`;
  const text =
    page.text.trim() === ''
      ? null
      : html`<pre class="record" dir="auto">${segments(entry.segments, true)}</pre>`;
  const image = picture(entry);
  return html`<details class="page"><summary>p. ${page.page}${contacts.length > 0 ? html` <span class="quiet">${plural(contacts.length, 'contact')}</span>` : null}${page.method === 'unread' ? html` <strong class="review">not read</strong>` : null}</summary>
<div class="body" id="${pageAnchor(page.file_id, page.page)}"><p class="note"><span class="path">${entry.path}</span>, page ${page.page}; ${METHOD_WORDS[page.method]}${confidence}${bates}. ${contacts.length > 0 ? html`Stands behind ${join(contacts.map((number) => contactLink(number, links)))}.` : 'No contact stands on it.'}</p>
${text}${image}${text === null && image === null ? html`<p class="quiet">${page.method === 'blank' ? 'There is nothing on this page.' : 'No text, and no picture in this report: open the file itself.'}</p>` : null}</div></details>
`;
}

/** The pages themselves, each once, with the quotes marked on them. */
export function renderPages(report: AuditReport, links: Links): Pieces {
  const { pages, pages_left_out } = report;
  const files = new Map<string, PageText[]>();
  for (const entry of pages) {
    const list = files.get(entry.page.file_id);
    if (list === undefined) files.set(entry.page.file_id, [entry]);
    else list.push(entry);
  }
  const left =
    pages_left_out > 0
      ? html`<p class="note">The release has ${plural(report.counts.pages, 'page')}, ${links.edition === 'public' ? 'of which this edition prints' : 'too many for one file: printed here are'} the ${count(pages.length)} ${links.edition === 'public' && report.pages_printed === 'of contacts' ? 'on which a contact or a copy of it stands' : PRINTED_WORDS[report.pages_printed]}. ${links.edition === 'public' ? 'The others hold nothing that a number of this report rests on.' : 'The text of every page is in case.sqlite.'}</p>`
      : null;
  return pieces`<section id="pages" aria-labelledby="pages-title">
<h2 id="pages-title">The pages</h2>
${pages.length === 0 ? html`<p>The release has no pages${links.edition === 'public' ? ' on which a contact stands' : ''}; its messages stand with their contacts.</p>` : html`<p class="note">The text as it was read, one block a page. Marked words carry a code.</p>`}
${left}
${each(
  files.values(),
  (list) => pieces`<h3 class="path">${list[0]?.path}, ${plural(list.length, 'page')}</h3>
${chunks(
  each(list, (entry) => pageBlock(entry, links)),
  list.length,
  'pages',
)}`,
)}</section>`;
}
