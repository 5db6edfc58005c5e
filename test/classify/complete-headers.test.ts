import { completeHeaders } from '../../classify/complete-headers.ts';

const headers = (to: string) => ({
  from: 'Loftus, Tina <tloftus@lgpd.example>',
  to,
  cc: '',
  date: '',
  subject: 'x',
});
const known = (name: string, address: string) => ({ name, address, signature: '' });
const MULCAHEY = known('Mulcahey, Steve', 'smulcahey@lgpd.example');

describe('headers completed from the rest of the release', () => {
  test.each([
    [
      'a name gets the one address it is known under',
      'Mulcahey, Steve',
      [MULCAHEY],
      'Mulcahey, Steve <smulcahey@lgpd.example>',
    ],
    [
      'capitals and points do not matter',
      'MULCAHEY, Steve',
      [MULCAHEY],
      'MULCAHEY, Steve <smulcahey@lgpd.example>',
    ],
    [
      'a name that two addresses share stays as it is',
      'Mulcahey, Steve',
      [MULCAHEY, known('Mulcahey, Steve', 's2@other.example')],
      'Mulcahey, Steve',
    ],
    [
      'an address that is there stays',
      'Mulcahey, Steve <steve@home.example>',
      [MULCAHEY],
      'Mulcahey, Steve <steve@home.example>',
    ],
    ['somebody else stays as he is', 'Mulcahey, Stan', [MULCAHEY], 'Mulcahey, Stan'],
    [
      'a person known without an address adds nothing',
      'Mulcahey, Steve',
      [known('Mulcahey, Steve', '')],
      'Mulcahey, Steve',
    ],
    ['nobody stays nobody', '', [MULCAHEY], ''],
  ])('%s', (_, to, people, expected) => {
    expect(completeHeaders(headers(to), people).to).toBe(expected);
  });

  test('only those without an address are changed, the others keep their place', () => {
    const { to } = completeHeaders(headers('Sissel, Ray <r@ice.example>; Mulcahey, Steve'), [MULCAHEY]);
    expect(to).toBe('Sissel, Ray <r@ice.example>; Mulcahey, Steve <smulcahey@lgpd.example>');
  });
});
