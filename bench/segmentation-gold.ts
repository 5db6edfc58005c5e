import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ExpectedMessage } from './score-segmentation.ts';

/** A line of `messages.jsonl` of the sample release, as far as it is needed here. */
export interface SampleMessage {
  id: string;
  thread: string;
  headers: { message_id: string; from: string; to: string; cc: string; date: string; subject: string };
  body_new: string;
  quotes: string | null;
}

interface ReleaseEntry {
  message: string;
  file: string;
  page_start: number | null;
  own_pages?: [number, number];
  quotes: string[];
  scanned?: boolean;
}

/** A printed message of the sample release with those printed below it, nearest first. */
export interface ExpectedPrint {
  file: string;
  scanned: boolean;
  message: ExpectedMessage;
  quoted: ExpectedMessage[];
}

export function readSampleMessages(folder: string): Map<string, SampleMessage> {
  const lines = readFileSync(join(folder, 'messages.jsonl'), 'utf8').split('\n').filter(Boolean);
  return new Map(lines.map((line) => JSON.parse(line) as SampleMessage).map((entry) => [entry.id, entry]));
}

export function expectMessage(
  message: SampleMessage,
  quoted: boolean,
  pages: [number, number] | null,
): ExpectedMessage {
  const { from, to, date, subject } = message.headers;
  return {
    quoted,
    page_start: pages?.[0] ?? null,
    page_end: pages?.[1] ?? null,
    from,
    to,
    date,
    subject,
    own: message.body_new,
  };
}

/** What the PDF files of the sample release print. */
export function readReleaseGold(folder: string): ExpectedPrint[] {
  const messages = readSampleMessages(folder);
  const entries = JSON.parse(readFileSync(join(folder, 'release-gold.json'), 'utf8')) as ReleaseEntry[];
  return entries.flatMap((entry) => {
    const message = messages.get(entry.message);
    if (!message || !entry.own_pages || !entry.file.endsWith('.pdf')) return [];
    const quoted = entry.quotes.flatMap((id) => {
      const quote = messages.get(id);
      return quote ? [expectMessage(quote, true, null)] : [];
    });
    return [
      {
        file: entry.file,
        scanned: entry.scanned ?? false,
        message: expectMessage(message, false, entry.own_pages),
        quoted,
      },
    ];
  });
}

interface OpenGold {
  files: {
    file: string;
    printed_count?: number;
    messages: (ExpectedMessage & { partial_header?: boolean })[];
  }[];
}

/** Hand-made gold for prints of real mail: file (below the corpus's root) to messages. */
export function readOpenGold(
  path: string,
): { file: string; promised: number; messages: ExpectedMessage[] }[] {
  const gold = JSON.parse(readFileSync(path, 'utf8')) as OpenGold;
  return gold.files.map(({ file, printed_count, messages }) => ({
    file,
    promised: printed_count ?? messages.length,
    messages: messages.map(({ partial_header, ...message }) => ({
      ...message,
      optional: partial_header ?? false,
    })),
  }));
}
