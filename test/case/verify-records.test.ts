import {
  type CaseData,
  checkCoding,
  checkEvidence,
  checkLedger,
  checkWitnesses,
  NO_POLICY,
} from '../../case/index.ts';
import { issue } from '../../ingest/index.ts';
import { exchange, linkedItem, page, sourceFile } from '../records.ts';

function caseOf(change: Partial<CaseData> = {}): CaseData {
  return {
    title: 't',
    agencies: null,
    versions: { tool: '', model: '', lexicon: '', policy: '' },
    settings: {},
    model_card: { thresholds: {}, error_rates: null },
    inputs: [],
    files: [sourceFile()],
    pages: [page()],
    items: [linkedItem()],
    exchanges: [exchange()],
    participants: [],
    page_images: [],
    ...NO_POLICY,
    ...change,
  };
}

const quote = {
  item_id: 'i_1',
  file_id: 'f_1',
  path: '2015.pdf',
  page: 1,
  quote: 'check',
  start: 7,
  end: 12,
};

test('a sound case has no faults', () => {
  for (const check of [checkLedger, checkWitnesses, checkEvidence, checkCoding]) {
    expect(check(caseOf())).toMatchObject({ checked: 1, faults: [] });
  }
});

describe('the ledger', () => {
  test.each([
    ['a file whose items do not add up', { items_failed: 1 }],
    ['a file that says it gave more items than there are', { items_expected: 2, items_emitted: 2 }],
    ['a file with fewer pages than it says', { pages: 2 }],
    ['an unreadable file without a reason', { status: 'unreadable' as const }],
  ])('names %s', (_, change) => {
    expect(checkLedger(caseOf({ files: [sourceFile(change)] })).faults).toHaveLength(1);
  });

  test('accepts an unreadable file with its reason', () => {
    const file = sourceFile({
      status: 'unreadable',
      issues: [issue('damaged', 'cut off')],
      items_expected: 0,
      items_emitted: 0,
    });
    expect(checkLedger(caseOf({ files: [file], items: [] })).faults).toEqual([]);
  });

  test('names an item of a file that is not there', () => {
    expect(
      checkLedger(caseOf({ items: [linkedItem(), linkedItem({ item_id: 'i_2', file_id: 'f_9' })] })).faults,
    ).toHaveLength(1);
  });
});

describe('the quotes', () => {
  test.each([
    ['words that are not in the item', { quote: 'chuck' }],
    ['offsets that point elsewhere', { start: 8, end: 13 }],
    ['an empty quote', { quote: '', start: 0, end: 0 }],
    ['an item that is not there', { item_id: 'i_9' }],
    ['a page that does not hold it', { page: 2 }],
  ])('fail on %s', (_, change) => {
    const faulty = exchange({ evidence: [{ ...quote, ...change }] });
    expect(checkEvidence(caseOf({ exchanges: [faulty] })).faults).toHaveLength(1);
  });

  test('may run over a page break', () => {
    const pages = [
      page({ text: 'Please check status\nLGPD-000001' }),
      page({ page: 2, text: 'of the driver.' }),
    ];
    expect(checkEvidence(caseOf({ pages })).faults).toEqual([]);
  });

  test('may stand behind quotation marks of a reply', () => {
    const pages = [page({ text: '> Please check status\n> of the driver.' })];
    expect(checkEvidence(caseOf({ pages })).faults).toEqual([]);
  });
});

describe('the coding', () => {
  test.each([
    ['a verdict without words', { evidence: [] }],
    ['a verdict that does not follow from the answers', { conduct: 'alleged-crime' as const }],
    ['a contact without its id', { contact_id: null }],
    ['an item that is placed elsewhere', { items: ['i_1', 'i_9'] }],
  ])('names %s', (_, change) => {
    expect(checkCoding(caseOf({ exchanges: [exchange(change)] })).faults).toHaveLength(1);
  });
});

describe('the witnesses', () => {
  test('of an item are its copies, itself included', () => {
    const copy = linkedItem({ item_id: 'i_2', duplicate_of: 'i_1', witnesses: [] });
    expect(checkWitnesses(caseOf({ items: [linkedItem(), copy] })).faults).toHaveLength(1);
  });

  test('are not listed on an item that is itself a copy', () => {
    const a = linkedItem({ item_id: 'i_1', duplicate_of: 'i_2', witnesses: [] });
    const b = linkedItem({ item_id: 'i_2', duplicate_of: 'i_1', witnesses: [] });
    expect(checkWitnesses(caseOf({ items: [a, b] })).faults).toHaveLength(2);
  });
});
