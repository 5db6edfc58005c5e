import { findLanguage, parseLanguages, requireLanguages } from '../../ingest/ocr-languages.ts';

describe('languages of scanned pages', () => {
  test.each([
    ['eng', ['eng']],
    ['eng+spa', ['eng', 'spa']],
    ['eng + chi_sim', ['eng', 'chi_sim']],
    ['eng+eng', ['eng']],
  ])('%s is read', (value, codes) => {
    expect(parseLanguages(value)).toEqual(codes);
  });

  test.each(['', 'en', 'eng+', 'english', '../eng', 'eng,spa', 'eng spa'])(
    '"%s" is refused with an example of what is meant',
    (value) => {
      expect(() => parseLanguages(value)).toThrow(/is no language code: use three letters as in eng/);
    },
  );

  test('English is there', () => {
    expect(findLanguage('eng')).toMatch(/eng\.traineddata\.gz$/);
    expect(() => requireLanguages(['eng'])).not.toThrow();
  });

  test('one that is not there is named with the package to install', () => {
    expect(() => requireLanguages(['eng', 'isl'])).toThrow(
      'the language data of "isl" is not installed: run npm install @tesseract.js-data/isl',
    );
  });
});
