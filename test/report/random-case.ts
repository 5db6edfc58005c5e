import type { Exchange, LinkedItem, Verdict } from '../../classify/index.ts';
import type { AuditInput, Participant } from '../../report/audit.ts';
import { evidence, exchange, file, item, page } from './sample.ts';

const VERDICTS: Verdict[] = [
  'status-only',
  'mixed',
  'criminal-investigation',
  'undetermined',
  'administrative',
  'not-contact',
];

const PEOPLE: Participant[] = [
  { name: 'Ames, Pat', address: 'pames@police.example', side: 'police', component: null, role: 'analyst' },
  {
    name: 'Brock, Lee',
    address: 'lbrock@authority.example',
    side: 'immigration',
    component: 'ERO',
    role: null,
  },
];

/** Numbers from 0 to 1 that are the same for the same seed. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** A made-up case of `size` exchanges in which every count of the summary has its own value. */
export function randomCase(seed: number, size: number): AuditInput {
  const random = randomFrom(seed);
  const below = (limit: number): number => Math.floor(random() * limit);
  const oneOf = <T>(list: readonly T[]): T => list[below(list.length)] as T;
  const pages = Array.from({ length: size }, (_, i) =>
    page('all.pdf', i + 1, `Words of message ${i + 1} stand here.`, {
      method: oneOf(['text', 'text', 'text', 'ocr', 'blank', 'unread'] as const),
      bates: random() < 0.7 ? `RC-${String(i + 1).padStart(5, '0')}` : null,
    }),
  );
  const items: LinkedItem[] = [];
  const exchanges: Exchange[] = [];
  const participants: Record<string, Participant[]> = {};
  for (let i = 0; i < size; i += 1) {
    const one = item(`i${i}`, 'all.pdf', i + 1, `Words of message ${i + 1} stand here.`, {
      date: random() < 0.95 ? `201${5 + below(3)}-0${1 + below(9)}-1${below(9)}T10:00:00-06:00` : null,
      message_id: `<${i}@police.example>`,
      exchange_id: `x_${i}`,
    });
    items.push(one);
    if (random() < 0.4) items.push({ ...one, item_id: `i${i}c`, duplicate_of: one.item_id, witnesses: [] });
    const verdict = oneOf(VERDICTS);
    const messages = [one];
    if (random() < 0.5) {
      const minutes = String(1 + below(50)).padStart(2, '0');
      messages.push(
        item(`a${i}`, 'all.pdf', i + 1, `Answer ${i + 1}.`, {
          from: one.to,
          to: one.from,
          date: one.date?.replace('10:00', `10:${minutes}`) ?? null,
          in_reply_to: [one.message_id ?? ''],
          exchange_id: one.exchange_id,
        }),
      );
      items.push(...messages.slice(1));
    }
    if (random() < 0.8) participants[`x_${i}`] = PEOPLE;
    exchanges.push(
      exchange(String(i), verdict, messages, {
        ...(verdict === 'not-contact' || random() < 0.3
          ? { incident_id: null }
          : { incident_id: `n_${below(size / 3)}` }),
        persons: random() < 0.15 ? null : below(4),
        needs_review: random() < 0.3,
        coder: random() < 0.5 ? 'model 9.9' : 'people: KL, MN',
        direction: oneOf(['to-ice', 'from-ice', 'internal', null]),
        nature: random() < 0.5 ? ['info-request'] : ['info-request', 'info-provided'],
        component: [oneOf(['ERO', 'HSI', 'CBP'])],
        evidence: verdict === 'not-contact' ? [] : [evidence(one, `message ${i + 1}`)],
      }),
    );
  }
  const statuses = ['read', 'partial', 'unreadable', 'duplicate'] as const;
  return {
    title: `Random case ${seed}`,
    files: [
      file('all.pdf', { pages: size, items_expected: items.length, items_emitted: items.length }),
      ...statuses.flatMap((status, i) =>
        Array.from({ length: i + 1 }, (_, n) => file(`${status}-${n}.bin`, { status })),
      ),
    ],
    pages,
    items,
    exchanges,
    participants,
    page_images: [],
    versions: { tool: '1.2.3', model: '9.9', lexicon: '4', policy: 'none' },
    settings: {},
    inputs: [{ path: 'release', sha256: 'b'.repeat(64), bytes: 99 }],
  };
}
