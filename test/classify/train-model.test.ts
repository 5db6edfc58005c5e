import { createCoder } from '../../classify/coder.ts';
import { evaluate, judgeLeftOut } from '../../classify/evaluate.ts';
import { parseModel, printModel } from '../../classify/model.ts';
import { readLabelled } from '../../classify/read-labelled.ts';
import { renderEvaluation } from '../../classify/render-evaluation.ts';
import { scorePart } from '../../classify/score-part.ts';
import { trainModel } from '../../classify/train-model.ts';
import { committedKnowledge, committedLexicons, labelledItems } from './labelled-samples.ts';

const LEXICONS = committedLexicons();
const ITEMS = ['items-e', 'items-f', 'items-g'].flatMap((group) => labelledItems(group, 70));

describe('trainModel', () => {
  const printed = printModel(trainModel(ITEMS, LEXICONS));

  test('gives the same bytes again, whatever order the items come in', () => {
    expect(printModel(trainModel([...ITEMS].reverse(), committedLexicons()))).toBe(printed);
  });

  test('gives other bytes without one of the files', () => {
    const fewer = ITEMS.filter((item) => item.group !== 'items-g');
    expect(printModel(trainModel(fewer, LEXICONS))).not.toBe(printed);
  });

  test('is read back as it was written', () => {
    expect(printModel(parseModel(printed))).toBe(printed);
  });

  test('learns what it was shown', () => {
    const coder = createCoder({ ...LEXICONS, model: parseModel(printed), version: 'test' });
    const right = ITEMS.filter(({ input, labels }) => coder.code(input).verdict === labels.verdict);
    expect(right.length / ITEMS.length).toBeGreaterThan(0.95);
  });

  test('names the words that weigh', () => {
    const { names } = parseModel(printed).cells;
    expect(names).toEqual(expect.arrayContaining(['word:detain', 'cue:detainer', 'header:from=immigration']));
  });
});

describe('judgeLeftOut', () => {
  const SET = readLabelled(ITEMS, LEXICONS);
  test('codes every item once with a coder that has not seen its file, better than chance', () => {
    const judged = judgeLeftOut(SET, LEXICONS);
    expect(judged.map(({ item }) => item.input.id).sort()).toEqual(ITEMS.map(({ input }) => input.id).sort());
    const evaluation = evaluate(judged);
    expect(evaluation.kappa.value).toBeGreaterThan(0.3);
    expect(evaluation.kappa.low).toBeLessThan(evaluation.kappa.value);
    // It has seen them where it was trained on all: the left-out score must be lower.
    expect(evaluation.accuracy.value).toBeLessThan(0.95);
    expect(evaluate(judgeLeftOut(SET, LEXICONS))).toEqual(evaluation);
    expect(renderEvaluation(evaluation)).toContain('210 items in 3 files');
    const part = scorePart(evaluate(judged.filter(({ item }) => item.group === 'items-e')));
    expect(part).toMatchObject({
      files: 1,
      items: evaluation.groups.find(({ group }) => group === 'items-e')?.items,
    });
    expect(renderEvaluation({ ...evaluation, first: part })).toContain(
      `the ${part.items} items of the 1 files`,
    );
  });

  test('gives nothing where there is only one file to train from', () => {
    expect(judgeLeftOut(readLabelled(labelledItems('items-e', 5), LEXICONS), LEXICONS)).toEqual([]);
  });
});

describe('the committed model', () => {
  test('counts the items that its files have; `contact-audit train --check` compares the bytes', () => {
    const { model } = committedKnowledge();
    const items = model.groups.flatMap((group) => labelledItems(group, Number.POSITIVE_INFINITY));
    expect(model.items).toBe(items.length);
    expect(model.items).toBeGreaterThan(2000);
  });
});

describe('parseModel', () => {
  const printed = printModel(trainModel(ITEMS.slice(0, 40), LEXICONS));

  test.each([
    ['{}', /format/],
    ['{"format":3}', /train the model again/],
    ['{"format":4,"head":[]}', /model\.head/],
    ['{"format":4', /JSON/],
    [
      printed.replace('"cells":{"outputs":["none"', '"cells":{"outputs":["nothing"'),
      /not those of this version/,
    ],
    [printed.replace(/\n(\["[^\n]*),\d+\],\n/, '\n$1],\n'), /model\.cells\.features\[\d+\]: wrong number/],
    [printed.replace(/\n\["[^\n]*\n/, '\n["word:a",1,"2"],\n'), /model\.cells\.features\[0\].*number/],
    [printed.replace(/\n(\["[^\n]*),-?\d+\],\n/, '\n$1,64],\n'), /whole numbers up to 63/],
    [printed.replace(/\n(\["[^,]*),\d+,/, '\n$1,70000,'), /how many of \d+ texts have it/],
  ])('refuses %.40p', (text, message) => {
    expect(() => parseModel(text)).toThrow(message);
  });

  test('refuses a list that is cut off', () => {
    const lines = printed.split('\n');
    const cut = lines.slice(0, lines.length - 5).join('\n');
    expect(() => parseModel(cut)).toThrow();
  });
});
