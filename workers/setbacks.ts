import type { Exchange, LinkedItem } from '../classify/index.ts';
import { type Breakdown, type Issue, type IssueCode, issue, type SourceFile } from '../ingest/index.ts';

/** What was tried: reading an item for its copies and answers, coding it, coding its exchange, naming who took part, finding its incident. */
export type Step = 'links' | 'item' | 'exchange' | 'people' | 'incident';

/** One step that broke down on one item, or on the exchange that the item opens. The run goes on without it. */
export interface Setback extends Breakdown {
  step: Step;
  item_id: string;
}

const CODES: Record<Step, IssueCode> = {
  links: 'unlinked',
  item: 'uncoded',
  exchange: 'uncoded',
  people: 'uncoded',
  incident: 'unlinked',
};
const SETBACK_CODES = new Set(Object.values(CODES));

const MESSAGES: Record<Step, (error: string) => string> = {
  links: (error) =>
    `It could not be compared with the other items (${error}): it stands in an exchange of its own and may be a copy or an answer.`,
  item: (error) =>
    `The coder broke down on it (${error}): nothing is claimed of its content, and a person has to read it.`,
  exchange: (error) =>
    `The coder broke down on its exchange (${error}): nothing is claimed of it, and a person has to read it.`,
  people: (error) => `Who took part in its exchange could not be found out (${error}).`,
  incident: (error) =>
    `Its exchange could not be compared with other contacts (${error}) and counts as an incident of its own.`,
};

/** Places that are listed of one file for one reason; all of them are with their items. */
const MOST_PLACES = 20;

/** Where in its file an item stands, in words. */
function placeOf({ page_start, page_end, part, kind }: LinkedItem): string {
  if (page_start !== null) {
    return page_end === null || page_end === page_start
      ? `page ${page_start}`
      : `pages ${page_start}–${page_end}`;
  }
  if (part === null) return kind === 'email' ? 'the message' : 'the file';
  if (/\brow \d+$/.test(part)) return part;
  return `${/^\d/.test(part) ? 'message' : 'part'} ${part}`;
}

function listPlaces(places: readonly string[]): string {
  const more = places.length - MOST_PLACES;
  const listed = places.slice(0, MOST_PLACES).join('; ');
  return more > 0 ? `${listed}; and ${more} more` : listed;
}

/** Names each setback at its item. */
export function nameAtItems(items: readonly LinkedItem[], setbacks: readonly Setback[]): void {
  if (setbacks.length === 0) return;
  const byId = new Map(items.map((item) => [item.item_id, item]));
  for (const { step, item_id, error } of setbacks) {
    const item = byId.get(item_id);
    item?.issues.push(issue(CODES[step], MESSAGES[step](error), placeOf(item)));
  }
}

/** What could not be linked or coded goes before a person, whatever the rest of its exchange says. */
export function putBeforePerson(exchanges: readonly Exchange[], setbacks: readonly Setback[]): void {
  const apart = new Set(setbacks.flatMap(({ step, item_id }) => (step === 'incident' ? [] : [item_id])));
  if (apart.size === 0) return;
  for (const exchange of exchanges)
    if (exchange.items.some((id) => apart.has(id))) exchange.needs_review = true;
}

/** The ledger with each setback named at its file, those of one reason together with their places. */
export function nameAtFiles(files: readonly SourceFile[], items: readonly LinkedItem[]): SourceFile[] {
  const reasons = new Map<string, Map<string, { problem: Issue; places: string[] }>>();
  for (const { file_id, issues } of items) {
    for (const problem of issues) {
      if (!SETBACK_CODES.has(problem.code)) continue;
      const known = reasons.get(file_id) ?? new Map<string, { problem: Issue; places: string[] }>();
      reasons.set(file_id, known);
      const reason = known.get(problem.message) ?? { problem, places: [] };
      known.set(problem.message, reason);
      reason.places.push(problem.where ?? '');
    }
  }
  return files.map((file) => {
    const named = [...(reasons.get(file.file_id)?.values() ?? [])].map(({ problem, places }) =>
      issue(problem.code, problem.message, listPlaces(places)),
    );
    return named.length === 0 ? file : { ...file, issues: [...file.issues, ...named] };
  });
}

/** How many items, counted or copies, were not linked or coded as the others are. */
export function countSetbacks(items: readonly LinkedItem[]): number {
  return items.filter(({ issues }) => issues.some(({ code }) => SETBACK_CODES.has(code))).length;
}

/** A file's row as reading alone gives it. */
export function withoutSetbacks(file: SourceFile): SourceFile {
  return { ...file, issues: file.issues.filter(({ code }) => !SETBACK_CODES.has(code)) };
}
