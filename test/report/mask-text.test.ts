import { mapOffset, maskText } from '../../report/mask-text.ts';
import { maskOf } from './mask-sample.ts';

/** A text masked as the only message of a case. */
const masked = (text: string) => maskText(text, maskOf([text])).text;

describe('names of private persons', () => {
  test.each([
    ['in full', 'We stopped Juan Pérez-López on 55.', 'We stopped Person 1 on 55.'],
    ['family name first, in capitals', 'PEREZ LOPEZ, JUAN is in booking.', 'Person 1 is in booking.'],
    ['behind an honorific', 'I spoke with Mrs. Stahl about it.', 'I spoke with Person 1 about it.'],
    ['a given name and an initial', 'It goes to "Kyle B." at noon.', 'It goes to "Person 1" at noon.'],
    ['initials of a victim', 'The victim is J.P., a girl here.', 'The victim is Person 1, a girl here.'],
    ['a lone family name', 'Any word on Wierzba yet?', 'Any word on Person 1 yet?'],
    ['a family name that is a word', 'He drove in the Freed homicide.', 'He drove in the Person 1 homicide.'],
    ['a nickname', 'The third, "Spook", is in Memphis.', 'The third, "Person 1", is in Memphis.'],
    ['in small letters', 'asking about gabriela montejo ixcoy again', 'asking about Person 1 again'],
    ['misread by a recogniser', 'Held: 0kafor, Emeka, Nigeria', 'Held: Person 1, Nigeria'],
    ['spelled out', 'her name is i x c o y', 'her name is [name]'],
    ['two family names', 'I met Marta Ixcoy Tum today.', 'I met Person 1 today.'],
    ['with a saint', 'Signed by Marguerite St. Fleur today.', 'Signed by Person 1 today.'],
    ['on a form', 'Mr/Ms: Bellweather of DHS', 'Mr/Ms: Person 1 of DHS'],
    ['a speaker of a chat', 'Jarek: they hit the depot', 'Person 1: they hit the depot'],
    [
      'a family name of streets',
      'I wrote to Ms. Pike and to Peter Lane today.',
      'I wrote to Person 1 and to Person 2 today.',
    ],
    ['short words in capitals', 'Driver EDGAR XOL-CAAL, 29, had none.', 'Driver Person 1, [age], had none.'],
    ['three words', 'Bui Van Thanh did 14 months.', 'Person 1 did 14 months.'],
    ['half in small letters', 'Korean passport, Ik-hwan Noh says', 'Korean passport, Person 1 says'],
  ])('%s', (_form, text, expected) => {
    expect(masked(text)).toBe(expected);
  });

  test('one person has one number under every spelling', () => {
    const text =
      'Rogelio Tamez-Ibarra called. TAMEZ-IBARRA, Rogelio drives. Tamez left. Then Tamz-Ibarra and Rogelio.';
    const labels = new Set(maskText(text, maskOf([text])).spans.map(({ label }) => label));
    expect([...labels]).toEqual(['Person 1']);
  });

  test('a lone given name is the person who was named in full before', () => {
    const bodies = ['We met Ilona Tymchuk today.', 'Ilona wants to know more.'];
    expect(maskText(bodies[1]!, maskOf(bodies)).text).toBe('Person 1 wants to know more.');
  });

  test('an age beside a name is masked and one without is not', () => {
    expect(masked('Amadou Keita, 36, was there. The victim, 19, was not.')).toBe(
      'Person 1, [age], was there. The victim, 19, was not.',
    );
  });
});

describe('what stays readable', () => {
  test.each([
    'ICE and Border Patrol met the Weld County Sheriff on Monday in March.',
    'The Linden Grove Police Department has no policy under the Trust Act.',
    'Black ice on the overpass, 4 crashes since 0430.',
    'Flights to Houston TX and El Salvador left from Chicago.',
    'Form I-247A, 8 USC 1326 and HB 3265 are attached.',
    'He was cited for speeding in the 2200 block of Alder.',
    'FBI and HSI want the DOBs, SSNs and ROs by 1500 hrs.',
    'A BUS FROM EL PASO. SUSP SAID CLASS A AND HAD A BEER.',
    'The bus from Lincoln Park to Madison Street, Class 17-03, ORD-WAW.',
    'Ask him about the Operation Low Tide overtime code.',
  ])('%s', (text) => {
    expect(masked(text)).toBe(text);
  });
});

describe('public employees', () => {
  test('are shown by role, with the agency where a header names them', () => {
    const mask = maskOf(['Ofc. Nunn stopped him.']);
    expect(maskText('Ofc. Nunn stopped him.', mask).text).toBe('Officer 1 stopped him.');
    expect(maskText('Ofc. Dana Whitlow <dwhitlow@springfieldpd.example>', mask).text).toBe(
      'Officer 2 (police department)',
    );
  });

  test('keep their names where that is asked for, and private persons do not', () => {
    const text = 'Ofc. Nunn stopped Efren Duarte.';
    expect(maskText(text, maskOf([text], { public_employees: 'name' })).text).toBe(
      'Ofc. Nunn stopped Person 1.',
    );
  });

  test('a family name of an employee and of a private person tells neither where names are shown', () => {
    const text = 'Det. Petrick called Joel Petrick. Then Petrick left.';
    expect(maskText(text, maskOf([text], { public_employees: 'name' })).text).toBe(
      'Det. [name] called Person 1. Then [name] left.',
    );
  });
});

describe('employers and schools', () => {
  test.each([
    ['He works nights at Golden Carp Buffet.', 'He works nights at [employer].'],
    ['The girl attends Maple Grove Elementary.', 'The girl attends [school].'],
    ['He works for the Weld County Sheriff.', 'He works for the Weld County Sheriff.'],
    ['She works for ICE in Houston.', 'She works for ICE in Houston.'],
    ['Everybody goes to Chicago on Friday.', 'Everybody goes to Chicago on Friday.'],
  ])('%s', (text, expected) => {
    expect(masked(text)).toBe(expected);
  });
});

describe('offsets', () => {
  const text = 'Rosalba Quintanilla at 620 Quarry Rd, with her son.';
  const { text: after, spans } = maskText(text, maskOf([text]));

  test('a word behind masked ones is found at its mapped place', () => {
    const at = mapOffset(text.indexOf('with'), spans);
    expect(after.slice(at)).toBe('with her son.');
  });

  test("a place inside a masked stretch goes to the label's border", () => {
    expect(after.slice(mapOffset(3, spans), mapOffset(12, spans, 'end'))).toBe('Person 1');
  });

  test('each span says what stands for what', () => {
    expect(spans.map(({ start, end, from, to }) => [text.slice(start, end), after.slice(from, to)])).toEqual([
      ['Rosalba Quintanilla', 'Person 1'],
      ['620 Quarry Rd', '[address]'],
    ]);
  });
});

test('the same case gives the same labels', () => {
  const bodies = ['Corina Bodnar called.', 'Nolan Griese and Bodnar met.'];
  const labels = () => bodies.map((body) => maskText(body, maskOf(bodies)).text);
  expect(labels()).toEqual(['Person 1 called.', 'Person 2 and Person 1 met.']);
  expect(labels()).toEqual(labels());
});
