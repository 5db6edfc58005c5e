import { maskText } from '../../report/mask-text.ts';
import { paragraphsOf } from '../../report/paragraphs.ts';
import { maskOf } from './mask-sample.ts';

const cut = (text: string) => paragraphsOf(text).map(({ start, end }) => text.slice(start, end));

describe('paragraphsOf', () => {
  test.each([
    ['one line', 'He is here.', ['He is here.']],
    ['nothing', '', ['']],
    [
      'an empty line behind a sentence',
      'He is here.\n\nCan you come?\n\nYes.',
      ['He is here.', 'Can you come?', 'Yes.'],
    ],
    ['behind a quotation', 'He said "No."\n\nThen he left.', ['He said "No."', 'Then he left.']],
    ['several empty lines, ends of lines of mail', 'Yes. \r\n \r\n\r\n  Thanks!', ['Yes.', 'Thanks!']],
    ['a line that ends no sentence', 'held Ramiro\n\nIbarra today', ['held Ramiro\n\nIbarra today']],
    [
      'an initial, a title, a street',
      'Ramiro J.\n\nIbarra, Mr.\n\nX, Hatch St.\n\nApt',
      ['Ramiro J.\n\nIbarra, Mr.\n\nX, Hatch St.\n\nApt'],
    ],
    ['initials and capitals', 'It is J.P.\n\nCall ICE.\n\nWe did.', ['It is J.P.', 'Call ICE.', 'We did.']],
    ['a number that may belong to the word before', 'His DOB.\n\n4/4/1975', ['His DOB.\n\n4/4/1975']],
    [
      'a number further behind',
      'Thanks.\n\nWe stopped the car at noon on 4/4/2015.',
      ['Thanks.', 'We stopped the car at noon on 4/4/2015.'],
    ],
    ['empty lines at the end', 'He is here.\n\n', ['He is here.\n\n']],
    ['lines without empty ones', 'He is here.\nShe is not.', ['He is here.\nShe is not.']],
  ])('%s', (_what, text, expected) => {
    expect(cut(text)).toEqual(expected);
  });
});

describe('masking paragraph by paragraph', () => {
  const first = 'The driver was Ramiro Ibarra, DOB 12/24/1971, of 711 Dover St.';
  const second = 'Mr. Ibarra posted bond, phone (309) 555-0137.';
  const page = `${first}\n\n${second}\n\nThanks.`;

  test('a page says of each message what the message says', () => {
    const mask = maskOf([first, second, page]);
    const known = new Map();
    expect(maskText(page, mask, known).text).toBe(
      `${maskText(first, mask).text}\n\n${maskText(second, mask).text}\n\nThanks.`,
    );
    // And not otherwise where the messages are known already.
    for (const text of [first, second]) maskText(text, mask, known);
    expect(maskText(page, mask, known)).toEqual(maskText(page, mask));
  });

  test('spans tell where each stretch stands in the whole text', () => {
    const { text, spans } = maskText(page, maskOf([page]));
    expect(spans.map(({ start, end }) => page.slice(start, end))).toEqual([
      'Ramiro Ibarra',
      '12/24/1971',
      '711 Dover St',
      'Mr. Ibarra',
      '(309) 555-0137',
    ]);
    expect(spans.map(({ from, to }) => text.slice(from, to))).toEqual(spans.map(({ label }) => label));
  });

  test.each([
    [
      'a name over an empty line',
      'We hold Ramiro\n\nIbarra since noon. Ramiro Ibarra is calm.',
      /Ramiro|Ibarra/,
    ],
    [
      'a name with an initial over an empty line',
      'We hold Ramiro J.\n\nIbarra. Ramiro J. Ibarra is calm.',
      /J\.|\n/,
    ],
    ['a birth date behind an empty line', 'Here is the DOB.\n\n12/24/1971 it says', /1971/],
    [
      'a telephone number before a name with an initial',
      'Call me at 309-555-0137.\n\nD. Feinberg',
      /D\. |Feinberg/,
    ],
    ['initials under a text', 'The victim is J.P.\n\nWe will call her mother.', /J\.P\./],
  ])('%s is masked', (_what, text, hidden) => {
    expect(maskText(text, maskOf([text])).text).not.toMatch(hidden);
  });

  test('a word counts once in each text that repeats its paragraph', () => {
    const written = 'He sold me a jorvane once.';
    // Written small in three texts: a word and no name.
    const bodies = [written, `Fine.\n\n${written}`, `Sure.\n\n${written}`, 'Then Jorvane left.'];
    expect(maskText(bodies[3]!, maskOf(bodies)).text).toBe('Then Jorvane left.');
    expect(maskText(bodies[3]!, maskOf(bodies.slice(1))).text).toBe('Then Person 1 left.');
  });
});
