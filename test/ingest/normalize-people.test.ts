import { normalizePeople, parsePeople } from '../../ingest/index.ts';

const TABLE: [raw: string, people: string, why: string][] = [
  ['Loftus, Tina <tloftus@pd.example>', 'Loftus, Tina <tloftus@pd.example>', 'a comma in a name'],
  ['Loftus, Tina', 'Loftus, Tina', 'one person'],
  ['Tina Loftus, Kevin Trask', 'Tina Loftus; Kevin Trask', 'a comma between people'],
  ['Loftus, Tina, Trask, Kevin', 'Loftus, Tina; Trask, Kevin', 'both'],
  ['Loftus, Tina; Trask, Kevin', 'Loftus, Tina; Trask, Kevin', 'semicolons'],
  [
    'Tina Loftus <a@pd.example>, Kevin Trask <b@hsi.example>',
    'Tina Loftus <a@pd.example>; Kevin Trask <b@hsi.example>',
    'commas behind addresses',
  ],
  [
    '"Loftus, Tina" <a@pd.example>,"Trask, Kevin" <b@hsi.example>',
    'Loftus, Tina <a@pd.example>; Trask, Kevin <b@hsi.example>',
    'quoted names',
  ],
  [
    "'fek9wnr@mail.example'; 'ftb907@mail.example'",
    'fek9wnr@mail.example; ftb907@mail.example',
    'quoted addresses',
  ],
  ['Dan Watson [mailto:user@host.example]', 'Dan Watson <user@host.example>', 'mailto in brackets'],
  ['user@host.example <mailto:user@host.example>', 'user@host.example', 'the address as name'],
  ['Dick Gephardt [mailto:', 'Dick Gephardt', 'a bracket cut by a redaction'],
  [
    'Frye, Ivy J (DOA) [/O=SOA/OU=FIRST GROUP/CN=RECIPIENTS/CN=IJFRYE]',
    'Frye, Ivy J (DOA)',
    'an X.500 path beside a name',
  ],
  ['/O=SOA/OU=FIRST GROUP/CN=RECIPIENTS/CN=IJFRYE', 'IJFRYE', 'an X.500 path alone'],
  ['walt.monegan @alaska . example', 'walt.monegan@alaska.example', 'spaces of a recogniser'],
  [
    '" Bailey , Frank T (GOV)" <frank. bailey@alaska.example>',
    'Bailey, Frank T (GOV) <frank.bailey@alaska.example>',
    'spaces within',
  ],
  ['(b)(6)', '[redacted]', 'exemption code'],
  ['████████', '[redacted]', 'black boxes'],
  ['Trask, Kevin <(b)(6)>', 'Trask, Kevin <[redacted]>', 'address blacked out'],
  ['[REDACTED] 7(1)(b); Loftus, Tina', '[redacted]; Loftus, Tina', 'mark and code are one'],
  ['King, Martin, Jr.', 'King, Martin, Jr.', 'a suffix'],
  ['van der Berg, Maria', 'van der Berg, Maria', 'particles'],
  ['LGPD-Patrol', 'LGPD-Patrol', 'a list'],
  [
    'PR Admin (Eugene, OR) <EugeneOR@request.example>',
    'PR Admin (Eugene, OR) <EugeneOR@request.example>',
    'a comma in brackets',
  ],
  ['', '', 'nobody'],
  [' ; ,', '', 'separators only'],
];

describe('people', () => {
  test.each(TABLE)('%j is %j (%s)', (raw, people) => {
    expect(normalizePeople(raw)).toBe(people);
  });

  test('a second normalisation changes nothing', () => {
    for (const [raw] of TABLE) expect(normalizePeople(normalizePeople(raw))).toBe(normalizePeople(raw));
  });

  test('name and address are told apart', () => {
    expect(parsePeople('Trask, Kevin <kevin.trask@hsi.example>; desk@pd.example')).toEqual([
      { name: 'Trask, Kevin', address: 'kevin.trask@hsi.example' },
      { name: '', address: 'desk@pd.example' },
    ]);
  });
});
