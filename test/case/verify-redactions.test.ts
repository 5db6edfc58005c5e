import { type CaseData, checkRedactions, NO_POLICY } from '../../case/index.ts';
import { issue, type Page, type RedactionBox } from '../../ingest/index.ts';
import { page, sourceFile } from '../records.ts';

const BOX: RedactionBox = { x0: 100, y0: 100, x1: 200, y1: 120, kind: 'black', codes: [] };
const SHEET = { width: 612, height: 792 };
/** 100 by 20 points of 612 by 792. */
const SHARE = 0.0041;

function check(change: Partial<Page>, named = false): string[] {
  const issues = named ? [issue('failed-redaction', 'left out', 'page 1')] : [];
  const data: CaseData = {
    title: 't',
    agencies: null,
    versions: { tool: '', model: '', lexicon: '', policy: '' },
    settings: {},
    model_card: { thresholds: {}, error_rates: null },
    inputs: [],
    files: [sourceFile({ issues })],
    pages: [page({ ...SHEET, ...change })],
    items: [],
    exchanges: [],
    participants: [],
    page_images: [],
    ...NO_POLICY,
  };
  return checkRedactions(data).faults;
}

describe('the redactions of a case', () => {
  test.each([
    ['a page without any', {}, false],
    ['a box and its share', { redaction_boxes: [BOX], redacted_share: SHARE }, false],
    [
      'two boxes over one another, counted once',
      { redaction_boxes: [BOX, { ...BOX, x0: 150 }], redacted_share: SHARE },
      false,
    ],
    [
      'a failed redaction that is named',
      { redaction_boxes: [BOX], redacted_share: SHARE, failed_redaction: true },
      true,
    ],
  ])('stand with %s', (_, change, named) => {
    expect(check(change, named)).toEqual([]);
  });

  test.each([
    ['a share that no box makes up', { redacted_share: 0.2 }, false, '0.2 of it redacted'],
    [
      'a box that the share leaves out',
      { redaction_boxes: [BOX], redacted_share: 0 },
      false,
      'its boxes cover',
    ],
    [
      'a box beside the page',
      { redaction_boxes: [{ ...BOX, x0: 700, x1: 800 }], redacted_share: 0 },
      false,
      'a box beside the page',
    ],
    [
      'a failed redaction that is not named',
      { redaction_boxes: [BOX], redacted_share: SHARE, failed_redaction: true },
      false,
      'not named',
    ],
    [
      'a failed redaction that no page has',
      { redaction_boxes: [BOX], redacted_share: SHARE },
      true,
      'that no page has',
    ],
  ])('do not stand with %s', (_, change, named, fault) => {
    expect(check(change, named)).toEqual([expect.stringContaining(fault)]);
  });
});
