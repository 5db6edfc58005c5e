import type { MaskedPerson } from './mask.ts';
import type { PersonBook, PersonEntry } from './mask-persons.ts';

/** Titles as they stand in labels; a title that is not here is "Employee". */
const ROLES: [RegExp, string][] = [
  [/report|journalist|editor|correspondent|columnist/, 'Reporter'],
  [
    /^(?:sa|ssa|asac|sac|rac|special agent|supervising special agent|agent|agt|agents|agts|bpa|sbpa|border patrol agent|immigration enforcement agent|iea)$/,
    'Agent',
  ],
  [/^(?:do|sddo|ddo|fod|afod|deportation officer)$/, 'Deportation officer'],
  [/^(?:det|dets|detective|detectives|inv|investigator|investigators|insp|inspector)$/, 'Detective'],
  [
    /^(?:sgt|sergeant|lt|lieutenant|capt|captain|cpl|corporal|cmdr|commander|major|maj|chief|supervisor|sgts|colonel|col|superintendent|supt|undersheriff)$/,
    'Supervisor',
  ],
  [/^(?:dep|deputy|deputies|deps|sheriff)$/, 'Deputy'],
  [/^(?:judge|justice|magistrate|jp|hon|honorable)$/, 'Judge'],
  [/^(?:ada|asa|dda|da|ausa|sausa|acc|prosecutor|adas|asas|ausas)$/, 'Prosecutor'],
  [/^(?:dispatcher|telecommunicator|dispatch)$/, 'Dispatcher'],
  [
    /^(?:mayor|alderman|alderwoman|ald|alderperson|councilman|councilwoman|councilmember|councilor|councillor|senator|sen|rep|representative|congressman|congresswoman|governor|gov|trustee|selectman|commissioner)$/,
    'Elected official',
  ],
  [
    /off?icer|ofc|ofcr|ptl|ptlm|patrol|trooper|tpr|po|constable|marshal|tfo|task force|agente|oficial|jail|bailiff|sro|cbpo/,
    'Officer',
  ],
];

function roleName({ role }: PersonEntry): string {
  if (role === null) return 'Employee';
  return ROLES.find(([title]) => title.test(role))?.[1] ?? 'Employee';
}

/** "police department" → "police department", "ICE HSI" stays: names of agencies as the list of agencies has them. */
function full(label: string, agency: string | null): string {
  return agency === null ? label : `${label} (${agency})`;
}

/**
 * Numbers by first appearance: private persons from 1, public employees from 1 whatever their role, so that "Officer 3" is
 * one person in the whole case.
 */
export function numberPersons(book: PersonBook): {
  persons: MaskedPerson[];
  indexOf: Map<PersonEntry, number>;
} {
  const sorted = book.entries
    .map((entry, at) => ({ entry, at }))
    .sort(
      (a, b) => a.entry.first[0] - b.entry.first[0] || a.entry.first[1] - b.entry.first[1] || a.at - b.at,
    );
  const next = { private: 1, public: 1 };
  const persons: MaskedPerson[] = [];
  const indexOf = new Map<PersonEntry, number>();
  for (const { entry } of sorted) {
    const number = next[entry.side];
    next[entry.side] += 1;
    const label = entry.side === 'private' ? `Person ${number}` : `${roleName(entry)} ${number}`;
    indexOf.set(entry, persons.length);
    persons.push({
      kind: entry.side,
      number,
      label,
      full_label: entry.side === 'private' ? label : full(label, entry.agency),
      spellings: [...entry.spellings],
    });
  }
  return { persons, indexOf };
}
