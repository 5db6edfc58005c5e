/** Names for people of formats that are recognised but have no reader, by media type. */
export const FORMAT_NAMES: Record<string, string> = {
  'application/vnd.ms-outlook': 'an Outlook message (.msg)',
  'application/vnd.ms-outlook-pst': 'an Outlook mailbox (.pst or .ost)',
  'application/vnd.ms-tnef': 'an Outlook attachment bundle (winmail.dat)',
  'application/msword': 'an old Word document (.doc)',
  'application/vnd.ms-excel': 'an old Excel workbook (.xls)',
  'application/vnd.ms-powerpoint': 'an old PowerPoint presentation (.ppt)',
  'application/x-cfb': 'a Microsoft compound file',
  'application/vnd.ms-excel.sheet.binary.macroenabled.12': 'an Excel workbook (.xlsb)',
  'application/vnd.ms-excel.sheet.macroenabled.12': 'an Excel workbook (.xlsm)',
  'application/encrypted': 'a locked Office document',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'an Excel workbook (.xlsx)',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation':
    'a PowerPoint presentation (.pptx)',
  'application/vnd.oasis.opendocument.text': 'an OpenDocument text (.odt)',
  'application/vnd.oasis.opendocument.spreadsheet': 'an OpenDocument spreadsheet (.ods)',
  'application/vnd.oasis.opendocument.presentation': 'an OpenDocument presentation (.odp)',
  'application/epub+zip': 'an e-book (.epub)',
  'application/rtf': 'a rich text document (.rtf)',
  'text/calendar': 'a calendar file (.ics)',
  'text/vcard': 'an address card (.vcf)',
  'text/xml': 'an XML file',
  'application/x-7z-compressed': 'a 7-Zip archive',
  'application/vnd.rar': 'a RAR archive',
  'application/gzip': 'a gzip archive',
  'application/x-tar': 'a tar archive',
  'application/x-bzip2': 'a bzip2 archive',
  'application/x-xz': 'an xz archive',
  'application/x-msdownload': 'a program',
  'application/postscript': 'a PostScript file',
  'application/vnd.ms-cab-compressed': 'a cabinet archive',
  'application/x-sqlite3': 'an SQLite database',
  'image/tiff': 'a TIFF image',
  'image/png': 'a PNG image',
  'image/jpeg': 'a JPEG image',
  'image/gif': 'a GIF image',
  'image/heic': 'a HEIC image (to be saved as JPEG or PDF first)',
  'image/heif': 'a HEIF image (to be saved as JPEG or PDF first)',
  'image/apng': 'a PNG image',
  'image/bmp': 'a bitmap image',
  'image/webp': 'a WebP image',
};

const FAMILIES: Record<string, string> = {
  image: 'an image',
  audio: 'a sound recording',
  video: 'a video',
  font: 'a font',
};

/** What a file of this media type is, in words. */
export function formatName(mediaType: string): string {
  const family = FAMILIES[mediaType.split('/')[0] ?? ''];
  return FORMAT_NAMES[mediaType] ?? family ?? `a file of type ${mediaType}`;
}
