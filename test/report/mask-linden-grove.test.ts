import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { mergeAgencies, parseAgencies } from '../../classify/agencies.ts';
import { buildMask } from '../../report/build-mask.ts';
import { DEFAULT_MASK_OPTIONS } from '../../report/mask.ts';
import { maskText } from '../../report/mask-text.ts';
import { KNOWLEDGE } from './mask-sample.ts';
import { item } from './sample.ts';

interface GoldMessage {
  id: string;
  headers: { from: string; to: string; cc: string; date: string; subject: string };
  body_new: string;
  attachments: { name: string; text?: string }[];
  labels: { evidence: string[] };
  private_persons: string[];
}

const FOLDER = resolve(__dirname, '../../fixtures/linden-grove');
const messages = readFileSync(`${FOLDER}/messages.jsonl`, 'utf8')
  .split('\n')
  .filter(Boolean)
  .map((line) => JSON.parse(line) as GoldMessage);
const own = parseAgencies(JSON.parse(readFileSync(`${FOLDER}/agency.json`, 'utf8')));
const knowledge = { ...KNOWLEDGE, agencies: mergeAgencies(own, KNOWLEDGE.agencies) };

const people = (header: string) => header.replace(/>,\s*/g, '>; ');
const textsOf = ({ headers, body_new, attachments, labels }: GoldMessage): string[] => [
  headers.from,
  people(headers.to),
  people(headers.cc),
  headers.subject,
  body_new,
  ...attachments.flatMap(({ name, text }) => [name, text ?? '']),
  ...labels.evidence,
];
const items = messages.map((message) =>
  item(
    message.id,
    'box.mbox',
    null,
    `${message.body_new}\n\n${message.attachments.map(({ text }) => text ?? '').join('\n\n')}`,
    {
      from: message.headers.from,
      to: people(message.headers.to),
      cc: people(message.headers.cc),
      subject: message.headers.subject,
      date: new Date(message.headers.date).toISOString(),
      attachments: message.attachments.map(({ name }) => name),
    },
  ),
);
const fold = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

function placesOf(text: string, wanted: string): { start: number; end: number }[] {
  const words = fold(wanted).match(/[\p{L}\p{N}]+/gu) ?? [];
  const between = String.raw`[^\p{L}\p{N}]{0,4}`;
  const expression = new RegExp(String.raw`(?<![\p{L}\p{N}])${words.join(between)}(?![\p{L}\p{N}])`, 'gu');
  return [...fold(text).matchAll(expression)].map(({ index, 0: hit }) => ({
    start: index,
    end: index + hit.length,
  }));
}

describe.each(['role', 'name'] as const)('Linden Grove with public employees by %s', (publicEmployees) => {
  const mask = buildMask({ items, pages: [], participants: [], texts: [] }, knowledge, {
    ...DEFAULT_MASK_OPTIONS,
    public_employees: publicEmployees,
  });

  test('no private string of the gold survives in its message', () => {
    const survivors = messages.flatMap((message) => {
      const masked = textsOf(message).map((text) => maskText(text, mask).text);
      return message.private_persons.filter((wanted) =>
        masked.some((text) => placesOf(text, wanted).length > 0),
      );
    });
    expect(messages.flatMap(({ private_persons }) => private_persons).length).toBeGreaterThan(300);
    expect(survivors).toEqual([]);
  });

  test('at most two in a hundred other words are masked as private', () => {
    let [words, over] = [0, 0];
    for (const message of messages) {
      for (const text of textsOf(message)) {
        const gold = message.private_persons.flatMap((wanted) => placesOf(text, wanted));
        const spans = maskText(text, mask).spans.filter(
          ({ kind }) => kind !== 'public' && kind !== 'case number',
        );
        for (const { index, 0: word } of text.matchAll(/\S+/g)) {
          const covers = ({ start, end }: { start: number; end: number }) =>
            start < index + word.length && end > index;
          if (gold.some(covers)) continue;
          words += 1;
          if (spans.some(covers)) over += 1;
        }
      }
    }
    expect(over / words).toBeLessThan(0.02);
  });
});
