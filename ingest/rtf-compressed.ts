/** What a compressed RTF's dictionary holds at its beginning (MS-OXRTFCP, section 2.1.2.1). */
const PRELOADED =
  '{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern \\fscript ' +
  '\\fdecor MS Sans SerifSymbolArialTimes New RomanCourier{\\colortbl\\red0\\green0\\blue0\r\n\\par ' +
  '\\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx';
const DICTIONARY_BYTES = 4096;
const HEADER_BYTES = 16;
const COMPRESSED = 0x75465a4c;
const UNCOMPRESSED = 0x414c454d;
/** No reference gives more than 17 bytes for its 2, so a larger stated size is a lie. */
const MAX_GAIN = 17;

/**
 * Unpacks the RTF body of an Outlook message (MS-OXRTFCP). A body that is cut off gives what stands before the cut.
 * @throws where it is neither packed nor plain
 */
export function unpackRtf(packed: Uint8Array): Buffer {
  const bytes = Buffer.from(packed.buffer, packed.byteOffset, packed.byteLength);
  if (bytes.length < HEADER_BYTES) throw new Error('The RTF body is shorter than its header.');
  const stated = bytes.readUInt32LE(4);
  const kind = bytes.readUInt32LE(8);
  if (kind === UNCOMPRESSED) return bytes.subarray(HEADER_BYTES, HEADER_BYTES + stated);
  if (kind !== COMPRESSED) throw new Error('The RTF body is of an unknown kind.');
  const output = Buffer.alloc(Math.min(stated, bytes.length * MAX_GAIN));
  const dictionary = Buffer.alloc(DICTIONARY_BYTES);
  let end = dictionary.write(PRELOADED, 'latin1');
  let length = 0;
  const put = (byte: number) => {
    if (length < output.length) output[length] = byte;
    length += 1;
    dictionary[end] = byte;
    end = (end + 1) % DICTIONARY_BYTES;
  };
  for (let at = HEADER_BYTES; at < bytes.length && length < output.length; ) {
    const control = bytes[at] ?? 0;
    at += 1;
    for (let bit = 0; bit < 8 && at < bytes.length; bit += 1) {
      if ((control & (1 << bit)) === 0) {
        put(bytes[at] ?? 0);
        at += 1;
        continue;
      }
      const reference = ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);
      at += 2;
      const from = reference >> 4;
      // A reference to the place that is written next ends the text.
      if (from === end) return output.subarray(0, Math.min(length, output.length));
      for (let step = 0; step < (reference & 0xf) + 2; step += 1)
        put(dictionary[(from + step) % DICTIONARY_BYTES] ?? 0);
    }
  }
  return output.subarray(0, Math.min(length, output.length));
}
