import iconv from 'iconv-lite';

const WINDOWS_LATIN = 'windows-1252';

/** Windows code pages (MS-UCODEREF) whose iconv names are not `cp` and their number. */
const NAMED: Record<number, string> = {
  932: 'shift_jis',
  936: 'gbk',
  949: 'euc-kr',
  950: 'big5',
  1200: 'utf-16le',
  1201: 'utf-16be',
  10000: 'macroman',
  20127: 'ascii',
  20866: 'koi8-r',
  20932: 'euc-jp',
  21866: 'koi8-u',
  50220: 'iso-2022-jp',
  50221: 'iso-2022-jp',
  50222: 'iso-2022-jp',
  51932: 'euc-jp',
  51949: 'euc-kr',
  54936: 'gb18030',
  65001: 'utf-8',
};
/** The code pages of ISO 8859, part 1 being 28591. */
const ISO_BASE = 28590;

/** The iconv name of a Windows code page; Windows-1252 where it is not known. */
export function codePageName(number: number): string {
  const iso = number - ISO_BASE;
  const name = NAMED[number] ?? (iso >= 1 && iso <= 16 ? `iso-8859-${iso}` : `cp${number}`);
  return iconv.encodingExists(name) ? name : WINDOWS_LATIN;
}

/** Bytes in a Windows code page as text. */
export function decodeCodePage(bytes: Uint8Array, number: number): string {
  return iconv.decode(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), codePageName(number));
}

/** Windows code pages by the primary language (the low ten bits) of a locale id (MS-LCID). */
const LANGUAGES: Record<number, number> = {
  1: 1256,
  2: 1251,
  4: 950,
  5: 1250,
  8: 1253,
  13: 1255,
  14: 1250,
  17: 932,
  18: 949,
  21: 1250,
  25: 1251,
  30: 874,
  31: 1254,
  34: 1251,
  42: 1258,
};
const PRIMARY_LANGUAGE = 0x3ff;
/** Locales written in simplified Chinese: of the People's Republic and of Singapore. */
const SIMPLIFIED = [0x0804, 0x1004];

/** The code page that Windows used for texts of a locale; 1252 where it is not known. */
export function localeCodePage(locale: number): number {
  return SIMPLIFIED.includes(locale) ? 936 : (LANGUAGES[locale & PRIMARY_LANGUAGE] ?? 1252);
}
