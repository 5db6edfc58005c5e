import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Page, unreadPage } from '../../ingest/index.ts';

const FOLDER = resolve(__dirname, '../../fixtures/segmentation');

/** A message that a fixture's pages hold, in order; pages are given for printed ones. */
export interface ExpectedItem {
  origin: 'printed' | 'quoted';
  from: string;
  to: string;
  date: string;
  subject: string;
  page_start?: number;
  page_end?: number;
}

type Run = [number, number, number, number, number, number, number, string];

interface Stored {
  about: string;
  pages: { page: number; width: number; height: number; text: string; runs: Run[] }[];
  expected: ExpectedItem[];
}

export function makePage(page: number, text: string, more: Partial<Page> = {}): Page {
  return {
    ...unreadPage('f_0', page),
    width: 612,
    height: 792,
    method: 'text',
    text,
    chars: text.replace(/\s/g, '').length,
    ...more,
  };
}

/** Names of the stored cases; each says what is hard about it. */
export function fixtureNames(): string[] {
  return readdirSync(FOLDER)
    .filter((name) => name.endsWith('.json'))
    .map((name) => name.replace('.json', ''))
    .sort();
}

export function readFixture(name: string): { pages: Page[]; expected: ExpectedItem[] } {
  const stored = JSON.parse(readFileSync(join(FOLDER, `${name}.json`), 'utf8')) as Stored;
  const pages = stored.pages.map(({ page, width, height, text, runs }) =>
    makePage(page, text, {
      width,
      height,
      runs: runs.map(([start, end, x0, y0, x1, y1, size, font]) => ({
        start,
        end,
        x0,
        y0,
        x1,
        y1,
        size,
        font,
      })),
    }),
  );
  return { pages, expected: stored.expected };
}
