import { scoreQuotes } from '../../classify/score-quotes.ts';
import { labelledItems } from './labelled-samples.ts';

const [sample] = labelledItems('items-e', 1);

function scored(body: string, wanted: string[], said: [where: 'body' | 'subject', quote: string][]) {
  const headers = { ...sample!.input.headers, subject: 'hold on him' };
  const input = { ...sample!.input, headers, body };
  const evidence = said.map(([where, quote]) => {
    const start = (where === 'body' ? body : headers.subject).indexOf(quote);
    return { where, start, end: start + quote.length, quote };
  });
  return { item: { input, labels: { ...sample!.labels, evidence: wanted } }, coding: { evidence } };
}

const BODY = 'Arrested for DUI. No status. Come and get him.';

test.each([
  ['the same', ['No status'], ['No status'], { first: 1, any: 1, precision: 1, recall: 1 }],
  ['half of it', ['No status'], ['No status. Come and'], { first: 1, any: 1, precision: 9 / 19, recall: 1 }],
  ['the second', ['No status'], ['DUI', 'No'], { first: 0, any: 1, precision: 2 / 5, recall: 2 / 9 }],
  ['none', ['No status'], ['DUI'], { first: 0, any: 0, precision: 0, recall: 0 }],
])('%s', (_name, wanted, said, expected) => {
  const coded = scored(
    BODY,
    wanted,
    said.map((quote) => ['body', quote]),
  );
  const scores = scoreQuotes([coded]);
  for (const [name, value] of Object.entries(expected))
    expect(scores[name as keyof typeof expected]).toBeCloseTo(value);
});

test('the subject is another text than the body, and items without quotes do not count', () => {
  const coded = [scored(BODY, ['hold'], [['subject', 'hold']]), scored(BODY, [], [['body', 'DUI']])];
  expect(scoreQuotes(coded)).toEqual({ first: 1, any: 1, precision: 1, recall: 1 });
  expect(scoreQuotes([])).toEqual({ first: 0, any: 0, precision: 0, recall: 0 });
});
