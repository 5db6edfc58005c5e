import { codeExchange } from '../../classify/code-exchange.ts';
import { type Coding, VERDICTS, type Verdict, verdictOf } from '../../classify/coding.ts';
import type { Knowledge } from '../../classify/knowledge.ts';
import type { Item } from '../../ingest/index.ts';

const THRESHOLDS = {
  precision: 0.97,
  verdict: Object.fromEntries(VERDICTS.map((verdict) => [verdict, 0.9])),
};
const KNOWLEDGE = { model: { thresholds: THRESHOLDS } } as unknown as Knowledge;

function item(id: string, body: string, over: Partial<Item> = {}): Item {
  return {
    item_id: id,
    file_id: 'f_1',
    path: 'mail/box.mbox',
    sha256: '0'.repeat(64),
    kind: 'email',
    origin: 'printed',
    page_start: 4,
    page_end: 5,
    part: null,
    parent_id: null,
    message_id: null,
    in_reply_to: [],
    from: '',
    to: '',
    cc: '',
    date: null,
    date_raw: '',
    subject: 'Release date',
    headers_raw: {},
    body,
    parts: [],
    page_offsets: [
      { page: 4, start: 0 },
      { page: 5, start: 18 },
    ],
    attachments: [],
    redacted: false,
    issues: [],
    ...over,
  };
}

const ANSWERS = {
  'status-only': ['contact', 'civil-immigration', 'none'],
  mixed: ['contact', 'civil-immigration', 'alleged-crime'],
  'criminal-investigation': ['contact', 'criminal', 'alleged-crime'],
  undetermined: ['contact', 'unclear', 'unstated'],
  administrative: ['contact', 'administrative', 'unstated'],
  'not-contact': ['mention', null, null],
} as const;

/** A coding as the coder gives it, with `quote` of the body as its evidence. */
function coding(
  verdict: Verdict,
  probability: number,
  body: string,
  quote: string,
  over: Partial<Coding> = {},
): Coding {
  const [relevance, purpose, conduct] = ANSWERS[verdict];
  const rest = (1 - probability) / (VERDICTS.length - 1);
  const start = body.indexOf(quote);
  return {
    relevance,
    purpose,
    conduct,
    verdict,
    probability,
    probabilities: Object.fromEntries(
      VERDICTS.map((code) => [code, code === verdict ? probability : rest]),
    ) as Coding['probabilities'],
    needs_review: probability < 0.9,
    direction: relevance === 'contact' ? 'to-ice' : null,
    nature: relevance === 'contact' ? ['info-request'] : [],
    component: relevance === 'contact' ? ['HSI'] : [],
    persons: relevance === 'contact' ? 1 : null,
    minors: false,
    evidence: relevance === 'contact' ? [{ where: 'body', start, end: start + quote.length, quote }] : [],
    ...over,
  };
}

function code(entries: [Item, Coding][]) {
  return codeExchange(
    entries.map(([one]) => one),
    new Map(entries.map(([one, coded]) => [one.item_id, coded])),
    KNOWLEDGE,
  );
}

const ASK = 'When is he out? No charges are left.';
const DONE = 'Thanks, will do.';

describe('codeExchange', () => {
  test('is not pulled down by an item that is no contact', () => {
    const result = code([
      [item('i_1', ASK), coding('status-only', 0.95, ASK, 'When is he out?')],
      [item('i_2', DONE), coding('not-contact', 0.99, DONE, '')],
    ]);
    expect(result.verdict).toBe('status-only');
    expect(result.needs_review).toBe(false);
    expect(result.evidence.map((entry) => entry.item_id)).toEqual(['i_1']);
  });

  test('is not raised by an unsure item that merely fulfils', () => {
    const result = code([
      [item('i_1', ASK), coding('criminal-investigation', 0.9, ASK, ASK)],
      [item('i_2', DONE), coding('mixed', 0.4, DONE, DONE)],
    ]);
    expect(result.verdict).toBe('criminal-investigation');
  });

  test('takes the worse verdict where an item says it outright', () => {
    const result = code([
      [item('i_1', ASK), coding('criminal-investigation', 0.97, ASK, ASK)],
      [item('i_2', DONE), coding('status-only', 0.93, DONE, DONE)],
    ]);
    expect(result.verdict).toBe('status-only');
    expect(verdictOf(result.relevance, result.purpose, result.conduct)).toBe(result.verdict);
    expect(result.evidence.map((entry) => entry.item_id)).toEqual(['i_2']);
  });

  test('joins natures and components, takes the first direction and the largest number of persons', () => {
    const result = code([
      [item('i_1', ASK), coding('mixed', 0.9, ASK, ASK, { direction: 'from-ice' })],
      [
        item('i_2', DONE),
        coding('mixed', 0.9, DONE, DONE, { nature: ['custody-transfer'], component: ['ERO'], persons: 3 }),
      ],
    ]);
    expect(result.direction).toBe('from-ice');
    expect(result.nature).toEqual(['info-request', 'custody-transfer']);
    expect(result.component).toEqual(['ERO', 'HSI']);
    expect(result.persons).toBe(3);
  });

  test('cites the page on which the quote stands', () => {
    const result = code([[item('i_1', ASK), coding('status-only', 0.95, ASK, 'charges are left')]]);
    expect(result.evidence[0]).toMatchObject({ page: 5, quote: 'charges are left', path: 'mail/box.mbox' });
    expect(ASK.slice(result.evidence[0]!.start, result.evidence[0]!.end)).toBe('charges are left');
  });

  test('quotes once what a later item repeats', () => {
    const reply = `${DONE}\n> ${ASK}`;
    const result = code([
      [item('i_1', ASK), coding('status-only', 0.95, ASK, ASK)],
      [item('i_2', reply), coding('status-only', 0.95, reply, ASK)],
    ]);
    expect(result.evidence).toHaveLength(1);
  });

  test('quotes the body where only the subject carried the code', () => {
    const subject = coding('status-only', 0.95, ASK, ASK, {
      evidence: [{ where: 'subject', start: 0, end: 12, quote: 'Release date' }],
    });
    expect(code([[item('i_1', ASK), subject]]).evidence[0]?.quote).toBe('When is he out?');
  });

  test('lets no contact out without a quote: an exchange without text goes to a person', () => {
    const empty = coding('status-only', 0.95, '', '', { evidence: [] });
    const result = code([[item('i_1', ' \n'), empty]]);
    expect(result).toMatchObject({ verdict: 'not-contact', needs_review: true, evidence: [] });
  });

  test('is none where nothing was coded', () => {
    expect(code([])).toMatchObject({ relevance: 'none', verdict: 'not-contact' });
  });
});
