import { createCoder } from '../../classify/coder.ts';
import type { CoderInput } from '../../classify/coding.ts';
import { classOf, indexClasses, parseWordClasses } from '../../classify/word-classes.ts';
import { committedKnowledge, committedLexicons } from './labelled-samples.ts';

describe('the class of a word', () => {
  const CLASSES = indexClasses(
    parseWordClasses({ classes: { name: ['hernandez miller', 'josé peña'], place: ['omaha'] } }),
  );

  test.each([
    ['miller', '{name}'],
    ['omaha', '{place}'],
    ['hernández', '{name}'],
    ['josé', '{name}'],
    ['hernandez-miller', '{name}'],
    ['hernández-peña', '{name}'],
    ["o'miller", '{name}'],
    ['miller-omaha', null],
    ['miller-smith', null],
    ['jose', null],
    ['i-247', null],
    ['constructor', null],
    ['-', null],
  ])('of %j is %j', (token, expected) => {
    expect(classOf(token, CLASSES)).toBe(expected);
  });

  test.each([
    [{ classes: { name: ['paz'], place: ['paz'] } }, /place: "paz" stands in name already/],
    [{ classes: { Name: ['paz'] } }, /small letters/],
    [{ classes: { name: 'paz' } }, /expected a list/],
    [{}, /expected an object/],
  ])('refuses %j', (value, message) => {
    expect(() => parseWordClasses(value)).toThrow(message);
  });
});

describe('the classes of the project', () => {
  const { classes, cues } = committedLexicons();
  const index = indexClasses(classes);

  test.each(['country', 'day', 'month', 'name', 'people', 'place', 'vehicle'])('have %s', (name) => {
    expect(classes[name]!.length).toBeGreaterThan(15);
  });

  test('have no name of a person that is a cue by itself, nor a word that decides', () => {
    const told = Object.values(cues)
      .flat()
      .filter((phrase) => /^[a-z]+$/.test(phrase));
    expect(told.filter((word) => index.get(word) === '{name}')).toEqual([]);
    for (const word of ['ice', 'ins', 'may', 'will', 'hold', 'stop', 'rose', 'pio', 'corp'])
      expect(index.get(word)).toBeUndefined();
  });
});

describe('a code', () => {
  const coder = createCoder(committedKnowledge());

  const mail = (body: string): CoderInput => ({
    id: 'x',
    kind: 'email',
    headers: {
      from: 'Sgt. Dale Pruitt <dpruitt@lindengrovepd.gov>',
      to: 'ero.duty@ice.dhs.gov',
      cc: '',
      date: '',
      subject: 'Info',
    },
    body,
  });
  const told = (name: string, given: string, people: string, country: string, town: string): string =>
    `Traffic stop in ${town} this morning. Driver ${given} ${name}, ${people} passport, no license, says he was born in ${country}. ` +
    `No warrants. Do you want ${name}? Officer can stay with Mr. ${name} another ten minutes.`;
  const codeOf = (body: string) => {
    const { evidence, ...code } = coder.code(mail(body));
    return { ...code, quotes: evidence.length };
  };
  const first = codeOf(told('Hernandez', 'Luis', 'Mexican', 'Mexico', 'Omaha'));

  test.each([
    ['another person', told('Gallagher', 'Keith', 'Mexican', 'Mexico', 'Omaha')],
    ['a name with an accent', told('Hernández', 'Luís', 'Mexican', 'Mexico', 'Omaha')],
    ['a name that is two', told('Nguyen', 'Baptiste-Diallo', 'Mexican', 'Mexico', 'Omaha')],
    ['another people', told('Hernandez', 'Luis', 'Irish', 'Ireland', 'Omaha')],
    ['another town', told('Hernandez', 'Luis', 'Mexican', 'Mexico', 'Denver')],
  ])('is the same for %s', (_, body) => {
    expect(codeOf(body)).toEqual(first);
  });

  test('is another one where what was said is another', () => {
    const other = codeOf(
      'Thanks for coming to the ceremony in Omaha, Luis Hernandez and all of us liked the cake.',
    );
    expect(other.verdict).not.toBe(first.verdict);
  });
});
