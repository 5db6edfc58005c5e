/** The signs between and around the fields of a Concordance load file (DAT), by the bytes of their encodings. */
const FORMS: [encoding: string, quote: number[], separator: number[]][] = [
  ['utf-8', [0xc3, 0xbe], [0x14]],
  ['utf-16le', [0xfe, 0], [0x14, 0]],
  ['utf-16be', [0, 0xfe], [0, 0x14]],
  ['windows-1252', [0xfe], [0x14]],
];
const MARKS: number[][] = [
  [0xef, 0xbb, 0xbf],
  [0xff, 0xfe],
  [0xfe, 0xff],
];

/** The encoding of a Concordance load file; null for any other file. */
export function datEncoding(head: Buffer): string | null {
  const mark = MARKS.find((bytes) => bytes.every((byte, index) => head[index] === byte));
  const start = head.subarray(mark?.length ?? 0);
  const form = FORMS.find(([, quote, separator]) => {
    const between = Buffer.from([...quote, ...separator, ...quote]);
    return start.subarray(0, quote.length).equals(Buffer.from(quote)) && start.includes(between);
  });
  return form?.[0] ?? null;
}

/** `BATES001,VOL01,IMAGES\001\BATES001.TIF,Y,,,3` (Opticon). */
const PAGE_LINE = /^[^,\n]+,[^,\n]*,[^,\n]+\.(?:tiff?|jpe?g|png|pdf|gif),Y?,[^,\n]*,[^,\n]*,\d*\s*$/i;
/** Lines that are looked at. */
const SAMPLE_LINES = 20;

/** True for the text of a list of page images (OPT). */
export function isOpticon(text: string): boolean {
  const lines = text.split('\n', SAMPLE_LINES + 1).filter((line) => line.trim() !== '');
  const whole = lines.slice(0, Math.max(1, lines.length - 1));
  return lines.length > 0 && whole.every((line) => PAGE_LINE.test(line));
}
