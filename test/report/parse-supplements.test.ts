import { checkContactIds, parseCorrections, parseResponses } from '../../report/parse-supplements.ts';

describe('corrections', () => {
  const text = `
- date: 2026-03-02
  correction: Contact k_b was coded mixed; the arrest report shows no charge.
  raised_by: A resident
  contacts: [k_b]
- date: 2026-01-31
  correction: |
    Two pages were read twice.
    They count once now.
`;

  test('are listed oldest first, word for word', () => {
    expect(parseCorrections('c.yaml', text)).toEqual([
      {
        date: '2026-01-31',
        text: 'Two pages were read twice.\nThey count once now.',
        raised_by: '',
        contact_ids: [],
      },
      {
        date: '2026-03-02',
        text: 'Contact k_b was coded mixed; the arrest report shows no charge.',
        raised_by: 'A resident',
        contact_ids: ['k_b'],
      },
    ]);
  });

  test('may stand in a table with ids separated by spaces', () => {
    const csv = 'date,correction,contacts\n2026-01-31,"One, twice",k_a k_b\n';
    expect(parseCorrections('c.CSV', csv)).toEqual([
      { date: '2026-01-31', text: 'One, twice', raised_by: '', contact_ids: ['k_a', 'k_b'] },
    ]);
  });

  test.each(['', '# nothing yet\n'])('an empty file has none: %j', (empty) => {
    expect(parseCorrections('c.yaml', empty)).toEqual([]);
  });
});

describe('answers of the agency', () => {
  test('are kept word for word, with who answers and whether the code is disputed', () => {
    const text =
      '- contact_id: k_a\n  by: Example Police\n  date: 2026-02-01\n  disputed: yes\n  response: "We asked: was he wanted?"\n- contact_id: k_b\n  by: Example Police\n  response: No comment.\n';
    expect(parseResponses('r.yaml', text)).toEqual([
      {
        contact_id: 'k_a',
        by: 'Example Police',
        date: '2026-02-01',
        disputed: true,
        text: 'We asked: was he wanted?',
      },
      { contact_id: 'k_b', by: 'Example Police', date: null, disputed: false, text: 'No comment.' },
    ]);
  });

  test('are read from a table as well', () => {
    const csv = 'contact_id,by,disputed,response\nk_a,Example Police,true,"Line one\nline two"\n';
    expect(parseResponses('r.csv', csv)).toEqual([
      { contact_id: 'k_a', by: 'Example Police', date: null, disputed: true, text: 'Line one\nline two' },
    ]);
  });
});

describe('a file that cannot be taken as it is', () => {
  const good = '- contact_id: k_a\n  by: X\n  response: Y\n';
  test.each([
    [
      'r.yaml',
      `${good}  agrees: true\n`,
      'r.yaml, line 1: "agrees" is not known here; known are contact_id, by, date, disputed, response',
    ],
    ['r.yaml', `${good}- contact_id: k_b\n  by: X\n`, 'r.yaml, line 4: "response" is missing'],
    ['r.yaml', `${good}  disputed: perhaps\n`, 'r.yaml, line 1: "disputed" is to be true or false'],
    ['r.yaml', `${good}  date: 2026-02-30\n`, 'r.yaml, line 1: "date" is to be a date such as 2026-01-31'],
    ['r.yaml', 'contact_id: k_a\n', 'r.yaml, line 1: a list is wanted, each entry begun by "- "'],
    ['r.yaml', '- just words\n', 'r.yaml, line 1: an entry is no list of names and values'],
    ['r.csv', 'contact_id,by,response\nk_a,X,Y\nk_b,X,\n', 'r.csv, line 3: "response" is missing'],
  ])('%s is refused with one line: %j', (name, text, message) => {
    expect(() => parseResponses(name, text)).toThrow(message);
  });

  test('broken YAML names the line', () => {
    expect(() => parseResponses('r.yaml', '- by: "open\n')).toThrow(/^r\.yaml, line \d+: [^\n]+$/);
  });

  test('ids that the case has not are named, five at the most', () => {
    const known = new Set(['k_a']);
    expect(() => checkContactIds('r.yaml', ['k_a', 'k_a'], known)).not.toThrow();
    expect(() => checkContactIds('r.yaml', ['k_a', 'k_x', 'k_x'], known)).toThrow(
      'r.yaml: no contact of this case has the id k_x',
    );
    expect(() => checkContactIds('r.yaml', ['1', '2', '3', '4', '5', '6', '7'], known)).toThrow(
      'id 1, 2, 3, 4, 5 and 2 more',
    );
  });
});
