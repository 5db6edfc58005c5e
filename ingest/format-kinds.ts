import type { FormatKind } from './format.ts';

/** The reader of each media type that needs no further look; a new reader has its types here. */
const KINDS: Record<string, FormatKind> = {
  'application/vnd.ms-outlook': 'msg',
  'application/vnd.ms-outlook-pst': 'pst',
  'application/vnd.ms-tnef': 'tnef',
  'application/pkcs7-mime': 'cms',
  'text/calendar': 'ics',
  'text/vcard': 'vcf',
};

/** The reader of a media type; `none` where there is none. */
export function formatKind(mediaType: string): FormatKind {
  return KINDS[mediaType] ?? 'none';
}
