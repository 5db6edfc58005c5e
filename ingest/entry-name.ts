import chardet from 'chardet';
import iconv from 'iconv-lite';

/**
 * Encodings of East Asian systems, whose zip programs write names without saying so, and the first bytes of the signs that
 * everyday words are made of in each: the lists of signs begin with the common ones.
 */
const EAST_ASIAN: Record<string, (lead: number, trail: number) => boolean> = {
  gb18030: (lead, trail) => lead >= 0xb0 && lead <= 0xd7 && trail >= 0xa1,
  big5: (lead) => lead >= 0xa4 && lead <= 0xc6,
  shift_jis: (lead) => lead >= 0x82 && lead <= 0x97,
  'euc-kr': (lead, trail) => lead >= 0xb0 && lead <= 0xc8 && trail >= 0xa1,
  'euc-jp': (lead, trail) =>
    ((lead >= 0xb0 && lead <= 0xcf) || lead === 0xa4 || lead === 0xa5) && trail >= 0xa1,
};
/** Signs of two bytes that the names must have together before one of those encodings is believed. */
const MIN_SIGNS = 4;
/** Share of the signs beyond ASCII that must be ideographs, kana or hangul. */
const MIN_SHARE = 0.8;
const WRITING = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\u3000-\u303f\uff00-\uffef]/gu;

/** The name as UTF-8; null where it is not. */
export function utf8Name(raw: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(raw);
  } catch {
    return null;
  }
}

function fits(bytes: Buffer, encoding: string): boolean {
  const text = iconv.decode(bytes, encoding);
  const beyond = [...text].filter((sign) => sign > '\u007f').length;
  const written = text.match(WRITING)?.length ?? 0;
  return !text.includes('\ufffd') && written >= MIN_SIGNS && written >= MIN_SHARE * beyond;
}

/** Share of the signs of two bytes that are common ones in an encoding. */
function commonShare(bytes: Buffer, encoding: string): number {
  let signs = 0;
  let common = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    const lead = bytes[at] ?? 0;
    if (lead < 0x80) continue;
    at += 1;
    signs += 1;
    if (EAST_ASIAN[encoding]?.(lead, bytes[at] ?? 0)) common += 1;
  }
  return signs > 0 ? common / signs : 0;
}

/**
 * The East Asian encoding that the names of an archive are written in, from all that are not UTF-8; null where they are in
 * none, as names in the code page of the first zip programs are.
 */
export function nameEncoding(names: Uint8Array[]): string | null {
  const odd = names.filter((name) => utf8Name(name) === null);
  if (odd.length === 0) return null;
  const bytes = Buffer.concat(odd.flatMap((name) => [name, Buffer.from('\n')]));
  // Among encodings in which the signs are equally common, the one that the frequency of bytes speaks for.
  const guesses = chardet.analyse(bytes).map(({ name }) => name.toLowerCase());
  const rank = (encoding: string) => (guesses.indexOf(encoding) + guesses.length + 1) % (guesses.length + 1);
  const [best] = Object.keys(EAST_ASIAN)
    .filter((encoding) => fits(bytes, encoding))
    .sort((a, b) => commonShare(bytes, b) - commonShare(bytes, a) || rank(a) - rank(b));
  return best ?? null;
}
