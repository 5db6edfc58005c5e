import { createRandom } from './random.ts';

/** What scanning and recognition turn characters into, after the errors that OCR engines make on typed police records. */
const CONFUSED: Record<string, string[]> = {
  l: ['1', 'I', '|'],
  I: ['l', '1'],
  '1': ['l', 'I'],
  O: ['0', 'Q'],
  '0': ['O', 'o'],
  o: ['c', '0'],
  e: ['c', 'o'],
  c: ['e', 'o'],
  a: ['o', 'e'],
  s: ['5', 'z'],
  S: ['5'],
  '5': ['S'],
  B: ['8'],
  '8': ['B'],
  m: ['rn', 'nn'],
  n: ['ri', 'u'],
  u: ['ii', 'n'],
  h: ['b', 'li'],
  i: ['l', ';', '!'],
  t: ['f', '+'],
  f: ['t'],
  g: ['q', '9'],
  r: ['i', 'n'],
  d: ['cl'],
  w: ['vv'],
  '.': [',', ''],
  ',': ['.', ''],
};

/**
 * `text` as a poor scan would give it: about `rate` of its characters are read as another, lost, or split by a space. Line ends
 * stay. The same text, rate and seed give the same result.
 */
export function degradeText(text: string, rate: number, seed: number): string {
  const random = createRandom(seed);
  let out = '';
  for (const character of text) {
    if (character === '\n' || random() >= rate) {
      out += character;
      continue;
    }
    const confused = CONFUSED[character];
    if (confused !== undefined && random() < 0.8) out += confused[Math.floor(random() * confused.length)]!;
    else if (random() < 0.5) out += `${character} `;
  }
  return out;
}
