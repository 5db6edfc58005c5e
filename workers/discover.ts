import { lstat, readdir, realpath } from 'node:fs/promises';
import { basename, join, resolve, sep } from 'node:path';
import { SettingsError } from '../case/index.ts';
import { type Issue, issue } from '../ingest/index.ts';

/** A file of the release as it lies on disk. `issue` is set where it cannot even be opened. */
export interface FoundFile {
  /** Path inside the release, with `/`. */
  path: string;
  location: string;
  bytes: number;
  issue: Issue | null;
}

/**
 * Lists every file under the given paths, sorted by path. A single folder is the release itself; with several arguments
 * each file's path begins with the argument's own name. Symbolic links are named, not followed: they may lead out of the
 * release. `skip` (the case folder) is left out where it lies inside the release.
 *
 * @throws SettingsError for a path that does not exist.
 */
export async function discoverFiles(paths: string[], skip: string): Promise<FoundFile[]> {
  const roots = await Promise.all(paths.map(openRoot));
  const names = rootNames(roots);
  const avoided = await realpath(skip).catch(() => resolve(skip));
  const found: FoundFile[] = [];
  for (const [index, { location, folder }] of roots.entries()) {
    const name = names[index] ?? '';
    if (folder) await walk(location, roots.length === 1 ? '' : name, avoided, found);
    else found.push(await statFile(location, name));
  }
  return found.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
}

interface Root {
  location: string;
  folder: boolean;
}

async function openRoot(path: string): Promise<Root> {
  try {
    const location = await realpath(path);
    return { location, folder: (await lstat(location)).isDirectory() };
  } catch {
    throw new SettingsError(`no such file or folder: ${path}`);
  }
}

/** The last part of each path, with as many parts before it as it takes to tell equal names apart. */
function rootNames(roots: Root[]): string[] {
  const unique = [...new Set(roots.map(({ location }) => location))];
  if (unique.length < roots.length) throw new SettingsError('the same path is given twice');
  const tail = (location: string, parts: number) =>
    location.split(sep).filter(Boolean).slice(-parts).join('/');
  let parts = 1;
  const names = () => roots.map(({ location }) => tail(location, parts));
  while (new Set(names()).size < roots.length) parts += 1;
  return names();
}

async function walk(folder: string, prefix: string, skip: string, found: FoundFile[]): Promise<void> {
  if (folder === skip) return;
  let entries: string[];
  try {
    entries = await readdir(folder);
  } catch {
    const unreadable = issue('unreadable-source', 'the folder cannot be opened');
    found.push({ path: prefix || basename(folder), location: folder, bytes: 0, issue: unreadable });
    return;
  }
  for (const name of entries) {
    const location = join(folder, name);
    const path = prefix === '' ? name : `${prefix}/${name}`;
    const stats = await lstat(location).catch(() => null);
    if (stats?.isDirectory()) await walk(location, path, skip, found);
    else found.push(await statFile(location, path));
  }
}

async function statFile(location: string, path: string): Promise<FoundFile> {
  const stats = await lstat(location).catch(() => null);
  if (stats === null) {
    return { path, location, bytes: 0, issue: issue('unreadable-source', 'the file cannot be opened') };
  }
  if (stats.isSymbolicLink()) {
    return { path, location, bytes: 0, issue: issue('unsafe-path', 'a symbolic link, not followed') };
  }
  if (!stats.isFile()) {
    return { path, location, bytes: 0, issue: issue('unreadable-source', 'not a regular file') };
  }
  return { path, location, bytes: stats.size, issue: null };
}
