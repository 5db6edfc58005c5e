import type { MaskKnowledge } from './mask-knowledge.ts';
import type { MarksOf } from './mask-marks.ts';
import type { Found } from './mask-patterns.ts';
import { phraseWords } from './mask-phrases.ts';

/** An agency's name that stands further before an address than this has nothing to do with it. */
const NEAR = 48;

/** Whether an agency is named right before an address, on its line or on a short line above, as in signatures. */
function isAgencyAddress(text: string, found: Found, { agencies, lists }: MaskKnowledge): boolean {
  const begin = text.lastIndexOf('\n', found.start - 1) + 1;
  const above = text.lastIndexOf('\n', begin - 2) + 1;
  const own = text.slice(Math.max(begin, found.start - NEAR), found.start);
  // "ICE will be at 418 Dover Ave" is somebody else's house.
  if (/\b(?:at|to|from|in|on|near|by|his|her|their)\s/.test(own)) return false;
  const line = text.slice(above, begin);
  const around = `${line.length <= NEAR ? line : ''}${own.replace(/^.*[.!?;]\s/s, '')}`;
  const words = new Set(around.match(/\p{L}+/gu) ?? []);
  const official = agencies.agencies.some(
    ({ side, words: names }) =>
      side !== 'other' &&
      side !== 'unknown' &&
      names.some((name) => (name.includes(' ') ? around.includes(name) : words.has(name))),
  );
  return official && ![...words].some((word) => lists.person_cues.has(word.toLowerCase()));
}

/** The addresses of a case: those of agencies stay readable. */
export interface SortedAddresses {
  agencies: string[];
  privates: string[];
}

export function sortAddresses(
  texts: readonly string[],
  knowledge: MaskKnowledge,
  marksOf: MarksOf,
): SortedAddresses {
  const agencies = new Set<string>();
  const privates = new Set<string>();
  for (const text of texts) {
    for (const found of marksOf(text).addresses) {
      const address = text.slice(found.start, found.end);
      (isAgencyAddress(text, found, knowledge) ? agencies : privates).add(address);
    }
  }
  const heads = [...agencies].map(headOf);
  // The same house written shorter ("305 S. Mercer") elsewhere is the agency's too.
  const isAgencys = (address: string) => agencies.has(address) || heads.includes(headOf(address));
  return {
    agencies: [...agencies, ...[...privates].filter(isAgencys)],
    privates: [...privates].filter((address) => !isAgencys(address)),
  };
}

/** Number and street, without what stands behind them. */
function headOf(address: string): string {
  const words = phraseWords(address);
  const street = words.findIndex((word, i) => i > 0 && word.length > 2);
  return words.slice(0, street + 1).join(' ');
}

/** Words of streets on which agencies are: they name nobody. */
export function streetWords({ agencies }: SortedAddresses): string[] {
  return agencies.flatMap((address) => phraseWords(address).filter((word) => /^\p{L}{3,}$/u.test(word)));
}
