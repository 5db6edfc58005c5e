/** What the head of an image says of it, before a pixel is decoded. */
export interface ImageHeader {
  /** Pixels. */
  width: number;
  height: number;
  /** Pixels to the inch, as stated; null where nothing is. */
  dpi: number | null;
}

const INCHES_PER_METRE = 39.37;
const INCHES_PER_CENTIMETRE = 0.3937;

function readPng(bytes: Buffer): ImageHeader {
  const at = bytes.subarray(0, 4096).indexOf('pHYs');
  // Pixels to the metre, and 1 for the unit (PNG specification, 11.3.5.3).
  const stated = at > 0 && bytes[at + 12] === 1 ? bytes.readUInt32BE(at + 4) / INCHES_PER_METRE : null;
  return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20), dpi: stated };
}

/** Frames that state the size: all of C0 to CF but tables and arithmetic coding conditions (ITU-T T.81, B.1.1.3). */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
}

function readJpeg(bytes: Buffer): ImageHeader {
  let dpi: number | null = null;
  for (let at = 2; at + 9 < bytes.length; ) {
    if (bytes[at] !== 0xff) throw new RangeError('no marker');
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (isFrame(marker)) {
      return { width: bytes.readUInt16BE(at + 7), height: bytes.readUInt16BE(at + 5), dpi };
    }
    if (marker === 0xe0 && bytes.subarray(at + 4, at + 8).toString('latin1') === 'JFIF') {
      const density = bytes.readUInt16BE(at + 12);
      if (bytes[at + 11] === 1) dpi = density;
      if (bytes[at + 11] === 2) dpi = density / INCHES_PER_CENTIMETRE;
    }
    at += 2 + bytes.readUInt16BE(at + 2);
  }
  throw new RangeError('no frame');
}

function readWebp(bytes: Buffer): ImageHeader {
  const kind = bytes.subarray(12, 16).toString('latin1');
  if (kind === 'VP8X')
    return { width: bytes.readUIntLE(24, 3) + 1, height: bytes.readUIntLE(27, 3) + 1, dpi: null };
  if (kind === 'VP8L') {
    const bits = bytes.readUInt32LE(21);
    return { width: (bits & 0x3fff) + 1, height: ((bits >> 14) & 0x3fff) + 1, dpi: null };
  }
  return { width: bytes.readUInt16LE(26) & 0x3fff, height: bytes.readUInt16LE(28) & 0x3fff, dpi: null };
}

function readBmp(bytes: Buffer): ImageHeader {
  return { width: Math.abs(bytes.readInt32LE(18)), height: Math.abs(bytes.readInt32LE(22)), dpi: null };
}

function readGif(bytes: Buffer): ImageHeader {
  return { width: bytes.readUInt16LE(6), height: bytes.readUInt16LE(8), dpi: null };
}

const READERS: Record<string, (bytes: Buffer) => ImageHeader> = {
  'image/png': readPng,
  'image/apng': readPng,
  'image/jpeg': readJpeg,
  'image/webp': readWebp,
  'image/bmp': readBmp,
  'image/gif': readGif,
};

/** The head of an image of this media type; null where it is cut off, damaged, or of another type. */
export function readImageHeader(bytes: Buffer, mediaType: string): ImageHeader | null {
  try {
    const header = READERS[mediaType]?.(bytes);
    return header && header.width > 0 && header.height > 0 ? header : null;
  } catch {
    return null;
  }
}
