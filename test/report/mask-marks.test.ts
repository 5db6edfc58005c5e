import { beginMask, buildMask, finishMask, readCaseMarks } from '../../report/build-mask.ts';
import { DEFAULT_MASK_OPTIONS } from '../../report/mask.ts';
import { maskText } from '../../report/mask-text.ts';
import { KNOWLEDGE, sourceOf } from './mask-sample.ts';

const BODY = 'Rosalba Quintanilla, DOB 4/19/1979, lives at 1410 Hatch St, phone (555) 201-4471.';
const OTHER = 'He was at 1410 Hatch on Monday, case 15-10442.';
const source = sourceOf(BODY, OTHER);

describe('marks that were read in another thread', () => {
  test('give the same mask as those that are read with it', () => {
    const marks = structuredClone(readCaseMarks(source, KNOWLEDGE));
    const mask = finishMask(beginMask(source, KNOWLEDGE), DEFAULT_MASK_OPTIONS, marks);
    const whole = buildMask(source, KNOWLEDGE, DEFAULT_MASK_OPTIONS);
    expect(mask.persons).toEqual(whole.persons);
    expect([...mask.phrases]).toEqual([...whole.phrases]);
    for (const body of [BODY, OTHER]) expect(maskText(body, mask)).toEqual(maskText(body, whole));
    expect(maskText(BODY, mask).text).toContain('[address]');
  });

  test('are not read again', () => {
    const begun = beginMask(source, KNOWLEDGE);
    const none = begun.texts.map(() => ({ patterns: [], addresses: [] }));
    const marks = begun.texts.map((text, i) =>
      text === OTHER
        ? { patterns: [{ start: 0, end: 2, kind: 'id' as const, label: '[id]' }], addresses: [] }
        : none[i]!,
    );
    const mask = finishMask(begun, DEFAULT_MASK_OPTIONS, marks);
    expect(maskText(OTHER, mask).text).toMatch(/^\[id\] was at 1410 /);
  });

  test('may be missing for the last texts', () => {
    const marks = readCaseMarks(source, KNOWLEDGE).slice(0, 1);
    const mask = finishMask(beginMask(source, KNOWLEDGE), DEFAULT_MASK_OPTIONS, marks);
    expect([...mask.phrases]).toEqual([...buildMask(source, KNOWLEDGE, DEFAULT_MASK_OPTIONS).phrases]);
  });
});
