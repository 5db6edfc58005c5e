import type { AuditCounts, Reading } from './audit.ts';
import { count, plural } from './labels.ts';

function whoCoded({ contacts, decided, suggested, needs_review }: AuditCounts['all']): string {
  const need = needs_review === 1 ? 'needs' : 'need';
  const review = needs_review === 0 ? '' : `, and ${count(needs_review)} ${need} review`;
  if (suggested === 0) return `people decided every code${review}`;
  if (decided > 0)
    return `people decided ${count(decided)} of the codes, the model suggests ${count(suggested)}${review}`;
  if (contacts === 1)
    return `its code is the model’s suggestion${needs_review === 0 ? '' : ' and needs review'}`;
  return `all codes are the model’s suggestions${needs_review === 0 ? '' : `, of which ${count(needs_review)} ${need} review`}`;
}

function nothingFound(counts: AuditCounts, read: string): string {
  const open = counts.not_contact_review;
  const review =
    open === 0
      ? ''
      : `, and ${plural(open, 'exchange')} that the model set aside ${open === 1 ? 'needs' : 'need'} review`;
  return `No contact with an immigration authority was found in ${read}${review}.`;
}

/** The finding in one sentence, with what is uncertain about it. */
export function writeHeadline(counts: AuditCounts, strict: Reading, broad: Reading): string {
  const read = `${plural(counts.pages, 'page')} and ${plural(counts.items, 'item')}`;
  const { contacts } = counts.all;
  if (contacts === 0) return nothingFound(counts, read);
  const undetermined = strict.high - strict.low;
  const more = (reading: Reading, words = ''): string =>
    undetermined === 0 ? '' : ` (${count(reading.high)}${words})`;
  return (
    `Of ${plural(contacts, 'contact')} with immigration authorities found in ${read}, ${count(strict.low)} served civil ` +
    `immigration enforcement with no crime alleged${more(strict, ` if the ${count(undetermined)} undetermined ${undetermined === 1 ? 'is' : 'are'} counted too`)} and ` +
    `${count(broad.low)} served it whatever else was alleged${more(broad)}; ${whoCoded(counts.all)}.`
  );
}
