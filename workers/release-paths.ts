/** Folders that a stated place must share with a file, besides its name, to be taken for it. */
const SHARED_FOLDERS = 1;

function segments(path: string): string[] {
  return path
    .replaceAll('\\', '/')
    .replace(/^[A-Za-z]:/, '')
    .toLowerCase()
    .split('/')
    .filter((segment) => segment !== '' && segment !== '.' && segment !== '..');
}

function sharedEnd(a: string[], b: string[]): number {
  let shared = 0;
  while (shared < a.length && shared < b.length && a.at(-1 - shared) === b.at(-1 - shared)) shared += 1;
  return shared;
}

/**
 * Finds the files of a release that a load file names. Such places are written for another machine: with its drive and its own
 * upper folders, backslashes and another case.
 */
export class ReleasePaths {
  private readonly byName = new Map<string, { path: string; parts: string[] }[]>();

  constructor(paths: Iterable<string>) {
    for (const path of paths) {
      const parts = segments(path);
      const name = parts.at(-1) ?? '';
      const list = this.byName.get(name) ?? [];
      list.push({ path, parts });
      this.byName.set(name, list);
    }
  }

  /**
   * The path of the file meant by a place that the file at `from` states; null where there is none or where several fit as well.
   */
  find(stated: string, from: string): string | null {
    const wanted = segments(stated);
    const folder = segments(from).slice(0, -1);
    const rated = (this.byName.get(wanted.at(-1) ?? '') ?? [])
      .map(({ path, parts }) => ({ path, end: sharedEnd(parts, wanted), near: shared(parts, folder) }))
      .filter(({ end }) => end === wanted.length || end > SHARED_FOLDERS)
      .sort((a, b) => b.end - a.end || b.near - a.near);
    const [best, next] = rated;
    if (best === undefined) return null;
    return next !== undefined && next.end === best.end && next.near === best.near ? null : best.path;
  }
}

/** How many upper folders two places have in common. */
function shared(a: string[], b: string[]): number {
  let count = 0;
  while (count < a.length && count < b.length && a[count] === b[count]) count += 1;
  return count;
}
