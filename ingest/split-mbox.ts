import { createReadStream } from 'node:fs';

/** One message as it lies in an mbox. */
export interface MboxMessage {
  /** From 1, in the order of the file. */
  number: number;
  /** The message without its envelope line and with `>From ` set right; null where it is longer than allowed. */
  bytes: Buffer | null;
}

const CHUNK_BYTES = 1024 * 1024;
const MARK = Buffer.from('\nFrom ');
/** Bytes behind a possible separator that must be seen before it can be judged: the envelope line and the first header. */
const LOOKAHEAD = 1024;
/** Bytes in front of it that must be seen: the end of an empty line. */
const LOOKBEHIND = 4;
/** An envelope line ends in a date with its time and year, as asctime or an RFC date writes it. */
const ENVELOPE = /^From \S.*\d{1,2}:\d{2}.*$/;
const YEAR = /\b(?:19|20)\d\d\b/;
const HEADER = /^(?:[A-Za-z][A-Za-z0-9-]*:|>From )/;
const MAIL_HEADER =
  /^(?:return-path|received|from|to|date|subject|message-id|mime-version|content-type|x-[\w-]+|status|delivered-to):/i;

function isEnvelope(line: string): boolean {
  return ENVELOPE.test(line) && YEAR.test(line);
}

/**
 * True where the line at `start` parts two messages. Writers differ: some do not quote `From ` in bodies, so an empty line
 * before it is not enough; some leave the empty line out, so it is not needed where all else is there.
 */
function isSeparator(buffer: Buffer, newline: number): boolean {
  const [line = '', next = ''] = buffer
    .subarray(newline + 1, newline + 1 + LOOKAHEAD)
    .toString('latin1')
    .split(/\r?\n/);
  const before = buffer.subarray(Math.max(0, newline - 2), newline).toString('latin1');
  const emptyLineBefore = /(?:^|\n)\r?$/.test(before);
  if (emptyLineBefore) return isEnvelope(line) || MAIL_HEADER.test(next);
  return isEnvelope(line) && HEADER.test(next);
}

/** Takes the envelope line off and one `>` from every quoted `From ` (mboxrd; the same for mboxo's single quotes). */
function unwrap(message: Buffer): Buffer {
  const end = message.indexOf(0x0a);
  const bytes = end < 0 ? Buffer.alloc(0) : message.subarray(end + 1);
  if (!bytes.includes('>From ')) return bytes;
  return Buffer.from(bytes.toString('latin1').replace(/^>(>*From )/gm, '$1'), 'latin1');
}

/** A byte order mark in front of the first envelope line hides it. */
function withoutMark(bytes: Buffer): Buffer {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(3) : bytes;
}

/** Gathers the bytes of the message that is being read; keeps none of one that is too long. */
class Gathering {
  private chunks: Buffer[] = [];
  private size = 0;
  private readonly limit: number;

  constructor(limit: number) {
    this.limit = limit;
  }

  add(bytes: Buffer): void {
    this.size += bytes.length;
    if (this.size <= this.limit) this.chunks.push(Buffer.from(bytes));
    else this.chunks = [];
  }

  /** The message, or null where it was too long; empty again afterwards. */
  take(): Buffer | null {
    const whole = this.size > this.limit ? null : Buffer.concat(this.chunks);
    this.chunks = [];
    this.size = 0;
    return whole === null ? null : unwrap(whole);
  }

  get isEmpty(): boolean {
    return this.size === 0;
  }
}

/** Messages that end inside `window`, and where the bytes begin that are not yet judged. */
function cutWindow(window: Buffer, ended: boolean): { cuts: number[]; rest: number } {
  const cuts: number[] = [];
  let from = 0;
  for (;;) {
    const newline = window.indexOf(MARK, from);
    if (newline < 0) break;
    if (!ended && newline + LOOKAHEAD > window.length) return { cuts, rest: newline };
    if (isSeparator(window, newline)) cuts.push(newline + 1);
    from = newline + MARK.length;
  }
  return { cuts, rest: ended ? window.length : Math.max(from, window.length - MARK.length) };
}

/**
 * The messages of an mbox, read from disk piece by piece: memory holds one message, however large the file.
 * What stands before the first envelope line (a byte order mark, empty lines) belongs to none.
 */
export async function* splitMbox(location: string, maxBytes: number): AsyncGenerator<MboxMessage> {
  const gathering = new Gathering(maxBytes);
  let number = 0;
  let behind: Buffer = Buffer.from('\n');
  let window: Buffer = Buffer.alloc(0);
  let started = false;
  let first = true;
  function* advance(ended: boolean): Generator<MboxMessage> {
    const lead = behind.length;
    const { cuts, rest } = cutWindow(Buffer.concat([behind, window]), ended);
    let done = 0;
    for (const cut of cuts.map((position) => position - lead)) {
      gathering.add(window.subarray(done, cut));
      if (started) yield { number: ++number, bytes: gathering.take() };
      else gathering.take();
      started = true;
      done = cut;
    }
    const judged = Math.max(done, rest - lead);
    gathering.add(window.subarray(done, judged));
    behind = Buffer.concat([behind, window.subarray(0, judged)]).subarray(-LOOKBEHIND);
    window = window.subarray(judged);
  }
  const chunks: AsyncIterable<Buffer> = createReadStream(location, { highWaterMark: CHUNK_BYTES });
  for await (const chunk of chunks) {
    window = Buffer.concat([window, first ? withoutMark(chunk) : chunk]);
    first = false;
    yield* advance(false);
  }
  yield* advance(true);
  if (started && !gathering.isEmpty) yield { number: ++number, bytes: gathering.take() };
}
