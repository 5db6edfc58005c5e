import { type Page, unreadPage } from '../../ingest/page.ts';
import { withRedactions } from '../../ingest/redaction-reading.ts';

/** A recognised page of words at these places: left edge, upper edge, text. */
function recognised(words: [number, number, string][], boxes: Page['redaction_boxes']): Page {
  let text = '';
  const runs = words.map(([x, y, word], at) => {
    const above = words[at - 1]?.[1];
    text += above === undefined ? '' : above === y ? ' ' : '\n';
    const start = text.length;
    text += word;
    return {
      start,
      end: text.length,
      x0: x,
      x1: x + 6 * word.length,
      y0: y,
      y1: y + 11,
      size: 11,
      font: 'ocr',
    };
  });
  return {
    ...unreadPage('f_1', 1),
    width: 612,
    height: 792,
    method: 'ocr',
    text,
    runs,
    redaction_boxes: boxes,
  };
}

const box = (x0: number, y0: number, x1: number, y1: number, kind: 'black' | 'annotation') => ({
  x0,
  y0,
  x1,
  y1,
  kind,
  codes: [],
});

describe('a page read from its picture', () => {
  test('has a mark where a black box stands beside a label', () => {
    const page = recognised(
      [
        [72, 100, 'From:'],
        [72, 114, 'To:'],
        [96, 114, 'Lee'],
        [120, 114, 'Ott'],
      ],
      [box(110, 99, 200, 111, 'black')],
    );
    expect(withRedactions(page).text).toBe('From: ████████████████\nTo: Lee Ott');
    expect(withRedactions(page)).toMatchObject({ failed_redaction: false, redactions: 1 });
  });

  test('has a long mark where a high box stands beside one line, and none longer than a line of text', () => {
    const text = (bottom: number) =>
      withRedactions(recognised([[72, 100, 'Notes:']], [box(110, 98, 180, bottom, 'black')])).text;
    const marks = (bottom: number) =>
      text(bottom)
        .match(/█+/g)
        ?.map(({ length }) => length);
    const [low] = marks(112)!;
    expect(marks(142)).toEqual([expect.any(Number)]);
    expect(marks(142)![0]).toBeGreaterThan(1.5 * low!);
    expect(marks(700)).toEqual([80]);
  });

  test('loses the words that show under an annotation which nobody applied', () => {
    const page = recognised(
      [
        [72, 100, 'Call'],
        [102, 100, 'Quill'],
        [140, 100, 'back'],
      ],
      [box(100, 99, 134, 112, 'annotation')],
    );
    const cleared = withRedactions(page);
    expect(cleared.text).toBe('Call ████████ back');
    expect(cleared).toMatchObject({ failed_redaction: true });
    expect(JSON.stringify(cleared)).not.toContain('Quill');
  });

  test('stays as it was read where nothing is redacted', () => {
    const page = recognised(
      [
        [72, 100, 'Call'],
        [102, 100, 'back'],
      ],
      [],
    );
    expect(withRedactions(page)).toEqual(page);
  });
});
