import { fromBER, ObjectIdentifier, OctetString, Sequence } from 'asn1js';

/** Kinds of content (RFC 5652 and RFC 5083) by their object identifiers. */
const SIGNED = '1.2.840.113549.1.7.2';
const LOCKED = ['1.2.840.113549.1.7.3', '1.2.840.113549.1.7.6', '1.2.840.113549.1.9.16.1.23'];

/** What a CMS envelope holds: the bytes that are signed, nothing but a signature, or something that takes a key. */
export type CmsContent = { kind: 'signed'; bytes: Buffer } | { kind: 'signature' } | { kind: 'locked' };

/** The list inside a tagged or plain list; null where it is something else. */
function listOf(block: unknown): unknown[] | null {
  const value = (block as { valueBlock?: { value?: unknown } } | undefined)?.valueBlock?.value;
  return Array.isArray(value) ? value : null;
}

/** The bytes of a PEM text; other bytes come back as they are. */
function unarmoured(bytes: Buffer): Buffer {
  const head = bytes.subarray(0, 100).toString('latin1');
  if (!/^\s*-----BEGIN (?:PKCS7|CMS)-----/.test(head)) return bytes;
  return Buffer.from(bytes.toString('latin1').replace(/-----[^-]+-----/g, ''), 'base64');
}

/**
 * Opens a CMS envelope without checking its signatures.
 * @throws where the bytes are none
 */
export function openCms(bytes: Buffer): CmsContent {
  const { result, offset } = fromBER(new Uint8Array(unarmoured(bytes)));
  if (offset === -1 || !(result instanceof Sequence)) throw new Error('no envelope');
  const [kind, tagged] = result.valueBlock.value;
  if (!(kind instanceof ObjectIdentifier)) throw new Error('no envelope');
  const identifier = kind.valueBlock.toString();
  if (LOCKED.includes(identifier)) return { kind: 'locked' };
  if (identifier !== SIGNED) throw new Error('an envelope of another kind');
  const [signed] = listOf(tagged) ?? [];
  const [, , inner] = listOf(signed) ?? [];
  const [, content] = listOf(inner) ?? [];
  if (content === undefined) return { kind: 'signature' };
  const [octets] = listOf(content) ?? [];
  if (!(octets instanceof OctetString)) throw new Error('no content');
  return { kind: 'signed', bytes: Buffer.from(octets.getValue()) };
}
