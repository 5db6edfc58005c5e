import type { Item } from '../ingest/index.ts';
import { splitClauses } from './clauses.ts';
import { type Coding, NATURES, VERDICTS, type Verdict, withoutContact } from './coding.ts';
import type { Evidence, Exchange } from './exchange.ts';
import { joinComponents } from './find-components.ts';
import type { Knowledge } from './knowledge.ts';
import { splitParts } from './split-parts.ts';

/** What coding adds to an exchange. */
export type ExchangeCoding = Pick<
  Exchange,
  | 'relevance'
  | 'purpose'
  | 'conduct'
  | 'verdict'
  | 'probability'
  | 'needs_review'
  | 'direction'
  | 'nature'
  | 'component'
  | 'persons'
  | 'minors'
  | 'evidence'
>;

interface CodedItem {
  item: Item;
  coding: Coding;
}

/** Most quotes an exchange carries. */
const QUOTES = 3;

/**
 * From this probability one item's reading is explicit enough to set the exchange's verdict by the codebook's order of
 * precedence against what the exchange as a whole says.
 */
const EXPLICIT = 0.85;

/**
 * Codes an exchange from the codings of its items, which are in order of date.
 *
 * Items that are no contact (a private aside, a bare forward) do not pull a contact exchange down. The verdict is the
 * likeliest over the contact items, unless an item says something worse in so many words. Direction is that of the item
 * that opened the contact; natures and components are joined. A verdict other than `not-contact` has at least one quote
 * from a body; where no body holds text, the exchange is `not-contact` and has to be looked at by a person.
 */
export function codeExchange(
  items: readonly Item[],
  codings: ReadonlyMap<string, Coding>,
  knowledge: Knowledge,
): ExchangeCoding {
  const coded = items.flatMap((item): CodedItem[] => {
    const coding = codings.get(item.item_id);
    return coding === undefined ? [] : [{ item, coding }];
  });
  const contacts = coded.filter(({ coding }) => coding.relevance === 'contact');
  const first = contacts[0];
  if (first === undefined) return notContact(coded, false);
  const mean = meanProbabilities(contacts);
  const verdict = chooseVerdict(contacts, mean);
  const leader = contacts.reduce((best, entry) =>
    entry.coding.probabilities[verdict] > best.coding.probabilities[verdict] ? entry : best,
  );
  const evidence = gatherEvidence(contacts, leader, verdict);
  if (evidence.length === 0) return notContact(coded, true);
  const agreeing = contacts.find(({ coding }) => coding.verdict === verdict) ?? leader;
  const source = leader.coding.verdict === verdict ? leader.coding : agreeing.coding;
  const probability = Math.max(mean[verdict], leader.coding.probabilities[verdict] * 0.9);
  const counts = contacts.flatMap(({ coding }) => (coding.persons === null ? [] : [coding.persons]));
  const least = knowledge.model.thresholds.verdict[verdict] ?? 1;
  return {
    relevance: 'contact',
    purpose: source.purpose,
    conduct: source.conduct,
    verdict,
    probability,
    needs_review: probability < least || disagree(contacts, verdict),
    direction: first.coding.direction,
    nature: NATURES.filter((code) => contacts.some(({ coding }) => coding.nature.includes(code))),
    component: joinComponents(contacts.flatMap(({ coding }) => coding.component)),
    persons: counts.length === 0 ? null : Math.max(...counts),
    minors: contacts.some(({ coding }) => coding.minors),
    evidence,
  };
}

function notContact(coded: readonly CodedItem[], unquoted: boolean): ExchangeCoding {
  const mentioned = coded.some(({ coding }) => coding.relevance === 'mention');
  const sure = coded.map(({ coding }) => coding.probabilities['not-contact']);
  return {
    relevance: mentioned ? 'mention' : 'none',
    purpose: null,
    conduct: null,
    verdict: 'not-contact',
    probability: sure.length === 0 ? 1 : Math.min(...sure),
    needs_review: unquoted || coded.some(({ coding }) => coding.needs_review),
    ...withoutContact(),
  };
}

/** Later items answer the first and are coded by what they answer, so it counts as much as all of them together. */
function meanProbabilities(contacts: readonly CodedItem[]): Record<Verdict, number> {
  const mean = Object.fromEntries(VERDICTS.map((verdict) => [verdict, 0])) as Record<Verdict, number>;
  const later = contacts.length - 1;
  for (const [at, { coding }] of contacts.entries()) {
    const weight = later === 0 ? 1 : at === 0 ? 0.5 : 0.5 / later;
    for (const verdict of VERDICTS) mean[verdict] += coding.probabilities[verdict] * weight;
  }
  return mean;
}

function chooseVerdict(contacts: readonly CodedItem[], mean: Record<Verdict, number>): Verdict {
  const explicit = VERDICTS.find(
    (verdict) =>
      verdict !== 'not-contact' &&
      contacts.some(({ coding }) => coding.verdict === verdict && coding.probabilities[verdict] >= EXPLICIT),
  );
  // Only a verdict that some item has: purpose and conduct are that item's, and the verdict has to follow from them.
  const possible = VERDICTS.filter((verdict) => contacts.some(({ coding }) => coding.verdict === verdict));
  const likely = possible.reduce((best, verdict) => (mean[verdict] > mean[best] ? verdict : best));
  if (explicit === undefined) return likely;
  return VERDICTS.indexOf(explicit) < VERDICTS.indexOf(likely) ? explicit : likely;
}

/** True where an item that a person need not see says something worse than the verdict. */
function disagree(contacts: readonly CodedItem[], verdict: Verdict): boolean {
  return contacts.some(
    ({ coding }) => !coding.needs_review && VERDICTS.indexOf(coding.verdict) < VERDICTS.indexOf(verdict),
  );
}

/** Quotes of the items that carry the verdict, in order of date; what is quoted again further on counts once. */
function gatherEvidence(contacts: readonly CodedItem[], leader: CodedItem, verdict: Verdict): Evidence[] {
  const carrying = contacts.filter(({ coding }) => coding.verdict === verdict);
  const found: Evidence[] = [];
  const seen = new Set<string>();
  const add = (item: Item, start: number, end: number): void => {
    const quote = item.body.slice(start, end);
    const key = quote.replace(/[\s>]+/g, ' ');
    if (seen.has(key) || found.length >= QUOTES) return;
    seen.add(key);
    found.push(evidenceAt(item, start, end));
  };
  for (const { item, coding } of carrying.length > 0 ? carrying : [leader]) {
    for (const span of coding.evidence) {
      if (span.where === 'body') add(item, span.start, span.end);
      else {
        const start = item.body.indexOf(span.quote);
        if (start !== -1) add(item, start, start + span.quote.length);
      }
    }
  }
  if (found.length > 0) return found;
  // Only a subject carries the code: the first sentence below it stands in for it, so that the page can be opened.
  for (const { item } of [leader, ...contacts]) {
    const span = firstSentence(item.body);
    if (span !== null) return [evidenceAt(item, span[0], span[1])];
  }
  return [];
}

function firstSentence(body: string): [number, number] | null {
  for (const part of splitParts(body).parts) {
    if (part.kind === 'disclaimer' || part.kind === 'header' || part.kind === 'subject') continue;
    const clause = splitClauses(body, part)[0];
    if (clause !== undefined) return [clause.start, clause.end];
  }
  return null;
}

function evidenceAt(item: Item, start: number, end: number): Evidence {
  let page = item.page_start;
  for (const offset of item.page_offsets) if (offset.start <= start) page = offset.page;
  return {
    item_id: item.item_id,
    file_id: item.file_id,
    path: item.path,
    page,
    quote: item.body.slice(start, end),
    start,
    end,
  };
}
