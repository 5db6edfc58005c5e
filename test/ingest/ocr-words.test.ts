import type { OcrLine, OcrWord } from '../../ingest/ocr-engine.ts';
import { keepWords, meanConfidence, settleConfusions, weightOf } from '../../ingest/ocr-words.ts';

function word(text: string, confidence = 90, width = 12 * text.length): OcrWord {
  return { text, confidence, x0: 100, y0: 0, x1: 100 + width, y1: 30 };
}

function line(...words: OcrWord[]): OcrLine {
  return { words, height: 30, baseline: { x0: 0, y0: 25, x1: 100, y1: 25 } };
}

describe('what a recogniser takes for words', () => {
  test.each<[string, OcrWord, boolean]>([
    ['a word', word('warrant'), true],
    ['a doubtful word', word('warrant', 12), true],
    ['a number in doubt', word('42', 20), true],
    ['a sure dash', word('-', 92), true],
    ['a rule across the page', word('JE', 0, 1348), false],
    ['a rule of some inches', word('-', 60, 47), false],
    ['a stretch of a rule', word('_—m—', 7, 100), false],
    ['dashes in doubt', word('———', 13, 60), false],
    ['white space', word(' '), false],
  ])('%s: kept is %s', (_, one, kept) => {
    expect(keepWords([line(one)])).toHaveLength(kept ? 1 : 0);
  });

  test('the mean is over words, and nothing has none', () => {
    expect(meanConfidence([line(word('a', 90), word('b', 81)), line(word('c', 60))])).toBe(77);
    expect(meanConfidence([])).toBe(0);
  });

  test('few sure words outweigh many doubtful ones', () => {
    expect(weightOf([line(word('warrant', 95))])).toBeGreaterThan(
      weightOf([line(word('wuoirr', 35), word('JuerreM', 30), word('qwx', 40))]),
    );
  });
});

describe('confusions that no dictionary decides', () => {
  test.each<[string, string | undefined, string]>([
    ['|', 'have', 'I'],
    ['l', 'called', 'I'],
    ["|'ll", 'ask', "I'll"],
    ['|', 'ICE-HSI', '|'],
    ['|', '217.555.0163', '|'],
    ['|', undefined, '|'],
    ['all', 'have', 'all'],
    ['<jabascal@Igpd.lindengrove.example>', undefined, '<jabascal@lgpd.lindengrove.example>'],
    ['mfeeney@pd.Iindengrove.example', undefined, 'mfeeney@pd.lindengrove.example'],
    ['FINN@ICE.DHS.EXAMPLE', undefined, 'FINN@ICE.DHS.EXAMPLE'],
    ['Illinois.example', undefined, 'Illinois.example'],
    ['@Ice', undefined, '@Ice'],
  ])('%s before %s is %s', (text, next, settled) => {
    expect(settleConfusions(text, next)).toBe(settled);
  });
});
