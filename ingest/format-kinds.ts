import type { FormatKind } from './format.ts';

/** The reader of each media type that needs no further look; a new reader has its types here. */
const KINDS: Record<string, FormatKind> = {
  'application/vnd.ms-outlook': 'msg',
  'application/vnd.ms-outlook-pst': 'pst',
  'application/vnd.ms-tnef': 'tnef',
  'application/pkcs7-mime': 'cms',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'sheet',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.template': 'sheet',
  'application/vnd.ms-excel.sheet.macroenabled.12': 'sheet',
  'application/vnd.ms-excel.template.macroenabled.12': 'sheet',
  'application/vnd.ms-excel.sheet.binary.macroenabled.12': 'sheet',
  'application/vnd.ms-excel': 'sheet',
  'application/vnd.oasis.opendocument.spreadsheet': 'sheet',
  'application/vnd.oasis.opendocument.spreadsheet-template': 'sheet',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': 'pptx',
  'application/vnd.openxmlformats-officedocument.presentationml.slideshow': 'pptx',
  'application/vnd.openxmlformats-officedocument.presentationml.template': 'pptx',
  'application/vnd.ms-powerpoint.presentation.macroenabled.12': 'pptx',
  'application/vnd.ms-powerpoint.slideshow.macroenabled.12': 'pptx',
  'application/vnd.oasis.opendocument.text': 'odf',
  'application/vnd.oasis.opendocument.text-template': 'odf',
  'application/vnd.oasis.opendocument.presentation': 'odf',
  'application/vnd.oasis.opendocument.presentation-template': 'odf',
  'text/xml': 'xml',
  'application/rtf': 'rtf',
  'application/msword': 'doc',
  'application/vnd.ms-powerpoint': 'ppt',
  'application/zip': 'zip',
  'application/x-tar': 'tar',
  'application/gzip': 'gzip',
  'application/x-7z-compressed': 'archive',
  'application/vnd.rar': 'archive',
  'application/x-bzip2': 'archive',
  'application/x-xz': 'archive',
  'application/vnd.ms-cab-compressed': 'archive',
  'application/encrypted': 'locked-office',
  'application/x-cfb': 'ole',
  'image/png': 'image',
  'image/apng': 'image',
  'image/jpeg': 'image',
  'image/tiff': 'image',
  'image/gif': 'image',
  'image/bmp': 'image',
  'image/webp': 'image',
  'text/calendar': 'ics',
  'text/vcard': 'vcf',
};

/** The reader of a media type; `none` where there is none. */
export function formatKind(mediaType: string): FormatKind {
  return KINDS[mediaType] ?? 'none';
}

/** Formats that hold nothing but files: what they give out are rows of the ledger and no items. */
const ARCHIVES: ReadonlySet<FormatKind> = new Set(['zip', 'tar', 'gzip', 'archive']);

/** True for the media type of an archive. */
export function isArchive(mediaType: string): boolean {
  return ARCHIVES.has(formatKind(mediaType));
}
