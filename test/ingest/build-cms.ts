/** A value in DER (X.690): its tag, its length and its content. */
export function der(tag: number, ...parts: Buffer[]): Buffer {
  const content = Buffer.concat(parts);
  const { length } = content;
  if (length < 0x80) return Buffer.concat([Buffer.from([tag, length]), content]);
  const size = Buffer.alloc(4);
  size.writeUInt32BE(length);
  return Buffer.concat([Buffer.from([tag, 0x84]), size, content]);
}

const SEQUENCE = 0x30;
const SET = 0x31;
const TAGGED = 0xa0;

function kind(last: number): Buffer {
  return der(0x06, Buffer.from([0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x07, last]));
}

const VERSION = der(0x02, Buffer.from([1]));

/** An octet string in pieces of 100 bytes, as mail programs write long ones. */
function inPieces(content: Buffer): Buffer {
  const pieces: Buffer[] = [];
  for (let at = 0; at < content.length; at += 100) pieces.push(der(0x04, content.subarray(at, at + 100)));
  return Buffer.concat([Buffer.from([0x24, 0x80]), ...pieces, Buffer.from([0, 0])]);
}

/** Signed data (RFC 5652) without its signatures; `null` signs something that lies elsewhere. */
export function signedData(content: Buffer | null, pieces = false): Buffer {
  const octets = content === null ? null : pieces ? inPieces(content) : der(0x04, content);
  const inner = der(SEQUENCE, kind(1), ...(octets ? [der(TAGGED, octets)] : []));
  return der(SEQUENCE, kind(2), der(TAGGED, der(SEQUENCE, VERSION, der(SET), inner, der(SET))));
}

/** Data that takes a key to read. */
export function lockedData(): Buffer {
  const content = der(SEQUENCE, kind(1), der(SEQUENCE), der(0x80, Buffer.from('locked')));
  return der(SEQUENCE, kind(3), der(TAGGED, der(SEQUENCE, VERSION, der(SET), content)));
}
