import { existsSync } from 'node:fs';
import { copyFile, mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { sha256Hex } from '../ingest/index.ts';

/**
 * Derived artifacts by content hash. An artifact is a folder that appears whole or not at all (written aside, then
 * renamed), so its presence is the proof that the work is done. Safe to delete: it is rebuilt on demand.
 */
export interface ArtifactStore {
  root: string;
  /** The folder of an artifact, whether it is there or not. */
  path(stage: string, key: string): string;
  has(stage: string, key: string): boolean;
  /** Fills a folder and puts it in place. Where two workers race, the first stays: both hold the same content. */
  write(stage: string, key: string, fill: (folder: string) => Promise<void>): Promise<string>;
  remove(stage: string, key: string): Promise<void>;
  /** Keeps the bytes of a file found inside another one; returns where they lie, relative to the store. */
  writeBlob(bytes: Uint8Array): Promise<{ sha256: string; blob: string }>;
  /** Copies a file whose hash is known into the store. */
  keepFile(path: string, sha256: string): Promise<{ blob: string }>;
}

export function openStore(root: string): ArtifactStore {
  const path = (stage: string, key: string) => join(root, stage, key.slice(0, 2), key);
  async function aside(): Promise<string> {
    const folder = join(root, 'tmp');
    await mkdir(folder, { recursive: true });
    return mkdtemp(join(folder, 'w-'));
  }
  async function place(temporary: string, target: string): Promise<void> {
    await mkdir(dirname(target), { recursive: true });
    try {
      await rename(temporary, target);
    } catch (error) {
      if (!existsSync(target)) throw error;
    }
  }
  async function keep(sha256: string, fill: (path: string) => Promise<void>): Promise<string> {
    const blob = join('blobs', sha256.slice(0, 2), sha256);
    const target = join(root, blob);
    if (existsSync(target)) return blob;
    const temporary = await aside();
    try {
      await fill(join(temporary, 'blob'));
      await place(join(temporary, 'blob'), target);
    } finally {
      await rm(temporary, { recursive: true, force: true });
    }
    return blob;
  }
  return {
    root,
    path,
    has: (stage, key) => existsSync(path(stage, key)),
    async write(stage, key, fill) {
      const temporary = await aside();
      try {
        await fill(temporary);
        await place(temporary, path(stage, key));
      } finally {
        await rm(temporary, { recursive: true, force: true });
      }
      return path(stage, key);
    },
    remove: (stage, key) => rm(path(stage, key), { recursive: true, force: true }),
    async writeBlob(bytes) {
      const sha256 = sha256Hex(bytes);
      return { sha256, blob: await keep(sha256, (path) => writeFile(path, bytes)) };
    },
    keepFile: async (path, sha256) => ({ blob: await keep(sha256, (target) => copyFile(path, target)) }),
  };
}

/** Removes what a killed run left half-written. */
export async function sweepStore(store: ArtifactStore): Promise<void> {
  await rm(join(store.root, 'tmp'), { recursive: true, force: true });
}
