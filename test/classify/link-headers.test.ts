import { compareMoments, contradictsWeekday, readMoment } from '../../classify/link-moments.ts';
import { readSubject } from '../../classify/link-subjects.ts';
import { comparePeople, readPerson } from '../../classify/people.ts';
import { houseOfAddress } from '../../classify/people-addresses.ts';
import { givenFirst } from '../../classify/people-participants.ts';

describe('dates of two copies', () => {
  test.each([
    ['2015-01-06T05:52:09-06:00', '2015-01-06T05:52', 'same'],
    ['2015-01-06T05:52:09-06:00', '2015-01-06T11:52:09Z', 'same'],
    ['2015-01-06T05:52:09-06:00', '2015-01-06T05:52:31-06:00', 'near'],
    ['2015-01-06T05:52', '2015-01-06T05:54', 'near'],
    ['2015-01-06T05:52', '2015-01-06T05:57', 'misread'],
    ['2015-01-06T05:52', '2015-01-06T05:12', 'misread'],
    ['2015-01-06T05:52', '2015-01-06T05:17', 'different'],
    ['2015-01-06T05:52', '2015-01-06T06:57', 'different'],
    ['2015-01-06T05:52:09-06:00', '2015-01-06T06:52', 'shifted'],
    ['2015-01-06T05:52', '2015-01-06T11:22', 'shifted'],
    ['2015-01-06T05:52:09-06:00', '2015-01-06T05:52:09-05:00', 'different'],
    ['2015-01-06T05:52', '2015-01-07T05:52', 'different'],
    ['2015-01-06', '2015-01-06T23:10', 'day'],
    ['2015-01-06', '2015-01-07T00:10', 'different'],
    ['2015-01-06T05:52', null, 'unknown'],
    ['2015-02-30T05:52', '2015-02-28T05:52', 'unknown'],
    ['2-11-30T00:00:00-08:00', '2015-02-28T05:52', 'unknown'],
  ])('%s and %s: %s', (a, b, expected) => {
    expect(compareMoments(readMoment(a), readMoment(b))).toBe(expected);
    expect(compareMoments(readMoment(b), readMoment(a))).toBe(expected);
  });

  test.each([
    ['2015-01-06', 'Tuesday, January 6, 2015 5:52 AM', false],
    ['2015-01-08', 'Tuesday, January 8, 2015 5:52 AM', true],
    ['2015-01-06', 'martes, 6 de enero de 2015', false],
    // Tuesday in French or a month in English: no proof.
    ['2015-01-08', 'mar. 6 janvier', false],
    ['2015-03-06', 'March 6, 2015', false],
    ['2015-03-06', 'Mar 6, 2015', false],
    ['2015-01-06', '1/6/2015', false],
    ['2015-01-06', '', false],
  ])('the weekday of %s as in "%s" contradicts it: %s', (date, raw, expected) => {
    expect(contradictsWeekday(readMoment(date)!, raw)).toBe(expected);
  });
});

describe('subjects', () => {
  test.each([
    ['RE: FW: tolls back', 'reply', 'tolls back'],
    ['Fwd: RE: tolls back', 'forward', 'tolls back'],
    ['[EXTERNAL] Re: tolls back', 'reply', 'tolls back'],
    ['RE: [External] FW: tolls back', 'reply', 'tolls back'],
    ['Re[2]: tolls back', 'reply', 'tolls back'],
    ['RE; tolls back', 'reply', 'tolls back'],
    ['RV: la camioneta', 'forward', 'la camioneta'],
    ['TR: le camion', 'forward', 'le camion'],
    ['AW: der Wagen', 'reply', 'der Wagen'],
    ['Request: tolls', 'plain', 'Request: tolls'],
    ['Reports: tolls', 'plain', 'Reports: tolls'],
    ['[SCU] tolls', 'plain', '[SCU] tolls'],
  ])('%s is a %s about "%s"', (subject, kind, base) => {
    expect(readSubject(subject)).toMatchObject({ kind, base });
  });

  test.each([
    ['FYI', true],
    ['RE: fyi!', true],
    ['', true],
    ['(no subject)', true],
    ['[REDACTED] 7(1)(c)', true],
    ['ICE', true],
    ['Question', true],
    ['15-00341', false],
    ['Question about the Hatch St family', false],
  ])('%s joins strangers: %s', (subject, generic) => {
    expect(readSubject(subject).generic).toBe(generic);
  });
});

describe('people', () => {
  test.each([
    ['Loftus, Tina <tloftus@pd.example>', 'Tina Loftus', 'same'],
    ['Loftus, Tina <tloftus@pd.example>', 'Sgt. Tina M. Loftus', 'same'],
    ['Loftus, Tina <tloftus@pd.example>', 'TLoftus', 'same'],
    ['Loftus, Tina <tloftus@pd.example>', 'Loftus', 'same'],
    ['Tina Loftus', 'tloftus@pd.example', 'same'],
    ['Tina Loftus', 'tina.loftus@pd.example', 'same'],
    ['Loftus, Tina <tloftus@pd.example>', 'Loftus, Tjna <t1oftus@pd.exarnple>', 'same'],
    ['Loftus, Tina (LGPD)', 'Tina Loftus', 'same'],
    ['Loftus, Tina', 'Loftus, Mark', 'different'],
    ['Loftus, Tina <tloftus@pd.example>', 'Loftus, Tina <tina77@mail.example>', 'different'],
    ['tloftus@pd.example', 'sloftus@other.example', 'different'],
    ['Loftus, Tina', 'LGPD-Patrol', 'different'],
    ['[redacted]', 'Loftus, Tina', 'unknown'],
    ['(b)(6); ', 'Loftus, Tina', 'unknown'],
  ])('%s and %s: %s', (a, b, expected) => {
    expect(comparePeople(readPerson(a), readPerson(b))).toBe(expected);
    expect(comparePeople(readPerson(b), readPerson(a))).toBe(expected);
  });

  test.each([
    ['tloftus@lgpd.lindengrove.example', 'lindengrove.example'],
    ['a@ice.dhs.gov', 'dhs.gov'],
    ['a@pd.ci.springfield.il.us', 'springfield.il.us'],
    ['a@met.police.uk', 'met.police.uk'],
    ['nobody', null],
  ])('the house of %s is %s', (address, house) => {
    expect(houseOfAddress(address)).toBe(house);
  });

  test.each([
    ['Loftus, Tina', 'Tina Loftus'],
    ['Krol, Bettina (CTR)', 'Bettina Krol (CTR)'],
    ['Tina Loftus', 'Tina Loftus'],
    ['King, Martin, Jr', 'King, Martin, Jr'],
  ])('%s reads %s', (name, expected) => {
    expect(givenFirst(name)).toBe(expected);
  });
});
