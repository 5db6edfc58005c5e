import type { Issue } from './issue.ts';
import type { BodyPart, Item } from './item.ts';
import type { Page } from './page.ts';

/** Until the segmenter stands. */
export function segmentPages(
  _file: { file_id: string; path: string; sha256: string },
  _pages: Page[],
  _options: object,
): { items: Item[]; issues: Issue[] } {
  return { items: [], issues: [] };
}

export function splitBody(body: string): { parts: BodyPart[]; quoted: unknown[] } {
  return { parts: [{ kind: 'new', start: 0, end: body.length }], quoted: [] };
}

export function quotedItems(_parent: Item): Item[] {
  return [];
}

export function normalizeDate(_raw: string): string | null {
  return null;
}

export function normalizePeople(raw: string): string {
  return raw;
}
