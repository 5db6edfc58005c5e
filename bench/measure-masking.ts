/**
 * Masks the messages of Linden Grove and prints what survives of the private strings (`private_persons`), and what is masked
 * that is not private.
 *
 *     npm run measure:masking -- [gold folder] [--show]
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LinkedItem } from '../classify/index.ts';
import { buildMask, DEFAULT_MASK_OPTIONS, type MaskSpan, maskText } from '../report/index.ts';
import { loadMaskKnowledge, readAgencyFile } from '../workers/index.ts';

interface GoldMessage {
  id: string;
  headers: { from: string; to: string; cc: string; date: string; subject: string };
  body_new: string;
  attachments: { name: string; text?: string }[];
  labels: { evidence: string[] };
  private_persons: string[];
}

const options = process.argv.slice(2);
const show = options.includes('--show');
const folder = options.find((option) => !option.startsWith('--')) ?? 'fixtures/linden-grove';
const print = (line: string) => process.stdout.write(`${line}\n`);

const messages = readFileSync(join(folder, 'messages.jsonl'), 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => JSON.parse(line) as GoldMessage);

/** Everything of a message that a public edition can print. */
function textsOf({ headers, body_new, attachments, labels }: GoldMessage): string[] {
  const attached = attachments.flatMap(({ name, text }) => [name, text ?? '']);
  return [headers.from, headers.to, headers.cc, headers.subject, body_new, ...attached, ...labels.evidence];
}

/** As an item has it: `; ` between people. */
const betweenPeople = (header: string) => header.replace(/>,\s*/g, '>; ');

function itemOf(message: GoldMessage): LinkedItem {
  const { id, headers, body_new, attachments } = message;
  const day = new Date(headers.date).toISOString();
  const attached = attachments.map(({ text }) => text ?? '').join('\n\n');
  return {
    item_id: id,
    file_id: 'f',
    path: '',
    sha256: '',
    kind: 'email',
    origin: 'native',
    page_start: null,
    page_end: null,
    part: null,
    parent_id: null,
    message_id: null,
    in_reply_to: [],
    from: headers.from,
    to: betweenPeople(headers.to),
    cc: betweenPeople(headers.cc),
    date: day,
    date_raw: headers.date,
    subject: headers.subject,
    headers_raw: {},
    body: `${body_new}\n\n${attached}`,
    parts: [],
    page_offsets: [],
    attachments: attachments.map(({ name }) => name),
    redacted: false,
    issues: [],
    exchange_id: null,
    duplicate_of: null,
    witnesses: [],
  };
}

const fold = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/** Where a string stands as whole words, whatever its letters and what stands between its words. */
function placesOf(text: string, wanted: string): [number, number][] {
  const words = fold(wanted).match(/[\p{L}\p{N}]+/gu) ?? [];
  if (words.length === 0) return [];
  const expression = new RegExp(
    String.raw`(?<![\p{L}\p{N}])${words.join(String.raw`[^\p{L}\p{N}]{0,4}`)}(?![\p{L}\p{N}])`,
    'gu',
  );
  return [...fold(text).matchAll(expression)].map((match) => [match.index, match.index + match[0].length]);
}

/** Words of running text, each with its place. */
function wordsOf(text: string): [number, number][] {
  return [...text.matchAll(/\S+/g)].map((match) => [match.index, match.index + match[0].length]);
}

const overlaps = ([start, end]: [number, number], spans: readonly { start: number; end: number }[]) =>
  spans.some((span) => span.start < end && span.end > start);

function measure(publicEmployees: 'role' | 'name'): void {
  const knowledge = loadMaskKnowledge(readAgencyFile(join(folder, 'agency.json')).knowledge.agencies);
  const source = { items: messages.map(itemOf), pages: [], participants: [], texts: [] };
  const started = performance.now();
  const mask = buildMask(source, knowledge, { ...DEFAULT_MASK_OPTIONS, public_employees: publicEmployees });
  const built = performance.now() - started;
  let [strings, leaked, words, over, cases] = [0, 0, 0, 0, 0];
  const leaks: string[] = [];
  const masked = new Map<string, number>();
  for (const message of messages) {
    const texts = textsOf(message).map((text) => maskText(text, mask));
    for (const wanted of message.private_persons) {
      strings += 1;
      const survives = texts.filter((one) => placesOf(one.text, wanted).length > 0);
      if (survives.length > 0) {
        leaked += 1;
        leaks.push(`${message.id} ${wanted}: ${survives[0]?.text.slice(0, 70)}`);
      }
    }
    for (const [at, original] of textsOf(message).entries()) {
      const gold = message.private_persons.flatMap((wanted) =>
        placesOf(original, wanted).map(([start, end]) => ({ start, end })),
      );
      const spans = texts[at]?.spans ?? [];
      const priv = spans.filter((span: MaskSpan) => span.kind !== 'public');
      for (const word of wordsOf(original)) {
        if (overlaps(word, gold)) continue;
        words += 1;
        const hit = priv.find((span) => overlaps(word, [span]));
        if (hit === undefined) continue;
        if (hit.kind === 'case number') cases += 1;
        else {
          over += 1;
          const shown = `${hit.kind}: ${original.slice(hit.start, hit.end)}`;
          masked.set(shown, (masked.get(shown) ?? 0) + 1);
        }
      }
    }
  }
  const percent = (share: number) => `${(share * 100).toFixed(2)} %`;
  print(`public employees by ${publicEmployees}`);
  print(
    `  persons         ${mask.persons.filter(({ kind }) => kind === 'private').length} private, ${mask.persons.filter(({ kind }) => kind === 'public').length} public`,
  );
  print(`  leak rate       ${percent(leaked / strings)} (${leaked} of ${strings} private strings survive)`);
  print(`  over-masking    ${percent(over / words)} (${over} of ${words} other words masked as private)`);
  print(
    `  case numbers    ${percent(cases / words)} (${cases} words, masked by rule, not private in the gold)`,
  );
  if (!show) return;
  for (const leak of leaks) print(`  leak  ${leak}`);
  for (const [what, times] of [...masked].sort((a, b) => b[1] - a[1])) print(`  over  ${times} × ${what}`);
  print(`  built in ${built.toFixed(0)} ms`);
}

measure('name');
measure('role');
