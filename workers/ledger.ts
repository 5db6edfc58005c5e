import { contentId, fileId, type Issue, issue, type SourceFile } from '../ingest/index.ts';
import type { IngestResult, LedgerRow } from './artifacts.ts';

/** A file of the release with the hash of its bytes; `sha256` is empty where it cannot be opened. */
export interface ReleaseFile {
  path: string;
  sha256: string;
  bytes: number;
  issue: Issue | null;
}

interface Entry extends ReleaseFile {
  parent_id: string | null;
}

/**
 * One row a file, breadth first: the files of the release by path, then what lies in them. The first place where a content
 * stands is the one that is read; each further one is `duplicate`, so nothing is counted twice and nothing is left out.
 */
export function buildLedger(
  release: ReleaseFile[],
  results: ReadonlyMap<string, IngestResult>,
  artifact: (sha256: string) => string,
  maxDepth: number,
): LedgerRow[] {
  const rows: LedgerRow[] = [];
  const seen = new Set<string>();
  const paths = new Set<string>();
  let level: Entry[] = release.map((file) => ({ ...file, parent_id: null }));
  for (let depth = 0; level.length > 0; depth += 1) {
    const next: Entry[] = [];
    for (const given of level) {
      const entry = { ...given, path: freePath(given.path, paths) };
      paths.add(entry.path);
      const result = results.get(entry.sha256);
      if (entry.issue !== null || result === undefined) {
        rows.push({ file: unread(entry, depth > maxDepth), artifact: null, parent_id: entry.parent_id });
      } else if (seen.has(entry.sha256) && entry.bytes > 0) {
        rows.push({ file: duplicate(entry, result.file), artifact: null, parent_id: entry.parent_id });
      } else {
        const first = !seen.has(entry.sha256);
        seen.add(entry.sha256);
        const file_id = first ? result.file.file_id : laterId(entry);
        const file = { ...result.file, file_id, path: entry.path };
        rows.push({ file, artifact: first ? artifact(entry.sha256) : null, parent_id: entry.parent_id });
        for (const { suffix, sha256, bytes, parent_id } of result.children) {
          next.push({ path: entry.path + suffix, sha256, bytes, issue: null, parent_id });
        }
      }
    }
    level = next;
  }
  return rows.sort((a, b) => (a.file.path < b.file.path ? -1 : 1));
}

/** Two entries of one archive may have one name; the ledger needs each under its own. */
function freePath(path: string, taken: ReadonlySet<string>): string {
  let free = path;
  for (let copy = 2; taken.has(free); copy += 1) free = `${path} (${copy})`;
  return free;
}

function laterId({ sha256, path }: Entry): string {
  return `${fileId(sha256)}-${contentId('p', path).slice(2, 10)}`;
}

function unread({ path, sha256, bytes, issue: fault }: Entry, tooDeep: boolean): SourceFile {
  const reason = tooDeep
    ? issue('too-deep', 'lies in too many containers, one in another')
    : issue('unreadable-source', 'the file cannot be opened');
  return {
    file_id:
      sha256 === '' ? contentId('f', path) : laterId({ path, sha256, bytes, issue: fault, parent_id: null }),
    path,
    sha256,
    media_type: 'application/octet-stream',
    bytes,
    status: 'unreadable',
    pages: 0,
    items_expected: 0,
    items_emitted: 0,
    items_failed: 0,
    issues: [fault ?? reason],
  };
}

function duplicate(entry: Entry, original: SourceFile): SourceFile {
  return {
    ...original,
    file_id: laterId(entry),
    path: entry.path,
    status: 'duplicate',
    pages: 0,
    items_expected: 0,
    items_emitted: 0,
    items_failed: 0,
    issues: [],
  };
}
