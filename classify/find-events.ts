import type { ResolvedAgency } from './agencies.ts';
import type { CueHit } from './cue-lexicon.ts';
import type { ReadClause } from './read-clause.ts';
import type { ReadItem } from './read-item.ts';

/**
 * What comes of a contact with an authority, read from the order of cues in each clause: it is proposed ("want me to call
 * ICE?"), never made ("nobody was called"), refused ("no. leave it"), made ("called ERO", "per BP") or answered ("ICE
 * adv"). Words alone do not tell these from one another, for all of them name the authority and a call.
 */
const EVENTS = [
  'proposed',
  'authority proposed',
  'unmade',
  'authority unmade',
  'refused',
  'made',
  'acted',
  'asked',
] as const;
type EventName = (typeof EVENTS)[number];

const NAMES = new Set(['ice', 'ero', 'hsi', 'cbp', 'uscis', 'lesc', 'dhs']);

/** Tokens from a proposal, or a denial, to the call that it is about. */
const PROPOSAL_REACH = 10;
const DENIAL_REACH = 5;
/** Tokens from a call to the authority that is called, and words between the authority and what it does. */
const CALL_REACH = 6;
const ACT_REACH = 2;
/** Tokens in which a refusal begins: the hour or the speaker may stand before it. */
const OPENING = 3;

const named = (events: readonly CueHit[], name: string): CueHit[] =>
  events.filter((event) => event.name === name);

/** True where one of `later`, which come in order, begins within `reach` tokens after one of `first`. */
function follows(first: readonly CueHit[], later: readonly CueHit[], reach: number): boolean {
  return first.some(({ to }) => {
    const next = later[firstFrom(later, to)];
    return next !== undefined && next.from - to <= reach;
  });
}

/** Place of the first hit that begins at the token `from` or behind it: a text of nothing but such words is long. */
function firstFrom(hits: readonly CueHit[], from: number): number {
  let [low, high] = [0, hits.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (hits[middle]!.from < from) low = middle + 1;
    else high = middle;
  }
  return low;
}

const NONE: readonly EventName[] = [];
const ASKED: readonly EventName[] = ['asked'];

/** What one clause tells. */
function eventsOf(clause: ReadClause): readonly EventName[] {
  const { events, authority, cues, tokens } = clause;
  const name = cues.find((cue) => NAMES.has(cue.name));
  const asks = tokens.at(-1)?.text.startsWith('?') === true;
  if (events.length === 0) return name !== undefined && asks ? ASKED : NONE;
  const found: EventName[] = [];
  const calls = named(events, 'event.call');
  const proposed = follows(named(events, 'event.propose'), calls, PROPOSAL_REACH);
  const unmade =
    named(events, 'event.none').length > 0 || follows(named(events, 'event.deny'), calls, DENIAL_REACH);
  if (proposed)
    found.push(...(authority ? (['proposed', 'authority proposed'] as const) : (['proposed'] as const)));
  if (unmade) found.push(...(authority ? (['unmade', 'authority unmade'] as const) : (['unmade'] as const)));
  const lacking = named(events, 'event.lacking');
  const opens = named(events, 'event.refuse.first').some(
    ({ from }) => from < OPENING && !lacking.some((hit) => hit.from === from),
  );
  if (opens || named(events, 'event.refuse').length > 0) found.push('refused');
  if (name === undefined || proposed || unmade) return found;
  if (asks) return [...found, 'asked'];
  if (follows(named(events, 'event.reach'), [name], CALL_REACH)) found.push('made');
  if (follows([name], named(events, 'event.act'), ACT_REACH)) found.push('acted');
  return found;
}

/**
 * Names of the events of an item, and of what they come to taken together, each with the side that writes or reads before
 * it: `police` where only police and others do.
 */
export function findEvents({ clauses, speakers, recipients }: ReadItem): Set<string> {
  const isAuthority = ({ side }: ResolvedAgency): boolean => side === 'immigration';
  const immigration = speakers.some(isAuthority) || recipients.some(isAuthority);
  const side = immigration ? 'authority' : 'police';
  const all = new Set<EventName>();
  const names = new Set<string>();
  let mentions = false;
  for (const clause of clauses) {
    if (clause.kind === 'signature') continue;
    mentions ||= clause.authority;
    for (const event of eventsOf(clause)) {
      all.add(event);
      names.add(`${side} writes: ${event} in ${clause.message === 0 ? 'the newest' : 'an older'} message`);
    }
  }
  const made = all.has('made') || all.has('acted');
  const put = (name: string, holds: boolean): void => {
    if (holds) names.add(`${side} writes: ${name}`);
  };
  put('no authority', !mentions && !immigration);
  for (const event of ['proposed', 'authority proposed', 'unmade', 'authority unmade', 'refused'] as const)
    put(event, all.has(event));
  put('made', made);
  put('made and acted', all.has('made') && all.has('acted'));
  put('not made', !made);
  put('not made, refused', !made && all.has('refused') && (all.has('proposed') || all.has('unmade')));
  put(
    'authority proposed, refused',
    all.has('authority proposed') && (all.has('refused') || all.has('unmade')),
  );
  put('authority unmade, not made', all.has('authority unmade') && !made);
  put('proposed, not made', all.has('proposed') && !made);
  put('only named', mentions && !made && !all.has('unmade') && !all.has('proposed'));
  put('unmade, made', all.has('unmade') && made);
  put('proposed, made', all.has('proposed') && made);
  return names;
}
