import type { Verdict } from './coding.ts';
import type { ReadItem } from './read-item.ts';

/** Words below which a request is bare. */
const BARE = 60;
/** Share of words hidden from which a redaction may hide what matters. */
const HIDDEN = 0.08;

const REQUESTS = new Set(['address', 'release', 'request']);
const TELLING = /^(?:off\.|proc\.court|warrant\.criminal|victim|missing|admin\.)/;

/**
 * Where the codebook's crisp rules speak against the verdict of the model. Each reason is a sentence for people; any of
 * them puts the item before a person. The rules never overrule: they know less than the text does.
 */
export function findConflicts(item: ReadItem, verdict: Verdict): string[] {
  const reasons: string[] = [];
  const contact = verdict !== 'not-contact';
  const { scoped } = item.table.cues;
  const cues = new Set(
    item.clauses.flatMap((clause) =>
      clause.kind === 'signature' ? [] : clause.scoped.map((place) => scoped[place]!),
    ),
  );
  const writes = item.speakers.find((speaker) => speaker.side === 'immigration');
  const reads = item.recipients.some((recipient) => recipient.side === 'immigration');
  const police = [...item.speakers, ...item.recipients].some((person) => person.side === 'police');
  const named = item.clauses.some((clause) => clause.authority);
  if (!contact && police && (writes !== undefined || reads)) {
    reasons.push('police and an immigration authority write to one another, which is a contact as a rule');
  }
  if (contact && writes === undefined && !reads && !named) {
    reasons.push('no immigration authority writes, reads or is named');
  }
  const redacted = item.table.numberOf('<redacted>');
  let words = 0;
  let hidden = 0;
  for (const { stems } of item.clauses) {
    words += stems.length;
    for (const stem of stems) if (stem === redacted) hidden += 1;
  }
  const told = [...cues].some((cue) => TELLING.test(cue));
  if (contact && verdict !== 'undetermined' && hidden > HIDDEN * words && !told) {
    reasons.push('a redaction may hide what the contact was for');
  }
  const bare =
    words < BARE &&
    !told &&
    !cues.has('status') &&
    [...cues].some((cue) => REQUESTS.has(cue)) &&
    item.speakers[0] === writes;
  if (bare && contact && writes?.role === 'deportation officer' && verdict !== 'status-only') {
    reasons.push("a deportation officer's bare request is civil");
  }
  if (bare && contact && writes?.component === 'HSI' && verdict === 'status-only') {
    reasons.push("a special agent's bare request does not show what for");
  }
  return reasons;
}
