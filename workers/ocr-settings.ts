import { SettingsError } from '../case/index.ts';
import {
  engineLabel,
  nativeVersion,
  OcrSettingsError,
  parseLanguages,
  requireLanguages,
  tesseractVersion,
} from '../ingest/index.ts';
import type { OcrVersion } from './ocr-stage.ts';
import { stageVersions } from './project.ts';

/** What the user chose. */
export interface OcrChoice {
  engine: 'tesseract.js' | 'native' | 'none';
  /** Codes with `+` between them, the most frequent language first. */
  languages: string;
}

export const DEFAULT_OCR: OcrChoice = { engine: 'tesseract.js', languages: 'eng' };

/** As it stands in the manifest where pages are left unread. */
const NONE = 'none';

/**
 * What the choice comes to on this machine; null where no page is to be recognised.
 *
 * @throws SettingsError where the program or a language is not there; the message says what to install.
 */
export function prepareOcr(choice: OcrChoice): OcrVersion | null {
  if (choice.engine === 'none') return null;
  try {
    const languages = parseLanguages(choice.languages);
    if (choice.engine === 'tesseract.js') requireLanguages(languages);
    const version = choice.engine === 'native' ? nativeVersion(languages) : tesseractVersion();
    const settings = { engine: choice.engine, languages, version };
    return { settings, code: stageVersions().ocr };
  } catch (error) {
    if (error instanceof OcrSettingsError) throw new SettingsError(error.message);
    throw error;
  }
}

/** For the manifest: the engine, its version and the languages. */
export function describeOcr(version: OcrVersion | null): string {
  return version === null ? NONE : engineLabel(version.settings);
}

/** The choice that a case was made with, from its manifest's words. */
export function choiceOf(description: string | undefined): OcrChoice {
  if (description === undefined || description === NONE) return { engine: 'none', languages: '' };
  const words = description.split(' ');
  const engine = description.startsWith('tesseract.js ') ? 'tesseract.js' : 'native';
  return { engine, languages: words.at(-1) ?? DEFAULT_OCR.languages };
}
