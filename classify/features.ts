import { personFeatures } from './count-persons.ts';
import { findEvents } from './find-events.ts';
import type { ReadClause } from './read-clause.ts';
import type { ReadItem } from './read-item.ts';
import { TOLD } from './surroundings.ts';
import type { BlockName, FeatureSink, Setting } from './vectors.ts';

function addCues(sink: FeatureSink, clause: ReadClause, side: string): void {
  if (clause.scoped.length === 0) return;
  sink.addCues('cue', '', clause);
  sink.addCues('cue', clause.kind === 'signature' ? 'signature' : side, clause);
  if (clause.message === 0) sink.addCues('cue', 'newest', clause);
  sink.addCuePairs(clause);
  sink.addCueRuns(clause);
}

const WORD: readonly BlockName[] = ['word'];
const WORD_AND_NEAR: readonly BlockName[] = ['word', 'near'];

/** Who writes a clause; the subject of a message is nobody's. */
function sideOf(item: ReadItem, clause: ReadClause): string {
  return clause.kind === 'subject' ? 'subject' : (item.speakers[clause.message]?.side ?? 'unknown');
}

/** Whom a clause is written to: the first recipient, or the writer of the message that answers or forwards it. */
function readerOf({ speakers, recipients }: ReadItem, { message }: ReadClause): string {
  const reader = message === 0 ? recipients[0] : speakers[message - 1];
  return reader?.side ?? 'nobody';
}

/** The first words of a clause tell who does what, or what is asked of whom. */
const OPENING = 3;

const START: readonly Setting[] = [{ block: 'beside', name: 'start' }];
const DENIED: readonly Setting[] = [{ block: 'beside', name: 'denied' }];
const OLDER: Setting = { block: 'older', name: '' };

/** A setting of the words of a clause by what is told there, or in the clause before or behind. */
type Telling = [setting: Setting, number: number];
const BESIDE: readonly Telling[] = [
  [{ block: 'beside', name: 'offence' }, TOLD.offence],
  [{ block: 'beside', name: 'status' }, TOLD.status],
  [{ block: 'beside', name: 'authority' }, TOLD.authority],
  [{ block: 'beside', name: 'person' }, TOLD.person],
  [{ block: 'beside', name: 'supposed' }, TOLD.supposed],
];
/** By what the clause before speaks of, and the clause behind: `offence>` stands where an offence is told and then the word. */
const BEHIND: readonly Telling[] = [
  [{ block: 'around', name: 'offence>' }, TOLD.offence],
  [{ block: 'around', name: 'status>' }, TOLD.status],
  [{ block: 'around', name: 'authority>' }, TOLD.authority],
];
const BEFORE: readonly Telling[] = [
  [{ block: 'around', name: '>offence' }, TOLD.offence],
  [{ block: 'around', name: '>status' }, TOLD.status],
  [{ block: 'around', name: '>authority' }, TOLD.authority],
];

/** Puts the settings that `holds` has behind the others. */
function pushTold(settings: Setting[], given: readonly Telling[], holds: number): void {
  for (const [setting, number] of given) if ((holds & number) !== 0) settings.push(setting);
}

/** Gives the features of an item to `sink`. */
export function addItemFeatures(item: ReadItem, sink: FeatureSink): void {
  const { clauses } = item;
  sink.begin(item.table);
  for (let at = 0; at < clauses.length; at += 1) {
    const clause = clauses[at]!;
    const side = sideOf(item, clause);
    const isNear = clause.authority || clauses[at - 1]?.authority || clauses[at + 1]?.authority;
    sink.addWords(isNear ? WORD_AND_NEAR : WORD, clause);
    sink.addRuns(clause);
    addCues(sink, clause, side);
    if (clause.kind === 'signature') continue;
    const { stems } = clause;
    const settings: Setting[] = [{ block: 'speaker', name: `${side}>${readerOf(item, clause)}` }];
    if (clause.message > 0) settings.push(OLDER);
    if (item.input.kind !== 'email') settings.push({ block: 'record', name: item.input.kind });
    pushTold(settings, BESIDE, clause.holds);
    pushTold(settings, BEHIND, clauses[at - 1]?.holds ?? 0);
    pushTold(settings, BEFORE, clauses[at + 1]?.holds ?? 0);
    sink.addWordsIn(settings, stems);
    sink.addWordsIn(START, stems.slice(0, OPENING));
    if (clause.denied.length > 0) sink.addWordsIn(DENIED, clause.denied);
  }
  sink.addKinds(kindsOf(item));
  for (const name of findEvents(item)) sink.add('story', name);
  for (const name of headerFeatures(item)) sink.add('header', name);
  for (const name of personFeatures(item.persons)) sink.add('header', name);
}

/** The broad kinds of cues that the writers use, ascending; see `CueLexicon.kinds`. */
function kindsOf({ clauses, table }: ReadItem): number[] {
  const { kinds, kindOf } = table.cues;
  const met = new Uint8Array(kinds.length);
  for (const { kind, scoped } of clauses) {
    if (kind === 'signature') continue;
    for (let at = 0; at < scoped.length; at += 1) {
      const own = kindOf[scoped[at]!]!;
      if (own !== -1) met[own] = 1;
    }
  }
  const all: number[] = [];
  for (let kind = 0; kind < met.length; kind += 1) if (met[kind] === 1) all.push(kind);
  return all;
}

/** Who writes to whom, and what kind of record it is. */
function headerFeatures(item: ReadItem): Set<string> {
  const names = new Set<string>([`kind=${item.input.kind}`]);
  const writer = item.speakers[0];
  const side = writer?.side ?? 'unknown';
  names.add(`from=${side}`);
  if (writer?.component != null) names.add(`from-component=${writer.component}`);
  if (writer?.role != null) names.add(`from-role=${writer.role}`);
  const sides = new Set<string>([side]);
  for (const recipient of item.recipients) {
    sides.add(recipient.side);
    names.add(`to=${recipient.side}`);
    names.add(`${side}>${recipient.side}`);
    if (recipient.component !== null) names.add(`to-component=${recipient.component}`);
  }
  for (const speaker of item.speakers.slice(1)) {
    sides.add(speaker.side);
    names.add(`quotes=${speaker.side}`);
    if (speaker.component !== null) names.add(`quotes-component=${speaker.component}`);
  }
  names.add(`both-sides=${sides.has('immigration') && sides.has('police')}`);
  names.add(`authority-writes-or-reads=${sides.has('immigration')}`);
  names.add(`messages=${Math.min(4, item.speakers.length)}`);
  names.add(`authority-named=${item.clauses.some((clause) => clause.authority)}`);
  return names;
}
