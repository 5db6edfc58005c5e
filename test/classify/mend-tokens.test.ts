import { prepareLexicons } from '../../classify/lexicons.ts';
import { isPoorScan, joinTorn, partJoined } from '../../classify/mend-tokens.ts';
import { areOfPoorScan, readItem } from '../../classify/read-item.ts';
import { tokenize } from '../../classify/tokenize.ts';
import { committedLexicons } from './labelled-samples.ts';

const LEXICONS = prepareLexicons(committedLexicons());
const { spelling: SPELLING } = LEXICONS.words();
const HEADERS = { from: '', to: '', cc: '', date: '', subject: '' };

const clausesOf = (body: string) =>
  readItem({ id: 'x', kind: 'report', headers: HEADERS, body }, LEXICONS).clauses;

/** The words of a text as they are read. */
const read = (body: string): string[] =>
  clausesOf(body).flatMap(({ tokens }) => tokens.map(({ text }) => text));

describe('joinTorn', () => {
  test.each([
    ['he was dep orted today', ['he', 'was', 'deported', 'today']],
    ['they arr!ved', ['they', 'arrived']],
    ['a warr;nt here', ['a', 'warr', 'nt', 'here']],
    ['off;cer and |awyer', ['officer', 'and', 'lawyer']],
    ['in formation', ['in', 'formation']],
    ['no! wait', ['no', '!', 'wait']],
    ['ice mach!ne', ['ice', 'machine']],
  ])('%s', (text, words) => {
    const tokens = tokenize(text);
    joinTorn(tokens, text, SPELLING);
    expect(tokens.map((token) => token.text)).toEqual(words);
  });

  test('a word that is put together stands where its pieces stood', () => {
    const text = 'was dep orted';
    const tokens = tokenize(text);
    joinTorn(tokens, text, SPELLING);
    expect(text.slice(tokens[1]!.start, tokens[1]!.end)).toBe('dep orted');
  });
});

describe('partJoined', () => {
  test.each([
    ['see thursdayfor him', ['see', 'thursday', 'for', 'him']],
    ['theroad', ['the', 'road']],
    ['Seethe warrantless', ['seethe', 'warrantless']],
    ['THEROAD', ['theroad']],
    ['information', ['information']],
    ['xqzthe', ['xqzthe']],
  ])('%s', (text, words) => {
    const tokens = tokenize(text);
    partJoined(tokens, text, SPELLING);
    expect(tokens.map((token) => token.text)).toEqual(words);
    for (const { text: word, start, end } of tokens) expect(text.slice(start, end).toLowerCase()).toBe(word);
  });
});

describe('words that a scan has misread', () => {
  test('are put back where they are long and in small letters', () => {
    expect(read('A detalner was filed.')).toEqual(['a', 'detainer', 'was', 'filed']);
    expect(read('Ask Borclen about it.')).toContain('borclen');
    expect(read('The fone rang.')).toContain('fone');
  });

  test('are all put back in a poor scan', () => {
    const poor =
      'The Offlcer caIled tlie jall at nlght about DETALNER papers for tbe rnan, and thev were slgned.';
    expect(read(poor)).toEqual(
      'the officer called the jail at night about detainer papers for the man and they were signed'.split(
        ' ',
      ),
    );
  });

  test('letters that a scan took for figures show where it is no name', () => {
    expect(read('DETA1NER LODGED')).toEqual(['detainer', 'lodged']);
  });

  test.each([
    'PER IHS CLINIC SUBJ HAS HSC 11377 CHARGE',
    'IHS PD asked whether the ICC had authority.',
    'reporte de transporte y deporte, informe del residente',
    'Deputy Deporte and Sgt. Jael Aslan attended the Freud lecture',
    'write to dwarrant@county.gov or rwarrent@county.gov',
    'mi familia DENIA ALTEN esta en la carcel, informacion y documentos',
    'Ofc. Crossno met Hasan, Hadnot and Callan at the stronghold',
  ])('nothing is put back in %j', (body) => {
    const asWritten = body.toLowerCase().match(/[a-z]+|\d+/g)!;
    expect(read(body).flatMap((word) => word.split(/[.@]/))).toEqual(asWritten);
  });

  test('tell that it is one, also where they were put back', () => {
    expect(areOfPoorScan(clausesOf('The Offlcer caIled tlie jall at nlght about papers for tbe rnan.'))).toBe(
      true,
    );
    expect(areOfPoorScan(clausesOf('The officer lodged a detainer and called them.'))).toBe(false);
  });

  test('errors of a hand make no poor scan', () => {
    expect(read('He recieved a seperate call, says CARNOTT and ALLTEN')).toEqual(
      'he received a separate call says carnott and allten'.split(' '),
    );
  });

  test('names in capitals of a good scan stay as they are', () => {
    const log = 'RP BORDEN ADV PEARSONN AND COULTER AT FARWELL ST, ROYSTER ENRTE. UNIT 12 OUT W/ KINCHEN';
    expect(read(log)).toEqual(expect.arrayContaining(['borden', 'coulter', 'farwell', 'royster', 'kinchen']));
  });
});

test.each([
  [1, 10, false],
  [2, 100, true],
  [2, 200, false],
  [0, 0, false],
])('%i misread words of %i', (misread, words, poor) => {
  expect(isPoorScan(misread, words)).toBe(poor);
});
