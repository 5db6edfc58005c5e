import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Redis } from 'ioredis';
import { SettingsError } from '../case/index.ts';
import type { ArtifactStore } from '../store/index.ts';
import { stageVersions, TOOL_VERSION } from './project.ts';

/** File of the store that names the case, so that a worker that is told the store finds the case's keys in Redis. */
const CASE_ID = 'case-id';

function prefixOf(caseId: string): string {
  return `contact-audit:${caseId}`;
}

/** The prefix of all keys of this case in Redis; made at the first run with Redis. */
export async function ensurePrefix(store: ArtifactStore): Promise<string> {
  const path = join(store.root, CASE_ID);
  if (!existsSync(path)) {
    await mkdir(store.root, { recursive: true });
    await writeFile(`${path}.partial`, randomBytes(8).toString('hex'));
    await rename(`${path}.partial`, path);
  }
  return prefixOf(readFileSync(path, 'utf8'));
}

/** @throws SettingsError where no run has used this store with Redis. */
export function findPrefix(store: ArtifactStore): string {
  const path = join(store.root, CASE_ID);
  if (!existsSync(path)) {
    throw new SettingsError(
      `no store of a run with Redis in ${store.root}: it is the folder "store" of the case`,
    );
  }
  return prefixOf(readFileSync(path, 'utf8'));
}

/** One line that is equal where tool, stages' code and libraries are. */
export function codeVersion(): string {
  version ??= Object.values(stageVersions()).join(' ');
  return `${TOOL_VERSION} (${version})`;
}

/** The code does not change while it runs. */
let version: string | null = null;

export async function announceVersion(redis: Redis, prefix: string): Promise<void> {
  await redis.set(`${prefix}:version`, codeVersion());
}

/** How often a worker that came before its run looks for it, in milliseconds. */
const LOOK_MS = 500;

/**
 * Waits until a run has announced itself.
 *
 * @throws SettingsError where the run has another version: its artifacts and this worker's would not go together.
 */
export async function awaitVersion(redis: Redis, prefix: string, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    const announced = await redis.get(`${prefix}:version`);
    const mismatch = announced === null ? null : versionMismatch(announced);
    if (mismatch !== null) throw mismatch;
    if (announced !== null) return;
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  }
}

/** Why this worker may not run what that version asks for; null where it may. */
export function versionMismatch(announced: string): SettingsError | null {
  const own = codeVersion();
  if (announced === own) return null;
  return new SettingsError(
    `this worker has version ${own}, the run ${announced}: install the same version on both`,
  );
}
