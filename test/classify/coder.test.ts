import { leastOf, showingOf } from '../../classify/base-rate.ts';
import { createCoder } from '../../classify/coder.ts';
import type { CoderInput } from '../../classify/coding.ts';
import { VERDICTS, verdictOf } from '../../classify/coding.ts';
import { prepareLexicons } from '../../classify/lexicons.ts';
import { readItem } from '../../classify/read-item.ts';
import { committedKnowledge, committedLexicons, labelledItems } from './labelled-samples.ts';

const KNOWLEDGE = committedKnowledge();
const CODER = createCoder(KNOWLEDGE);
const LEXICONS = prepareLexicons(committedLexicons());
const SAMPLE = ['items-e', 'items-k', 'items-o', 'items-t'].flatMap((group) => labelledItems(group, 40));

function email(body: string, over: Partial<CoderInput['headers']> = {}): CoderInput {
  const headers = { from: '', to: '', cc: '', date: '', subject: '', ...over };
  return { id: 'x', kind: 'email', headers, body };
}

describe('createCoder', () => {
  test('quotes exact pieces of body or subject, one to three, for every contact and nothing else', () => {
    for (const { input } of SAMPLE) {
      const { relevance, evidence } = CODER.code(input);
      expect(evidence.length > 0).toBe(relevance === 'contact');
      expect(evidence.length).toBeLessThanOrEqual(3);
      for (const { where, start, end, quote } of evidence) {
        const text = where === 'body' ? input.body : input.headers.subject;
        expect(text.slice(start, end)).toBe(quote);
        expect(quote.trim()).toBe(quote);
        expect(quote).not.toBe('');
      }
    }
  });

  test('gives answers, verdict and probabilities that agree', () => {
    for (const { input } of SAMPLE) {
      const coding = CODER.code(input);
      expect(verdictOf(coding.relevance, coding.purpose, coding.conduct)).toBe(coding.verdict);
      const total = VERDICTS.reduce((sum, verdict) => sum + coding.probabilities[verdict], 0);
      expect(total).toBeCloseTo(1, 6);
      expect(coding.probability).toBe(coding.probabilities[coding.verdict]);
      const showing = showingOf(readItem(input, LEXICONS));
      const least = leastOf(showing, coding.verdict, KNOWLEDGE.model.thresholds.verdict);
      const { conflicts } = CODER.explain(input);
      expect(coding.needs_review).toBe(coding.probability < least || conflicts.length > 0);
    }
  });

  test.each([
    'id: 4169\nsearchDate: 2025-06-22 04:32\ncameraCount: 94\nreason: DUII / Reckless Driving',
    'reason: Suspicious Vehicle',
    'Arrested for burglary, booked, released on bond.',
    'The budget meeting moves to Thursday.',
  ])('claims no contact where nothing of immigration shows: %s', (body) => {
    expect(CODER.code({ ...email(body), kind: 'log-row' })).toMatchObject({
      verdict: 'not-contact',
      evidence: [],
    });
  });

  test.each(['investigation', 'person crime', 'welfare check', 'stolen vehicle'])(
    'asks nobody about one of thousands of searches in which nothing shows: %s',
    (reason) => {
      const row = email(`id: 5f21\nsearchDate: 2025-06-22 04:32:11\ncameraCount: 2510\nreason: ${reason}`);
      expect(CODER.code({ ...row, kind: 'log-row' }).needs_review).toBe(false);
    },
  );

  test('codes the same item the same way, whatever was coded before it', () => {
    const [first, ...others] = SAMPLE;
    const alone = JSON.stringify(createCoder(committedKnowledge()).code(first!.input));
    for (const { input } of others) CODER.code(input);
    expect(JSON.stringify(CODER.code(first!.input))).toBe(alone);
  });

  test('never quotes a disclaimer', () => {
    const notice =
      'This e-mail may contain confidential information on immigration status. If you are not the intended recipient, delete it.';
    const { evidence } = CODER.code(
      email(`Can you check whether he is here legally? We have no charges on him.\n\n${notice}`, {
        from: 'Det. Ana Ruiz <aruiz@oakpd.gov>',
        to: 'Poe, Jan (ERO) <jan.poe@ice.dhs.gov>',
      }),
    );
    expect(evidence.length).toBeGreaterThan(0);
    for (const { quote } of evidence) expect(notice).not.toContain(quote);
  });

  test.each([
    ['', 'nothing at all'],
    [' \n\n ', 'white space only'],
    ['████████ ███ ████', 'black boxes only'],
    ['\u0000\uFFFD\uD800', 'broken characters'],
    ['>>>>>>>\nFrom:\n\n-----Original Message-----', 'headings without text'],
  ])('does not decide a contact alone for %p (%s)', (body) => {
    const coding = CODER.code(email(body));
    expect(coding.relevance !== 'contact' || coding.needs_review).toBe(true);
  });

  test('has a version that changes with the lexicons', () => {
    const other = committedKnowledge();
    expect(createCoder(other).version).toBe(CODER.version);
    expect(CODER.version).toMatch(/^[0-9a-f]{12}$/);
  });

  test('explains with the people, the cues and the features that spoke', () => {
    const explanation = CODER.explain(
      email('Please hold him on the detainer until we come.', {
        from: 'Poe, Jan (ERO) <jan.poe@ice.dhs.gov>',
        to: 'Booking <booking@oakso.gov>',
      }),
    );
    expect(explanation.people.join('\n')).toContain('immigration: ICE');
    expect(explanation.cues).toContainEqual(expect.objectContaining({ cue: 'detainer', words: 'detainer' }));
    expect(explanation.speaks_for.length).toBeGreaterThan(3);
    expect(explanation.speaks_for[0]!.weight).toBeGreaterThan(0);
    expect(explanation.together[0]!.feature).toMatch(/ (?:≥|<) -?[\d.]+/);
    expect(explanation.together.every(({ weight }) => weight !== 0)).toBe(true);
    expect(explanation.read_as).toEqual([]);
    expect(explanation.shows).toBe('immigration');
    expect(CODER.explain(email('Any change in status?')).shows).toBe('hint');
  });

  test('explains which words it reads otherwise than they are written', () => {
    const { read_as, cues } = CODER.explain(
      email('An inspector’s detalner was lodged by lCE. The detalner stands.', {}),
    );
    expect(read_as).toEqual([
      { written: 'detalner', read: 'detainer' },
      { written: 'lCE', read: 'ice' },
    ]);
    expect(cues).toContainEqual(expect.objectContaining({ cue: 'detainer', words: 'detainer' }));
  });
});
