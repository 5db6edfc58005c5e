import { mendScan } from '../../classify/mend-scan.ts';
import { splitParts } from '../../classify/split-parts.ts';
import { tokenize } from '../../classify/tokenize.ts';

const words = (text: string) => tokenize(text).map((token) => token.text);

describe('tokenize', () => {
  test.each([
    ['this is Tran with D H S, over', ['this', 'is', 'tran', 'with', 'dhs', 'over']],
    ['from h. s. i. today', ['from', 'hsi', 'today']],
    ['HSI/DEA load', ['hsi', 'dea', 'load']],
    ['ICE-ERO and CBP-Nguyen', ['ice', 'ero', 'and', 'cbp', 'nguyen']],
    ["CBP's interceptor, ERO’s list", ['cbp', 'interceptor', 'ero', 'list']],
    ["he's w/o an I-247", ["he's", 'w/o', 'an', 'i-247']],
    ['H/M 5/12 b1/b2', ['h/m', '5/12', 'b1/b2']],
    ['an I-200/I-205', ['an', 'i-200', 'i-205']],
    ['a d o g', ['a', 'd', 'o', 'g']],
    ['Sold it. He ran?! (A.M.)', ['sold', 'it', 'he', 'ran', '?!', 'a.m']],
    ['a .38 and $5.50, 8 U.S.C.', ['a', '.38', 'and', '5.50', '8', 'u.s.c']],
    ['café_bar naïve', ['café', 'bar', 'naïve']],
    ['case #12 and unit#', ['case', '12', 'and', 'unit#']],
    ['sec. 1325(a), (b)(6)', ['sec', '1325(a)', '(b)(6)']],
    ['met 7(1)(b) and 7(1)(d)(iv)', ['met', '7(1)(b)', 'and', '7(1)(d)(iv)']],
    ['(withheld in full) [REDACTED 63G-2-305]', ['(withheld in full)', '[redacted 63g-2-305]']],
    [
      '[Redacted: (b)(7)(E)] and [withheld: 2 pages]',
      ['[redacted: (b)(7)(e)]', 'and', '[withheld: 2 pages]'],
    ],
    [
      '(name withheld, HSI Denver) (redacted by ICE)',
      ['name', 'withheld', 'hsi', 'denver', 'redacted', 'by', 'ice'],
    ],
    [
      '[REDACTED - attorney client] [REDACTED 7(1)(d)(i)] x',
      ['[redacted - attorney client]', '[redacted 7(1)(d)(i)]', 'x'],
    ],
    [
      '[ATTACHMENT WITHHELD, 9 PP] [name withheld, HSI Denver]',
      ['[attachment withheld, 9 pp]', 'name', 'withheld', 'hsi', 'denver'],
    ],
    ['(b)(6) ICE called, (b)(6), HSI came', ['(b)(6)', 'ice', 'called', '(b)(6)', 'hsi', 'came']],
    ['(b)(6), (b)(7)(C); (b)(7)(E) and', ['(b)(6), (b)(7)(c); (b)(7)(e)', 'and']],
    ['Article 12(5)(b)', ['article', '12', '5', 'b']],
    ['DET ORR SPOKE W/HSI RE IT', ['det', 'orr', 'spoke', 'w', 'hsi', 're', 'it']],
    ['W/BORDER PATROL, w/I-247', ['w', 'border', 'patrol', 'w', 'i-247']],
    ['ICE/2 ICE/K9 K9/ICE', ['ice', '2', 'ice', 'k9', 'k9', 'ice']],
    ['f/ICE HSI/w ERO&HSI 10-15/ICE', ['f', 'ice', 'hsi', 'w', 'ero', 'hsi', '10-15', 'ice']],
    ['H/M/ICE P&P/ICE w/I.C.E. W/BP', ['h/m', 'ice', 'p&p', 'ice', 'w', 'ice', 'w', 'bp']],
    ['w/o c/w p/u t/u b/c n/a w/out w/drawn', ['w/o', 'c/w', 'p/u', 't/u', 'b/c', 'n/a', 'w/out', 'w/drawn']],
    ["A&B P&P BP&P's", ['a&b', 'p&p', 'bp&p']],
    ['no id.Called ICE.They came', ['no', 'id', 'called', 'ice', 'they', 'came']],
    ['papers.He, 3 p.m.ICE, 0300.HSI', ['papers', 'he', '3', 'p.m', 'ice', '0300', 'hsi']],
    ['called ice.they CALLED ICE.HE', ['called', 'ice', 'they', 'called', 'ice', 'he']],
    ['...Immigration and .ICE', ['immigration', 'and', 'ice']],
    ['8.USC U.S.C D.O.B list.xlsx List.PDF', ['8.usc', 'u.s.c', 'd.o.b', 'list.xlsx', 'list.pdf']],
    ['AM.WA.ICE IAR.NB0410000.LESC', ['am.wa.ice', 'iar.nb0410000.lesc']],
    [
      'henry.tran@ice.dhs.gov Henry.Tran@ICE.DHS.GOV',
      ['henry.tran', 'ice.dhs.gov', 'henry.tran', 'ice.dhs.gov'],
    ],
    ['https://www.ice.gov/w/ice x.org/ice/foo', ['https', 'www.ice.gov/w/ice', 'x.org/ice/foo']],
    ['ends with a word', ['ends', 'with', 'a', 'word']],
    ['', []],
  ])('cuts %p into words that mean something', (text, expected) => {
    expect(words(text)).toEqual(expected);
  });

  test('keeps the place of each word, of joined and of cut ones too', () => {
    const text = 'x ICE/ERO of H S I, [REDACTED]';
    expect(tokenize(text).map(({ start, end }) => text.slice(start, end))).toEqual([
      'x',
      'ICE',
      'ERO',
      'of',
      'H S I',
      '[REDACTED]',
    ]);
  });
});

test.each(['ICE/', 'a&', 'w/abc/', 'Aa.Bb.', 'ICE.They', '1234.', '.a', 'w/.'])(
  '%s over and over',
  (piece) => {
    const text = `${piece.repeat(100_000 / piece.length)}ICE`;
    expect(tokenize(text).at(-1)?.end).toBe(text.length);
  },
);

describe('mendScan', () => {
  test.each([
    ['B0RDER', 'BoRDER'],
    ['ca11ed', 'called'],
    ['f1eld', 'field'],
    ['unif0rm', 'uniform'],
    ['parce1', 'parcel'],
    ["n0lle'd", "nolle'd"],
    ['DETAlNER', 'DETAINER'],
    ['lNS', 'INS'],
    ['l-247', 'i-247'],
    ['lmmigration', 'immigration'],
  ])('reads %s as %s', (token, expected) => {
    expect(mendScan(token)).toBe(expected);
  });

  test.each([
    '3rd',
    '1st',
    '18yo',
    'unit1',
    'U14',
    'NC0120300',
    '0800hrs',
    'MS13',
    'B1',
    '10yr',
    'Illegal',
    'll',
    'I-94',
  ])('leaves %s alone', (token) => {
    expect(mendScan(token)).toBe(token);
  });
});

describe('splitParts', () => {
  test('reads lines that open with bold type, which are no rules', () => {
    const body = '**Burglary** 24-2210, storage units.\n\n**Persons** HSI has the ring.';
    const { parts } = splitParts(body);
    expect(parts.map(({ kind }) => kind)).toEqual(['new']);
    expect(body.slice(parts[0]?.start, parts[0]?.end)).toBe(body);
  });

  test('leaves out a rule of signs at the end', () => {
    const body = 'Hold him.\n*****\n';
    const { parts } = splitParts(body);
    expect(body.slice(parts[0]?.start, parts[0]?.end)).toBe('Hold him.');
  });
});
