import type { Exchange, LinkedItem, Verdict } from '../../classify/index.ts';
import type { AuditInput } from '../../report/audit.ts';
import { evidence, exchange, file, item, page } from './sample.ts';

const VERDICTS: Verdict[] = [
  'status-only',
  'mixed',
  'criminal-investigation',
  'undetermined',
  'administrative',
  'not-contact',
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
  for (let i = 0; i < size; i += 1) {
    const one = item(`i${i}`, 'all.pdf', i + 1, `Words of message ${i + 1} stand here.`, {
      date: random() < 0.95 ? `201${5 + below(3)}-0${1 + below(9)}-1${below(9)}` : null,
      exchange_id: `x_${i}`,
    });
    items.push(one);
    if (random() < 0.4) items.push({ ...one, item_id: `i${i}c`, duplicate_of: one.item_id, witnesses: [] });
    const verdict = oneOf(VERDICTS);
    exchanges.push(
      exchange(String(i), verdict, [one], {
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
    participants: {},
    page_images: [],
    versions: { tool: '1.2.3', model: '9.9', lexicon: '4', policy: 'none' },
    settings: {},
    inputs: [{ path: 'release', sha256: 'b'.repeat(64), bytes: 99 }],
  };
}
