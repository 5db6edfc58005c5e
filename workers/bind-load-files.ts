import {
  type BatesRange,
  type Issue,
  type Item,
  issue,
  LOAD_FILE,
  missingNumbers,
  OPTICON,
  readOpticonFile,
} from '../ingest/index.ts';
import type { ArtifactStore } from '../store/index.ts';
import { type LedgerRow, readItems } from './artifacts.ts';
import { ReleasePaths } from './release-paths.ts';

/** Where the bytes of a content lie; null where they are not at hand. */
export type Locate = (sha256: string) => string | null;

/** The row of the first file that has items to carry a record's words; null where none has. */
function carrierOf(candidates: (LedgerRow | undefined)[]): LedgerRow | null {
  const able = (row: LedgerRow) => row.file.items_emitted > 0 || row.file.status === 'duplicate';
  return candidates.find((row): row is LedgerRow => row !== undefined && able(row)) ?? null;
}

/** A file whose words are counted at another row: it stays in the ledger, its pages too. */
function withoutItems(row: LedgerRow): LedgerRow {
  return {
    ...row,
    omit: 'all',
    file: { ...row.file, items_expected: 0, items_emitted: 0, items_failed: 0 },
  };
}

class Binder {
  readonly rows: Map<string, LedgerRow>;
  private readonly store: ArtifactStore;
  private readonly paths: ReleasePaths;
  private readonly images = new Map<string, LedgerRow[]>();

  constructor(store: ArtifactStore, rows: LedgerRow[]) {
    this.store = store;
    this.rows = new Map(rows.map((row) => [row.file.path, row]));
    this.paths = new ReleasePaths(this.rows.keys());
  }

  /** Notes which pictures a list of page images gives each record, and names those that are not there. */
  async readImages(list: LedgerRow, location: string): Promise<void> {
    const missing: Issue[] = [];
    for (const [index, { begin, images, numbers }] of (await readOpticonFile(location)).entries()) {
      const found = images.map((image, at) => this.number(this.find(image, list), numbers[at] ?? ''));
      const absent = found.filter((row) => row === undefined).length;
      if (absent > 0)
        missing.push(
          issue(
            'missing-attachment',
            `${absent} page images are not in the release.`,
            `document ${index + 1}`,
          ),
        );
      this.images.set(
        begin,
        found.filter((row) => row !== undefined),
      );
    }
    this.tell(list, missing);
  }

  /** Gives a picture the number of its first page; a picture of many pages stands in the list once for each. */
  private number(row: LedgerRow | undefined, bates: string): LedgerRow | undefined {
    if (row === undefined || row.bates !== undefined) return row;
    const numbered = { ...row, bates };
    this.rows.set(row.file.path, numbered);
    return numbered;
  }

  async bindRecords(list: LedgerRow): Promise<void> {
    const problems: Issue[] = [];
    const bound: string[] = [];
    const ranges: BatesRange[] = [];
    const owners = new Map<string, string>();
    const attached: { family: string; path: string }[] = [];
    for await (const item of readItems(this.store, list)) {
      const { 'bates-begin': begin = '', 'bates-end': end = begin } = item.headers_raw;
      if (begin !== '') ranges.push({ begin, end });
      const carrier = this.bind(item, list, problems);
      if (carrier !== null) bound.push(item.item_id);
      const owner = carrier === null ? item.item_id : await this.firstItem(carrier);
      if (owner !== null && !owners.has(begin)) owners.set(begin, owner);
      const { family = begin } = item.headers_raw;
      if (carrier !== null && family !== begin) attached.push({ family, path: carrier.file.path });
    }
    // A family begins with the number of the record that the others are attached to.
    for (const { family, path } of attached) {
      const row = this.rows.get(path);
      if (row !== undefined)
        this.rows.set(path, { ...row, parent_id: row.parent_id ?? owners.get(family) ?? null });
    }
    for (const gap of missingNumbers(ranges))
      problems.push(issue('bates-gap', `No record has the numbers ${gap.begin} to ${gap.end}.`));
    this.tell(list, problems);
    this.omit(list, bound);
  }

  private async firstItem(row: LedgerRow): Promise<string | null> {
    for await (const { item_id } of readItems(this.store, row)) return item_id;
    return null;
  }

  /** Binds a record to the files that hold its words: gives the row that carries it from now on, null where none does. */
  private bind(record: Item, list: LedgerRow, problems: Issue[]): LedgerRow | null {
    const { headers_raw, part } = record;
    const named = (header: string, what: string): LedgerRow | undefined => {
      const stated = headers_raw[header];
      const row = stated === undefined ? undefined : this.find(stated, list);
      if (stated !== undefined && row === undefined)
        problems.push(
          issue('missing-attachment', `The ${what} of a record is not in the release.`, part ?? ''),
        );
      return row;
    };
    const native = named('native-path', 'native file');
    const text = named('text-path', 'text');
    const images = this.images.get(headers_raw['bates-begin'] ?? '') ?? [];
    // A record that has its own text needs none but a native, which knows more.
    const own = record.body !== '';
    const carrier = carrierOf(own ? [native] : [native, text, images[0]]);
    if (carrier === null) {
      if (own) this.leaveOut([text, ...images], null);
      return null;
    }
    this.rows.set(carrier.file.path, { ...carrier, record });
    // Without a text of all pages each picture keeps its own words.
    const pictures = carrier === images[0] ? [] : images;
    this.leaveOut([native, text, ...pictures], carrier);
    return carrier;
  }

  /** The other files of a record are not counted a second time. */
  private leaveOut(rows: (LedgerRow | undefined)[], carrier: LedgerRow | null): void {
    for (const row of rows)
      if (row !== undefined && row !== carrier && row.file.status !== 'duplicate')
        this.rows.set(row.file.path, withoutItems(row));
  }

  private find(stated: string, list: LedgerRow): LedgerRow | undefined {
    const path = this.paths.find(stated, list.file.path);
    return path === null ? undefined : this.rows.get(path);
  }

  private tell({ file: { path } }: LedgerRow, problems: Issue[]): void {
    const row = this.rows.get(path);
    if (row === undefined || problems.length === 0) return;
    const lost = problems.some(({ code }) => code === 'missing-attachment');
    const status = lost && row.file.status === 'read' ? 'partial' : row.file.status;
    this.rows.set(path, { ...row, file: { ...row.file, status, issues: [...row.file.issues, ...problems] } });
  }

  private omit({ file: { path } }: LedgerRow, items: string[]): void {
    const row = this.rows.get(path);
    if (row === undefined || items.length === 0) return;
    const { items_expected, items_emitted } = row.file;
    const file = {
      ...row.file,
      items_expected: items_expected - items.length,
      items_emitted: items_emitted - items.length,
    };
    this.rows.set(path, { ...row, file, omit: items });
  }
}

/**
 * Binds the records of load files to the texts, natives and page images beside them, so that each document counts once: where
 * one of these has words it carries the record's numbers and fields, and the record and the other files keep their rows in the
 * ledger without items. Files that are named but absent, and numbers that no record has, are named at the load file.
 */
export async function bindLoadFiles(
  store: ArtifactStore,
  rows: LedgerRow[],
  locate: Locate,
): Promise<LedgerRow[]> {
  const lists = rows.filter(({ file, artifact }) => file.media_type === LOAD_FILE && artifact !== null);
  if (lists.length === 0) return rows;
  const binder = new Binder(store, rows);
  for (const row of rows) {
    const location = row.file.media_type === OPTICON ? locate(row.file.sha256) : null;
    if (location !== null && row.artifact !== null) await binder.readImages(row, location);
  }
  for (const list of lists) await binder.bindRecords(list);
  return rows.map((row) => binder.rows.get(row.file.path) ?? row);
}
