import type { FormatKind } from './format.ts';

/** The reader of each media type that is told from bytes that are no text; a new reader has its types here. */
const KINDS: Record<string, FormatKind> = {
  'application/vnd.ms-outlook': 'msg',
  'application/vnd.ms-outlook-pst': 'pst',
};

/** The reader of a media type; `none` where there is none. */
export function formatKind(mediaType: string): FormatKind {
  return KINDS[mediaType] ?? 'none';
}
