import { createHash } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';

/** Texts go to the disk in stretches of about so many UTF-16 units: most pieces are lines. */
const STRETCH = 1 << 18;

/** The name under which a file lies until it is whole. */
function asideOf(path: string): string {
  return `${path}.partial`;
}

/** Texts put together into bytes of some length; bytes as they are. */
function* stretches(pieces: Iterable<string | Uint8Array>): Generator<Uint8Array> {
  let text = '';
  for (const piece of pieces) {
    if (typeof piece === 'string') text += piece;
    if (text !== '' && (typeof piece !== 'string' || text.length >= STRETCH)) {
      yield Buffer.from(text, 'utf8');
      text = '';
    }
    if (typeof piece !== 'string') yield piece;
  }
  if (text !== '') yield Buffer.from(text, 'utf8');
}

/**
 * Writes a file beside its place, where `putInPlace` takes it from. Returns the sha256 (hex) of its bytes. Where it cannot be
 * written whole, or its pieces cannot be made, nothing is left of it.
 */
export async function stageAside(path: string, pieces: Iterable<string | Uint8Array>): Promise<string> {
  const hash = createHash('sha256');
  const file = await open(asideOf(path), 'w');
  try {
    for (const bytes of stretches(pieces)) {
      hash.update(bytes);
      await file.appendFile(bytes);
    }
  } catch (error) {
    await file.close();
    await dropAside(path);
    throw error;
  }
  await file.close();
  return hash.digest('hex');
}

/** Gives a file that was written aside its name, in place of what was there. */
export async function putInPlace(path: string): Promise<void> {
  await rename(asideOf(path), path);
}

/** Takes away what was written aside and is not wanted. */
export async function dropAside(path: string): Promise<void> {
  await rm(asideOf(path), { force: true });
}

/** Writes a file whole or not at all; returns the sha256 (hex) of its bytes. */
export async function writeAside(path: string, pieces: Iterable<string | Uint8Array>): Promise<string> {
  const hash = await stageAside(path, pieces);
  await putInPlace(path);
  return hash;
}
