import type { RawHeaders } from './item.ts';

/** A message found inside another's body. Offsets are into that body. */
export interface QuotedMessage {
  /** From the separator, attribution or header on. */
  start: number;
  end: number;
  headers_raw: RawHeaders;
  /** Languages that the labels of the header share; empty for an attribution. */
  languages: string[];
  /** The quoted text, without quotation marks (`>`), with what it quotes in turn. */
  body: string;
  /** For each line of `body`: its offset there and in the body it was cut from, ascending. */
  map: { at: number; from: number }[];
}
