import { verdictOf } from '../classify/index.ts';
import { isArchive } from '../ingest/index.ts';
import type { CaseData } from './case-data.ts';

/** One thing that was checked: how many records, and a line for each that failed. */
export interface Check {
  name: string;
  checked: number;
  faults: string[];
}

/** White space and quotation marks at line starts are the printer's, not the writer's. */
export function foldText(text: string): string {
  return text
    .replace(/^[>\s]+/gm, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Principle 1: what came in is what was read and what is named. */
export function checkLedger({ files, pages, items }: CaseData): Check {
  const faults: string[] = [];
  const pagesOf = new Map<string, number>();
  for (const { file_id } of pages) pagesOf.set(file_id, (pagesOf.get(file_id) ?? 0) + 1);
  const known = new Set<string>();
  for (const file of files) {
    known.add(file.file_id);
    const { file_id, status, items_expected, items_emitted, items_failed, issues } = file;
    if (items_expected !== items_emitted + items_failed)
      faults.push(`${file_id}: items expected are not emitted + failed`);
    if ((pagesOf.get(file_id) ?? 0) !== file.pages)
      faults.push(`${file_id}: ${file.pages} pages, not that many rows`);
    if ((status === 'unreadable' || status === 'partial') && issues.length === 0) {
      faults.push(`${file_id}: ${status} without a reason`);
    }
  }
  const itemsOf = new Map<string, number>();
  for (const { file_id, origin } of items) {
    if (origin !== 'quoted') itemsOf.set(file_id, (itemsOf.get(file_id) ?? 0) + 1);
  }
  for (const { file_id, media_type, items_emitted } of files) {
    // What an archive gives out are files, each with a row of its own.
    if (!isArchive(media_type) && (itemsOf.get(file_id) ?? 0) !== items_emitted) {
      faults.push(`${file_id}: ${items_emitted} items emitted, not that many rows`);
    }
  }
  for (const { item_id, file_id } of items)
    if (!known.has(file_id)) faults.push(`${item_id}: of a file not in the ledger`);
  return { name: 'ledger', checked: files.length, faults };
}

/** Principle 3: each copy points to the item that counts, and that item lists each copy. */
export function checkWitnesses({ items }: CaseData): Check {
  const faults: string[] = [];
  const copies = new Map<string, number>();
  const byId = new Map(items.map((item) => [item.item_id, item]));
  for (const { item_id, duplicate_of } of items) {
    const counted = duplicate_of ?? item_id;
    copies.set(counted, (copies.get(counted) ?? 0) + 1);
    if (duplicate_of !== null && byId.get(duplicate_of)?.duplicate_of !== null) {
      faults.push(`${item_id}: copy of an item that does not count`);
    }
  }
  for (const { item_id, duplicate_of, witnesses } of items) {
    if (duplicate_of === null && witnesses.length !== copies.get(item_id)) {
      faults.push(`${item_id}: its witnesses are not its copies`);
    }
  }
  return { name: 'witnesses', checked: items.length, faults };
}

/** Principle 2: a verdict has words, and the words are where it says. */
export function checkEvidence({ exchanges, items, pages }: CaseData): Check {
  const faults: string[] = [];
  const byId = new Map(items.map((item) => [item.item_id, item]));
  const pageText = new Map(pages.map((page) => [`${page.file_id} ${page.page}`, page.text]));
  let checked = 0;
  for (const { exchange_id, evidence } of exchanges) {
    for (const [index, { item_id, file_id, page, quote, start, end }] of evidence.entries()) {
      checked += 1;
      const place = `${exchange_id} quote ${index + 1}`;
      if (quote === '' || byId.get(item_id)?.body.slice(start, end) !== quote) {
        faults.push(`${place}: not found in ${item_id}`);
      } else if (page !== null) {
        const here = `${pageText.get(`${file_id} ${page}`) ?? ''}\n${pageText.get(`${file_id} ${page + 1}`) ?? ''}`;
        if (!pageHolds(here, quote)) faults.push(`${place}: not found on page ${page} of ${file_id}`);
      }
    }
  }
  return { name: 'quotes', checked, faults };
}

/** A quote over a page break has the foot and head of the pages in between: each of its lines has to be there. */
function pageHolds(text: string, quote: string): boolean {
  const page = foldText(text);
  return page.includes(foldText(quote)) || quote.split('\n').every((line) => page.includes(foldText(line)));
}

/** The verdict follows from the three answers, a contact has its id, and no code stands without a quote. */
export function checkCoding({ exchanges, items }: CaseData): Check {
  const faults: string[] = [];
  const placed = new Map(items.map(({ item_id, exchange_id }) => [item_id, exchange_id]));
  for (const exchange of exchanges) {
    const { exchange_id, contact_id, relevance, purpose, conduct, verdict, evidence } = exchange;
    if ((contact_id !== null) !== (relevance === 'contact'))
      faults.push(`${exchange_id}: contact id and relevance differ`);
    if (verdict !== verdictOf(relevance, purpose, conduct))
      faults.push(`${exchange_id}: verdict breaks the rule`);
    if (verdict !== 'not-contact' && evidence.length === 0)
      faults.push(`${exchange_id}: a verdict without words`);
    for (const item_id of exchange.items) {
      if (placed.get(item_id) !== exchange_id)
        faults.push(`${item_id}: listed in ${exchange_id}, placed elsewhere`);
    }
  }
  return { name: 'coding', checked: exchanges.length, faults };
}
