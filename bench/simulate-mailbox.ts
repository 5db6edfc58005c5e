import type { Item } from '../ingest/index.ts';
import { blankItem, seeded } from './simulate-items.ts';

/** What makes a large release hard: a notice a day, mail to everybody in fifty copies, talks that quote themselves, one signature under all. */
export function simulateMailbox(size: number): { items: Item[]; gold: Map<string, string> } {
  const random = seeded(2015);
  const pick = (below: number) => Math.floor(random() * below);
  const words = Array.from({ length: 4000 }, () => makeWord(random));
  const text = (length: number) =>
    Array.from({ length }, () => words[Math.floor(random() * random() * 4000)]).join(' ');
  const people = Array.from({ length: 300 }, (_, at) => makePerson(words[at] ?? '', words[at + 400] ?? ''));
  const notice = text(60);
  const items: Item[] = [];
  const gold = new Map<string, string>();
  const add = (fields: Partial<Item>, message: string): Item => {
    const item = {
      ...blankItem(`file-${items.length % 40}`, `i_${String(items.length).padStart(8, '0')}`),
      ...fields,
    };
    items.push(item);
    gold.set(item.item_id, message);
    return item;
  };
  for (let number = 0; items.length < size; number++) {
    const kind = random();
    const minute = pick(1_500_000);
    const sender = people[pick(300)]!;
    if (kind < 0.05) {
      const morning = pick(1000) * 1440 + 360;
      add(
        {
          from: 'Dispatch <dispatch@pd.example>',
          to: 'All',
          date: dateAt(morning),
          subject: 'daily bulletin',
          body: notice,
        },
        `notice ${morning}`,
      );
    } else if (kind < 0.06) {
      const fields = {
        from: sender.header,
        to: 'All Staff',
        date: dateAt(minute),
        subject: text(4),
        body: text(80) + sender.signature,
      };
      for (let copy = 0; copy < 50; copy++) add(fields, `to all ${number}`);
    } else {
      const other = people[pick(300)]!;
      const subject = random() < 0.1 ? 'question' : text(3);
      const talk: Partial<Item>[] = [];
      for (let turn = 0, at = minute; turn <= pick(5); turn++, at += 1 + pick(300)) {
        const [from, to] = turn % 2 === 0 ? [sender, other] : [other, sender];
        const body = text(random() < 0.3 ? 3 : 60) + from.signature;
        talk.push({
          from: from.header,
          to: to.name,
          date: dateAt(at),
          subject: (turn > 0 ? 'RE: ' : '') + subject,
          body,
        });
        let parent: string | null = null;
        for (let level = turn; level >= 0; level--) {
          const origin = level === turn ? 'printed' : 'quoted';
          parent = add({ ...talk[level], origin, parent_id: parent }, `talk ${number} ${level}`).item_id;
        }
      }
    }
  }
  return { items, gold };
}

function makeWord(random: () => number): string {
  const length = 3 + Math.floor(random() * 7);
  return Array.from({ length }, () => String.fromCharCode(97 + Math.floor(random() * 26))).join('');
}

function makePerson(given: string, family: string) {
  const name = `${capital(family)}, ${capital(given)}`;
  return {
    name,
    header: `${name} <${given.slice(0, 1)}${family}@pd.example>`,
    signature: `\n\n${capital(given)} ${capital(family)}\nDetective\nStreet Crimes Unit, Springfield Police Department\n(309) 555-0142`,
  };
}

function capital(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1);
}

function dateAt(minute: number): string {
  return new Date(Date.UTC(2015, 0, 1) + minute * 60_000).toISOString().slice(0, 16);
}
