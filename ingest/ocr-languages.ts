import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { OcrSettingsError } from './ocr-engine.ts';

/** The variant of the data that is read: the best network with whole numbers, a quarter of the size and as exact. */
const VARIANT = '4.0.0_best_int';
/** Codes of Tesseract's languages: `eng`, `chi_sim`, `aze_cyrl`. */
const CODE = /^[a-z]{3,4}(?:_[a-z]{3,4})?$/i;

/** Looks from this package first, then from where the user stands, who may have installed a language there. */
const LOOKUPS = [createRequire(import.meta.url), createRequire(join(process.cwd(), 'package.json'))];

/** The file with a language's data, on this disk; null where its package is not installed. */
export function findLanguage(code: string): string | null {
  if (!CODE.test(code)) return null;
  for (const lookup of LOOKUPS) {
    try {
      const folder = dirname(lookup.resolve(`@tesseract.js-data/${code}/package.json`));
      const file = join(folder, VARIANT, `${code}.traineddata.gz`);
      if (existsSync(file)) return file;
    } catch {
      // Not installed there.
    }
  }
  return null;
}

/**
 * Parses `eng+spa`. The order matters: the first language is tried first.
 * @throws OcrSettingsError naming the package to install where a language is not there.
 */
export function parseLanguages(value: string): string[] {
  const codes = [...new Set(value.split('+').map((code) => code.trim()))];
  const wrong = codes.find((code) => !CODE.test(code));
  if (wrong !== undefined) {
    throw new OcrSettingsError(
      `"${wrong}" is no language code: use three letters as in eng, spa or eng+spa for both`,
    );
  }
  return codes;
}

/** @throws OcrSettingsError for the first language whose data is not on this disk. */
export function requireLanguages(codes: string[]): void {
  for (const code of codes) {
    if (findLanguage(code) !== null) continue;
    throw new OcrSettingsError(
      `the language data of "${code}" is not installed: run npm install @tesseract.js-data/${code}`,
    );
  }
}
