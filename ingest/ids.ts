import { createHash } from 'node:crypto';

export function sha256Hex(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** A short stable id: a prefix and 16 hex digits of the sha256 of the parts. */
export function contentId(prefix: string, ...parts: string[]): string {
  return `${prefix}_${sha256Hex(parts.join('\u0000')).slice(0, 16)}`;
}

export function fileId(sha256: string): string {
  return `f_${sha256.slice(0, 16)}`;
}

/** The id of an item from its file and its place in it (`part`, or page and position for printed items). */
export function itemId(sha256: string, place: string): string {
  return contentId('i', sha256, place);
}
