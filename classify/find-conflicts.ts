import type { Verdict } from './coding.ts';
import type { ReadItem } from './read-item.ts';
import { type Redactions, redactionsOf } from './redactions.ts';

/** Words below which a request is bare. */
const BARE = 60;
/** Share of words hidden from which a redaction may hide what matters. */
const HIDDEN = 0.08;

const REQUESTS = new Set(['address', 'release', 'request']);
const OFFENCE = /^(?:off\.|warrant\.criminal)/;
const TELLING = /^(?:off\.|proc\.court|warrant\.criminal|victim|missing|admin\.)/;

/**
 * Where the codebook's crisp rules speak against the verdict of the model. Each reason is a sentence for people; any of
 * them puts the item before a person. The rules never overrule: they know less than the text does. `redactions` are those of
 * the item.
 */
export function findConflicts(
  item: ReadItem,
  verdict: Verdict,
  redactions: Redactions = redactionsOf(item),
): string[] {
  const reasons: string[] = [];
  const contact = verdict !== 'not-contact';
  const writes = item.speakers.find((speaker) => speaker.side === 'immigration');
  const reads = item.recipients.some((recipient) => recipient.side === 'immigration');
  const { words, marks, passage, authority } = redactions;
  if (!contact) {
    if (passage) reasons.push('a passage is blacked out, which may tell of a contact');
    if (authority) reasons.push('a redaction mark names an immigration authority');
    if (item.doubtfulNames) reasons.push("an authority's short name is taken for something else");
    const police = [...item.speakers, ...item.recipients].some((person) => person.side === 'police');
    if (police && (writes !== undefined || reads)) {
      reasons.push('police and an immigration authority write to one another, which is a contact as a rule');
    }
    return reasons;
  }
  if (writes === undefined && !reads && !item.clauses.some((clause) => clause.authority)) {
    reasons.push('no immigration authority writes, reads or is named');
  }
  // A told offence stays one whatever is hidden beside it; any other purpose may turn with a passage.
  const hides = passage
    ? verdict !== 'criminal-investigation' || !cuesOf(item).some((cue) => OFFENCE.test(cue))
    : marks > HIDDEN * words && !tells(cuesOf(item));
  if (verdict !== 'undetermined' && hides) {
    reasons.push('a redaction may hide what the contact was for');
  }
  if (writes !== undefined && item.speakers[0] === writes && words < BARE && asksBarely(cuesOf(item))) {
    if (writes.role === 'deportation officer' && verdict !== 'status-only') {
      reasons.push("a deportation officer's bare request is civil");
    }
    if (writes.component === 'HSI' && verdict === 'status-only') {
      reasons.push("a special agent's bare request does not show what for");
    }
  }
  return reasons;
}

/** Names of the cues outside signatures, with their scopes. */
function cuesOf({ table, clauses }: ReadItem): string[] {
  return clauses.flatMap(({ kind, scoped }) =>
    kind === 'signature' ? [] : scoped.map((place) => table.cues.scoped[place]!),
  );
}

const tells = (cues: readonly string[]): boolean => cues.some((cue) => TELLING.test(cue));

/** True where something is asked for and nothing said of why. */
function asksBarely(cues: readonly string[]): boolean {
  return !tells(cues) && !cues.includes('status') && cues.some((cue) => REQUESTS.has(cue));
}
