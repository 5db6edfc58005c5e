import { readFileSync } from 'node:fs';
import { findAddresses } from '../../report/mask-addresses.ts';
import { PATTERNS } from '../../report/mask-forms.ts';
import { findPatterns } from '../../report/mask-patterns.ts';
import { maskText } from '../../report/mask-text.ts';
import { KNOWLEDGE, maskOf } from './mask-sample.ts';

const found = (text: string) =>
  findPatterns(text, KNOWLEDGE).map(({ start, end, kind }) => `${kind}: ${text.slice(start, end)}`);

test.each([
  ['call 309-555-0188 today', 'phone: 309-555-0188'],
  ['call (217) 555 0163 x12', 'phone: (217) 555 0163 x12'],
  ['cell 3O9-555-O188', 'phone: 3O9-555-O188'],
  ['write kay.lee_05@mail.example now', 'e-mail: kay.lee_05@mail.example'],
  ['she is @kayla_xo_05 there', 'screen name: @kayla_xo_05'],
  ['snapchat user: moon.boy7', 'screen name: moon.boy7'],
  ['A 098 555 217 is his', 'A-number: A 098 555 217'],
  ['A#098-555-217', 'A-number: A#098-555-217'],
  ['alien no. 98555217', 'A-number: alien no. 98555217'],
  ['SSN 449-55-0163', 'id: 449-55-0163'],
  ['FBI 5550AX7 hit', 'id: 5550AX7'],
  ['Honduran ppt F 55501188, deplaned', 'id: F 55501188'],
  ['Polish passport EK 5550119.', 'id: EK 5550119'],
  ['SEVIS N 0055 501 74 shows', 'id: N 0055 501 74'],
  ['VIN 1HGCM82633A004352', 'id: 1HGCM82633A004352'],
  ['receipt EAC-19-123-45678', 'id: EAC-19-123-45678'],
  ['from 203.0.113.201 at noon', 'id: 203.0.113.201'],
  ['DOB 04/19/1979', 'birth date: 04/19/1979'],
  ['born May 3, 2006', 'birth date: May 3, 2006'],
  ['DOB/19770219', 'birth date: 19770219'],
  ['in a van (TX KBR-0193) and', 'plate: KBR-0193'],
  ['silver, K77 3308.', 'plate: K77 3308'],
  ['tractor P 482 911 north', 'plate: P 482 911'],
  ['plate: BD 51234', 'plate: BD 51234'],
  ['report 15-00112 says', 'case number: 15-00112'],
])('finds the identifier in "%s"', (text, expected) => {
  expect(found(text)).toContain(expected);
});

test.each([
  'Form I-247A and I-200 are attached',
  'under 8 USC 1326(b)(2) and 50 ILCS 706/10-20',
  'at 0430 on 03/02/2015',
  'call 911 or room 214',
  'MSG 0711 came in',
  '18 USC 554, 22 USC 2778',
  'Tues 4/26, 0600',
  'it cost $500-1500',
  'from 2015-2017 and in report 2016',
])('finds no identifier in "%s"', (text) => {
  expect(found(text)).toEqual([]);
});

const addresses = (text: string) =>
  findAddresses(text, KNOWLEDGE).map(({ start, end }) => text.slice(start, end));

test.each([
  ['at 812 N. Fell Ave Apt 3 now', '812 N. Fell Ave Apt 3'],
  ['at 1638 Wren St #4.', '1638 Wren St #4'],
  ['2240 LINN AVE LOT 33', '2240 LINN AVE LOT 33'],
  ['DISP TO 414 LATIMER APT 6 REF', '414 LATIMER APT 6'],
  ['905 W. Locust #3 per the list', '905 W. Locust #3'],
  ['Sunset Motor Lodge room 12, they said', 'Sunset Motor Lodge room 12'],
  ['University Commons 2-214. We', 'University Commons 2-214'],
  ['he lives at 1410 Hatch now', '1410 Hatch'],
])('finds the address in "%s"', (text, expected) => {
  expect(addresses(text)).toContain(expected);
});

test.each(['the Mercer St overpass', '2200 block of Alder St', 'at 0600 Tues', '4 crashes on Main St'])(
  'finds no address in "%s"',
  (text) => {
    expect(addresses(text)).toEqual([]);
  },
);

test('a number that one message labels is masked where another has it bare', () => {
  const bodies = ['His A-number is A 098 555 217.', 'Look at 098 555 217 and A098555217.'];
  expect(maskText(bodies[1]!, maskOf(bodies)).text).not.toMatch(/555/);
});

test('an old date beside a name is a birth date in every way of writing it, and the day of a message is not', () => {
  const bodies = ['Tomasz Wierzba 03/08/1971 was seen on 03/10/2016.', 'Born? I have 3-8-71.'];
  const [first, second] = bodies.map((body) => maskText(body, maskOf(bodies)).text);
  expect(first).toBe('Person 1 [birth date] was seen on 03/10/2016.');
  expect(second).toBe('Born? I have [birth date].');
});

test('a street is masked by itself once somebody lives there, and the address of an agency stays', () => {
  const bodies = ['She moved to 418 Dover Ave.', 'Be at the Dover address.', 'ICE Office\n88 Commerce Dr'];
  const masked = bodies.map((body) => maskText(body, maskOf(bodies)).text);
  expect(masked).toEqual(['She moved to [address].', 'Be at the [address] address.', bodies[2]]);
});

test('every hit of a form has what the form is passed without', () => {
  const lines = readFileSync('fixtures/linden-grove/messages.jsonl', 'utf8').split('\n').filter(Boolean);
  const texts = lines.flatMap((line) => {
    const { headers, body_new } = JSON.parse(line) as { headers: Record<string, unknown>; body_new: string };
    return [body_new, ...Object.values(headers).map(String)];
  });
  let hits = 0;
  for (const { expression, accept, plain, needs, digits = 0, code = 0, kind } of PATTERNS) {
    for (const text of texts) {
      for (const match of text.matchAll(expression)) {
        if (accept !== undefined && !accept(match[1] ?? match[0], match[0])) continue;
        const count = match[0].match(/\d/g)?.length ?? 0;
        const row = Math.max(0, ...(match[0].match(/[A-Z0-9]+/g) ?? []).map(({ length }) => length));
        const has = {
          kind,
          digits: count >= digits,
          row: row >= code,
          needed: needs?.test(text) ?? true,
          number: plain === true || /[\d█@]/.test(text),
        };
        expect(has).toEqual({ kind, digits: true, row: true, needed: true, number: true });
        hits += 1;
      }
    }
  }
  expect(hits).toBeGreaterThan(300);
});
