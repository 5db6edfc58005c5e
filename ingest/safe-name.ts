/** Longer names are cut: file systems and tables take 255 bytes, and a path has several names. */
const MAX_NAME = 120;
/** Separators, control characters and what some systems refuse in a name. */
const UNSAFE = /[\p{Cc}\u200e\u200f\u202a-\u202e\\/:*?"<>|]+/gu;

/** A name from a record as one harmless path segment; `fallback` where nothing of it is left. */
export function safeName(name: string, fallback: string): string {
  const clean = name.replace(UNSAFE, '_').trim().replace(/^\.+/, '').replace(/!$/, '').trim();
  if (clean === '' || /^_+$/.test(clean)) return fallback;
  if (clean.length <= MAX_NAME) return clean;
  const extension = /\.[\w-]{1,8}$/.exec(clean)?.[0] ?? '';
  return clean.slice(0, MAX_NAME - extension.length) + extension;
}
