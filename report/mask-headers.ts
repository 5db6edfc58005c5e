import type { Mask } from './mask.ts';

/** A stretch that is masked with the label of a person. */
interface Found {
  start: number;
  end: number;
  person: number | null;
}

const WORD = String.raw`\p{L}[\p{L}\p{M}'’.-]{0,40}`;
/** "Raymond Sissel <", "Sissel, Raymond J. (CTR) <", `"Sissel, Raymond" <`: a name up to the address behind it. */
const NAME_BEFORE = new RegExp(
  String.raw`["“]?(?<name>${WORD}(?: ${WORD})?, ${WORD}(?: \p{Lu}\.?)?|${WORD}(?: ${WORD}){0,3})(?: ?\([^()<>\n]{0,40}\))?["”]?[ \t]?<$`,
  'u',
);
/** UTF-16 units before an address in which its name stands. */
const REACH = 140;

/** Where the name begins and ends that stands before an address; null where none does. */
function nameBefore(
  text: string,
  address: number,
  { knowledge }: Mask,
): { start: number; end: number } | null {
  const from = Math.max(0, address - REACH);
  const found = NAME_BEFORE.exec(text.slice(from, address));
  const name = found?.groups?.name;
  if (found === null || name === undefined) return null;
  // "I wrote to Raymond Sissel <": words in small letters are no names, but for "de" and its like.
  const isName = (word: string) =>
    /^\p{Lu}/u.test(word) || knowledge.lists.particles.has(word.replace(',', '').toLowerCase());
  const words = name.split(' ');
  const cut = words.findLastIndex((word) => !isName(word)) + 1;
  if (cut === words.length) return null;
  const whole =
    cut === 0 ? found[0] : found[0].slice(found[0].indexOf(name) + words.slice(0, cut).join(' ').length + 1);
  const start = address - whole.length;
  return { start, end: address - (/[ \t]?<$/.exec(whole)?.[0].length ?? 0) };
}

/**
 * A header names one person by name and address. Where a part of the name is known to be the address's person, all of it
 * is, though a word of it is taken for somebody else elsewhere, or for no name at all. Returns the stretches in their
 * order, such a name as one of them.
 */
export function joinHeaderNames<T extends Found>(hits: readonly T[], text: string, mask: Mask): T[] {
  const joined: T[] = [];
  for (const hit of hits) {
    const name =
      hit.person === null || text[hit.start - 1] !== '<' ? null : nameBefore(text, hit.start, mask);
    const first = name === null ? -1 : joined.findLastIndex(({ end }) => end <= name.start) + 1;
    const part = name === null ? undefined : joined.slice(first).find(({ person }) => person === hit.person);
    if (name !== null && part !== undefined && joined[first]!.start >= name.start) {
      joined.length = first;
      joined.push({ ...part, ...name });
    }
    joined.push(hit);
  }
  return joined;
}
