import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { verdictOf } from '../../classify/index.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { contactAudit } from './contact-audit.ts';

const LABELLED = join(__dirname, '../../fixtures/labelled/items-o.jsonl');

interface Line {
  id: string;
  kind: string;
  headers: object;
  body: string;
}

interface Prediction {
  id: string;
  relevance: 'contact' | 'mention' | 'none';
  purpose: Parameters<typeof verdictOf>[1];
  conduct: Parameters<typeof verdictOf>[2];
  verdict: string;
  probability: number;
  probabilities: Record<string, number>;
  evidence: string[];
  explanation?: object;
}

const read = <T>(path: string) =>
  readFileSync(path, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as T);

describe('classify', () => {
  const root = temporaryFolder();
  const input = join(root, 'items.jsonl');
  const output = join(root, 'predictions.jsonl');
  const items = read<Line>(LABELLED).slice(0, 40);
  let predictions: Prediction[];

  beforeAll(async () => {
    const lines = items.map(({ id, kind, headers, body }) => JSON.stringify({ id, kind, headers, body }));
    writeFileSync(input, `${lines.join('\n')}\n`);
    const { status, stderr } = await contactAudit('classify', '--in', input, '--out', output);
    expect([status, stderr]).toEqual([0, '']);
    predictions = read<Prediction>(output);
  });

  test('gives a line an item, in the same order, with the fields of the design', () => {
    expect(predictions.map(({ id }) => id)).toEqual(items.map(({ id }) => id));
    expect(Object.keys(predictions[0] as object)).toEqual(
      expect.arrayContaining(
        'id relevance purpose conduct verdict probability probabilities needs_review direction nature component persons evidence'.split(
          ' ',
        ),
      ),
    );
  });

  test('keeps the rule of the verdict, and probabilities that add up', () => {
    for (const { relevance, purpose, conduct, verdict, probability, probabilities } of predictions) {
      expect(verdict).toBe(verdictOf(relevance, purpose, conduct));
      expect(probability).toBe(probabilities[verdict]);
      expect(Object.values(probabilities).reduce((sum, p) => sum + p, 0)).toBeCloseTo(1);
    }
  });

  test('quotes words that stand in the body, one to three of them where there is a verdict', () => {
    for (const [index, { verdict, evidence }] of predictions.entries()) {
      expect(evidence.length > 0).toBe(verdict !== 'not-contact');
      expect(evidence.length).toBeLessThanOrEqual(3);
      for (const quote of evidence) expect(items[index]?.body).toContain(quote);
    }
  });

  test('explains itself where it is asked', async () => {
    const { stdout } = await contactAudit('classify', '--in', input, '--out', '-', '--explain');
    const first = JSON.parse(stdout.split('\n')[0] ?? '') as Prediction;
    expect(first.explanation).toMatchObject({ cues: expect.any(Array), speaks_for: expect.any(Array) });
  });

  test.each([
    ['a line that is not JSON', '{"id": "a", "body": "x"}\nnot json\n', 'line 2 is not JSON'],
    ['a line without an id', '{"body": "x"}\n', 'line 1: '],
  ])('names %s and ends with 2', async (_, text, words) => {
    writeFileSync(join(root, 'bad.jsonl'), text);
    const { status, stderr } = await contactAudit('classify', '--in', join(root, 'bad.jsonl'), '--out', '-');
    expect(status).toBe(2);
    expect(stderr).toContain(words);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });
});

describe('evaluate', () => {
  const folder = temporaryFolder();

  test('prints scores with intervals, and says that a file it was trained on flatters', async () => {
    const { status, stdout, stderr } = await contactAudit('evaluate', LABELLED);
    expect(status).toBe(0);
    expect(stderr).toContain('trained on items-o');
    expect(stdout).toMatch(/kappa +[01]\.\d{3} \([01]\.\d{3}-[01]\.\d{3}\)/);
    expect(stdout).toContain('status-only');
  });

  test.each([
    ['one file alone cannot be left out', [LABELLED, '--leave-one-file-out'], 'two files or more'],
    ['a file that is not there', ['/no/such.jsonl'], 'no such file'],
  ])('%s: one line and exit 2', async (_, args, words) => {
    const { status, stderr } = await contactAudit('evaluate', ...args);
    expect([status, stderr]).toEqual([2, expect.stringContaining(words)]);
  });

  test('a worth.json that says no numbers: one line and exit 2', async () => {
    copyFileSync(LABELLED, join(folder, 'mine.jsonl'));
    writeFileSync(join(folder, 'worth.json'), '{"mine": "much"}');
    const { status, stderr } = await contactAudit('evaluate', folder);
    expect([status, stderr]).toEqual([2, expect.stringContaining('worth.mine')]);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });
});
