import { writeFile } from 'node:fs/promises';
import { chromium } from 'playwright-core';
import { findBrowser } from '../find-browser.ts';
import type { ExpectedMessage } from '../score-segmentation.ts';
import { expectMessage, type SampleMessage } from '../segmentation-gold.ts';
import { bodyHtml, escapeHtml, type Layout, type Letter, toLetter } from './layout.ts';

/** A message and what it quotes, nearest first. */
export interface Chain {
  own: SampleMessage;
  quoted: SampleMessage[];
}

export function chainsOf(messages: ReadonlyMap<string, SampleMessage>): Chain[] {
  return [...messages.values()].map((own) => {
    const quoted: SampleMessage[] = [];
    for (let id = own.quotes; id !== null; id = quoted.at(-1)?.quotes ?? null) {
      const quote = messages.get(id);
      if (quote === undefined) break;
      quoted.push(quote);
    }
    return { own, quoted };
  });
}

function printChain({ own, quoted }: Chain, layout: Layout): string {
  const body = layout.quoteBody ?? bodyHtml;
  const quotes = layout.quotes ? quoted.map(toLetter) : [];
  const below = quotes.map((letter) => layout.quoteHead(letter) + body(letter.message.body_new));
  return `<article>${layout.head(toLetter(own))}${bodyHtml(own.body_new)}${below.join('')}</article>`;
}

/** A thread printed as one conversation: its subject, the number of messages, then each. */
function printConversation(letters: Letter[], layout: Layout): string {
  const first = letters[0];
  const count = letters.length === 1 ? '1 message' : `${letters.length} messages`;
  const messages = letters.map((letter) => layout.head(letter) + bodyHtml(letter.message.body_new));
  return `<article class="page"><h2>${escapeHtml(first?.subject ?? '')}</h2><p>${count}</p>${messages.join('')}</article>`;
}

function conversations(chains: Chain[]): Letter[][] {
  const threads = new Map<string, Letter[]>();
  for (const { own } of chains) {
    const letters = threads.get(own.thread) ?? [];
    threads.set(own.thread, [...letters, toLetter(own)]);
  }
  return [...threads.values()];
}

/** The release as one web page in this layout. */
export function layoutHtml(chains: Chain[], layout: Layout): string {
  const articles = layout.quotes
    ? chains.map((chain) => printChain(chain, layout))
    : conversations(chains).map((letters) => printConversation(letters, layout));
  const breaks = layout.breaks || !layout.quotes ? 'article { break-after: page; }' : '';
  return `<!doctype html><meta charset="utf-8"><style>p { margin: 0 0 .8em; } ${breaks} ${layout.css}</style>${articles.join('')}`;
}

/** What such a print holds; fields that the layout does not show are empty. */
export function expectedIn(
  chains: Chain[],
  layout: Layout,
): { own: ExpectedMessage[]; quoted: ExpectedMessage[] } {
  const withoutSender = (message: ExpectedMessage): ExpectedMessage =>
    layout.sender === false ? { ...message, from: '[REDACTED]' } : message;
  const own = chains.map((chain) => expectMessage(chain.own, false, null));
  const subjects = new Map<string, string>();
  const conversation = own.map((message, i) => {
    const thread = chains[i]?.own.thread ?? '';
    // A conversation prints the subject of its first message over all of them.
    if (!subjects.has(thread)) subjects.set(thread, message.subject);
    return { ...message, subject: subjects.get(thread) ?? '' };
  });
  const quoted = layout.quotes
    ? chains.flatMap((chain) => chain.quoted.map((message) => expectMessage(message, true, null)))
    : [];
  const shown = quoted.map((message) => ({
    ...message,
    to: layout.quoteFields.includes('to') ? message.to : '',
    subject: layout.quoteFields.includes('subject') ? message.subject : '',
  }));
  return { own: (layout.quotes ? own : conversation).map(withoutSender), quoted: shown.map(withoutSender) };
}

/** Prints pages with a browser on this machine. Throws where there is none. */
export async function printPdfs(
  sheets: { html: string; pageHead: string; location: string }[],
): Promise<void> {
  const executablePath = findBrowser();
  if (executablePath === undefined)
    throw new Error('the layouts are printed by Chromium: apt-get install chromium');
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  try {
    for (const { html, pageHead, location } of sheets) {
      const page = await browser.newPage();
      await page.setContent(html);
      const bytes = await page.pdf({
        format: 'Letter',
        margin: { top: '0.8in', bottom: '0.8in', left: '0.9in', right: '0.9in' },
        displayHeaderFooter: true,
        headerTemplate: `<div style="font-size:8px;margin-left:60px">${escapeHtml(pageHead)}</div>`,
        footerTemplate:
          '<div style="font-size:8px;width:100%;text-align:right;margin-right:60px">LG-<span class="pageNumber"></span></div>',
      });
      await writeFile(location, bytes);
      await page.close();
    }
  } finally {
    await browser.close();
  }
}
