import { join } from 'node:path';
import type { ArtifactStore } from '../store/index.ts';

/** Where the bytes of a file lie: a path of this machine, or a blob of the store that every worker sees. */
export type Location = { path: string } | { blob: string };

export function resolveLocation(store: ArtifactStore, location: Location): string {
  return 'path' in location ? location.path : join(store.root, location.blob);
}
