import type { CaseData } from '../case/index.ts';
import type { Exchange, LinkedItem } from '../classify/index.ts';
import type { Page } from '../ingest/index.ts';
import { type FrameUnit, LONE_STRATUM, LOW_CONFIDENCE, pageUnit, UNREAD_STRATUM } from '../report/index.ts';

/** A unit with how likely its code is thought to be wrong, 0 to 1: where to look more closely. */
export interface WeighedUnit extends FrameUnit {
  doubt: number;
}

/** From this probability on the model is nearly certain that an exchange is no contact. */
const NEARLY_CERTAIN = 0.99;
/** What is believed of units that no model has judged: one in twenty hides a contact. */
const UNJUDGED = 0.05;

/** True where a page on which one of the items stands was hard to read, or was not read at all. */
function poorReader(pages: readonly Page[], items: readonly LinkedItem[]): (exchange: Exchange) => boolean {
  const poor = new Set(
    pages.flatMap(({ file_id, page, method, ocr_confidence }) =>
      method === 'unread' || (ocr_confidence !== null && ocr_confidence < LOW_CONFIDENCE)
        ? pageUnit(file_id, page)
        : [],
    ),
  );
  const byId = new Map(items.map((item) => [item.item_id, item]));
  return ({ items: ids }) =>
    ids.some((id) => {
      const item = byId.get(id);
      if (item === undefined || item.page_start === null) return false;
      for (let page = item.page_start; page <= (item.page_end ?? item.page_start); page += 1) {
        if (poor.has(pageUnit(item.file_id, page))) return true;
      }
      return false;
    });
}

/**
 * What the code of an exchange is called in the draw: its verdict, and how sure the model is. Each stratum holds one verdict, so
 * that a verdict's rates are sums over whole strata.
 */
function stratumOf({ verdict, needs_review, probability }: Exchange, poor: boolean): string {
  if (needs_review) return `${verdict}.review`;
  if (verdict !== 'not-contact') return `${verdict}.sure`;
  if (poor) return 'not-contact.poorly-read';
  return probability < NEARLY_CERTAIN ? 'not-contact.less-sure' : 'not-contact.sure';
}

/**
 * Everything in a case that can be drawn, each once: all exchanges, the items that no exchange holds, and the pages on which
 * nothing could be read. Sorted by unit, so that the order of the records plays no part.
 */
export function listFrame({
  exchanges,
  items,
  pages,
}: Pick<CaseData, 'exchanges' | 'items' | 'pages'>): WeighedUnit[] {
  const isPoor = poorReader(pages, items);
  const units: WeighedUnit[] = exchanges.map((exchange) => ({
    unit: exchange.exchange_id,
    kind: 'exchange',
    stratum: stratumOf(exchange, isPoor(exchange)),
    doubt: 1 - exchange.probability,
  }));
  for (const { item_id, exchange_id, duplicate_of } of items) {
    if (exchange_id === null && duplicate_of === null)
      units.push({ unit: item_id, kind: 'item', stratum: LONE_STRATUM, doubt: UNJUDGED });
  }
  for (const { file_id, page, method } of pages) {
    if (method === 'unread')
      units.push({ unit: pageUnit(file_id, page), kind: 'page', stratum: UNREAD_STRATUM, doubt: UNJUDGED });
  }
  return units.sort((a, b) => (a.unit < b.unit ? -1 : a.unit > b.unit ? 1 : 0));
}
