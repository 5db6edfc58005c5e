import { isBetterText, isPoorLayer, judgeText } from '../../ingest/page-quality.ts';

const PROSE = `From: Petrick, Dana <dpetrick@lgpd.lindengrove.example>
Sent: Tuesday, May 24, 2016 2:50 PM
Subject: RE: Booking #15-00112, A-Number A098 765 432

Finn, he was booked on a warrant last night at 4111 E. Mercer St. and asks for an interpreter. Can you tell me who is on
duty this weekend? McNeil's squad had 3 arrests, 7(1)(c) applies; see https://city.example/a?b=1 for the ops plan.`;
const SPANISH = `Estimada señora Petrick: el señor fue detenido anoche y pide un intérprete. ¿Puede decirme quién está de guardia este
fin de semana? No tengo a nadie aquí, y la audiencia es mañana por la mañana a las nueve.`;
const RUSSIAN = `Уважаемая госпожа, его задержали вчера вечером, и он просит переводчика. Скажите, пожалуйста, кто дежурит в эти
выходные? У меня здесь никого нет, а слушание завтра утром.`;

const shift = (text: string) =>
  text.replace(/[a-z]/g, (letter) => String.fromCharCode(97 + ((letter.charCodeAt(0) - 97 + 7) % 26)));
const mix = (text: string) =>
  text.replace(/[aeost]/g, (letter) => ({ a: '@', e: '3', o: '0', s: '$', t: '+' })[letter] ?? letter);

describe('a text layer', () => {
  test.each<[string, string, boolean]>([
    ['of a mail', PROSE, false],
    ['in Spanish', SPANISH, false],
    ['in another script', RUSSIAN, false],
    ['of numbers', `${'14:32 203-555-0144 15-00112 $71,206 11/14/16 A098 '.repeat(20)}`, false],
    ['of a roster in capitals', `${'LOFTUS T PETRICK D KRZYZEWSKI B TRAN N SGT MCDOWD '.repeat(6)}`, false],
    ['of one word', 'LGPD-000105', false],
    ['with nothing on it', '', false],
    ['of a rule and bullets', '______ ------- • • • ===== ......', false],
    ['with the letters of another alphabet shifted', shift(PROSE), true],
    ['with signs for letters', mix(PROSE), true],
    ['with a space behind each letter', PROSE.replace(/(\S)/g, '$1 '), true],
    ['of glyphs that stand for no letter', PROSE.replace(/[a-m]/g, '\uE0A3'), true],
    ['of signs in disorder', '~!#$ %^&* ()+= <>?| []{} #@!~ $%^& *()_ +-=[ ]{}| ~`!@ #$%^ &*()', true],
    ['with spaces before its marks', PROSE.replace(/(\w)([,.:])(\s)/g, '$1 $2$3'), true],
  ])('%s is poor: see the last column', (_, text, poor) => {
    expect(isPoorLayer(text)).toBe(poor);
  });

  test('has its words counted; numbers, addresses and codes are neither sound nor broken', () => {
    expect(judgeText('Call the duty desk at 217.555.0163 or xqzvk@pd.example about A098 vvqj th1s')).toEqual({
      sound: 7,
      broken: 2,
      loose: 0,
      marks: 0,
    });
  });
});

describe('of two readings of a page', () => {
  test('the one with fewer faults is better', () => {
    expect(isBetterText(mix(PROSE), PROSE)).toBe(true);
    expect(isBetterText(PROSE, mix(PROSE))).toBe(false);
  });
  test('neither is better where both are the same', () => {
    expect(isBetterText(PROSE, PROSE)).toBe(false);
  });
  test('one that has left out half of the page is not', () => {
    expect(isBetterText(PROSE.replace('warrant', 'warr@nt'), PROSE.slice(0, PROSE.length / 2))).toBe(false);
  });
  test('nothing is never better', () => {
    expect(isBetterText(mix(PROSE), '')).toBe(false);
  });
});
