/**
 * Letters that recognition read as digits, put back: "B0RDER", "ca11ed", "lNS" for INS. Only where the token cannot be a
 * number, a plate or a badge: mostly letters, and the digits only those that look like letters.
 */
export function mendScan(token: string): string {
  if (NUMBER.test(token)) return token;
  if (/^l-?2\d\d[a-z]?$/.test(token)) return `i${token.slice(1)}`;
  // No English word begins so.
  if (/^lm\p{Ll}/u.test(token)) return `i${token.slice(1)}`;
  // A small l among capitals is an I.
  const letters = /^(?=.*[A-Z].*[A-Z])[A-Z0-9]*l[A-Z0-9l]*$/.test(token) ? token.replaceAll('l', 'I') : token;
  if (!/\d/.test(letters) || !MIXED.test(letters)) return letters;
  const digits = letters.replace(/\D/g, '').length;
  const others = letters.replace(/[\d'’]/g, '').length;
  if (others < 2 || digits * 2 > others + 1 || (others < 3 && digits > 1)) return letters;
  // A number before or behind a word is one ("18yo", "unit1"), unless it stands where only a letter can.
  if (/^\d{2,}|\d{3}|[^\dlLaeiouAEIOU]\d$|^1(?:st|hr|yr|wk|x|pm|am)/i.test(letters)) return letters;
  let mended = '';
  for (const [at, character] of [...letters].entries()) {
    mended +=
      character in LOOKS_LIKE ? LOOKS_LIKE[character]! : character === '1' ? oneAt(letters, at) : character;
  }
  return mended;
}

const NUMBER = /^\d+$/;
const MIXED = /^[\p{L}015'’]+$/u;
const LOOKS_LIKE: Record<string, string> = { '0': 'o', '5': 's' };

/** What a 1 in a word was: an l after a vowel or another l, an i after other consonants. */
function oneAt(word: string, at: number): string {
  const before = word[at - 1]?.toLowerCase();
  const after = word[at + 1]?.toLowerCase() ?? '';
  if (after === '1' || before === '1' || before === 'l') return 'l';
  if (before === undefined) return /[aeiouy]/.test(after) ? 'l' : 'i';
  return /[aeiouy0]/.test(before) ? 'l' : 'i';
}
