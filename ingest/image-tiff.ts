import type { IFD } from 'utif2';
import type { ImageHeader } from './image-header.ts';

/** Tags of TIFF 6.0. */
const SUBFILE = 't254';
const WIDTH = 't256';
const HEIGHT = 't257';
const ORIENTATION = 't274';
const RESOLUTION = 't282';
const UNIT = 't296';
const CENTIMETRE = 3;
const REDUCED = 1;
const INCHES_PER_CENTIMETRE = 0.3937;

export interface TiffFrame {
  header: ImageHeader;
  /** As in tag 274: 1 upright, 3 upside down, 6 and 8 on its side. */
  orientation: number;
  ifd: IFD;
}

function firstNumber(ifd: IFD, tag: string): number {
  const value = ifd[tag] as unknown;
  return (
    Number(Array.isArray(value) || ArrayBuffer.isView(value) ? (value as ArrayLike<number>)[0] : value) || 0
  );
}

/** More pages than one fax or scan has: a crafted chain of directories. */
const MAX_DIRECTORIES = 10_000;

/** The chain of directories ends: one that leads back into itself would be followed for ever. */
function checkChain(bytes: Buffer): void {
  const little = bytes[0] === 0x49;
  const at32 = (at: number) => (little ? bytes.readUInt32LE(at) : bytes.readUInt32BE(at));
  const at16 = (at: number) => (little ? bytes.readUInt16LE(at) : bytes.readUInt16BE(at));
  const seen = new Set<number>();
  for (let at = at32(4); at !== 0; at = at32(at + 2 + 12 * at16(at))) {
    if (seen.has(at) || seen.size >= MAX_DIRECTORIES)
      throw new RangeError('the chain of directories has no end');
    seen.add(at);
  }
}

/** The pages of a TIFF; small pictures of them for a preview are left out. Throws where its directory is damaged. */
export async function tiffFrames(bytes: Buffer): Promise<TiffFrame[]> {
  checkChain(bytes);
  const { default: library } = await import('utif2');
  return library
    .decode(bytes)
    .filter((ifd) => (firstNumber(ifd, SUBFILE) & REDUCED) === 0)
    .map((ifd) => {
      const stated = firstNumber(ifd, RESOLUTION);
      const dpi = firstNumber(ifd, UNIT) === CENTIMETRE ? stated / INCHES_PER_CENTIMETRE : stated;
      const header = { width: firstNumber(ifd, WIDTH), height: firstNumber(ifd, HEIGHT), dpi: dpi || null };
      return { header, orientation: firstNumber(ifd, ORIENTATION) || 1, ifd };
    })
    .filter(({ header }) => header.width > 0 && header.height > 0);
}

/** Decodes a page: four bytes a pixel, red, green, blue and opacity. Throws where it is damaged. */
export async function tiffPixels(bytes: Buffer, { ifd }: TiffFrame): Promise<Uint8Array> {
  const { default: library } = await import('utif2');
  library.decodeImage(bytes, ifd);
  return library.toRGBA8(ifd);
}
