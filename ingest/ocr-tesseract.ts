import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import type { Worker as Thread } from 'node:worker_threads';
import { gunzipSync } from 'node:zlib';
import type Tesseract from 'tesseract.js';
import { toPgm } from './grey-image.ts';
import { type OcrLine, OcrSettingsError, type Recogniser } from './ocr-engine.ts';
import { findLanguage } from './ocr-languages.ts';

/** Neural network only: the data holds nothing else. */
const LSTM_ONLY = 1;

/** A page: finds columns, rules and pictures; without it a rule under the letterhead is read as letters. Else one line. */
const SEGMENTATION = { page: '3', line: '7' };

const PARAMETERS = {
  // Words of one page must not weigh on the next, or the result would depend on which worker read what before.
  tessedit_enable_doc_dict: '0',
  classify_enable_learning: '0',
  // Its remarks on odd lines would stand among the tool's own output.
  debug_file: '/dev/null',
};

/** The version of the library, for the record of a page. */
export function tesseractVersion(): string {
  const { version } = createRequire(import.meta.url)('tesseract.js/package.json') as { version: string };
  return `tesseract.js ${version}`;
}

function linesOf(blocks: Tesseract.Block[] | null): OcrLine[] {
  const lines = (blocks ?? []).flatMap(({ paragraphs }) =>
    paragraphs.flatMap((paragraph) => paragraph.lines),
  );
  return lines.map(({ words, rowAttributes, baseline, bbox }) => ({
    words: words.map(({ text, confidence, bbox: box }) => ({ text, confidence, ...box })),
    height: rowAttributes.rowHeight > 0 ? rowAttributes.rowHeight : bbox.y1 - bbox.y0,
    baseline,
  }));
}

/** The library loads languages from one folder only; each of ours lies in its own package. */
async function addLanguages(worker: Tesseract.Worker, loaded: string[], more: string[]): Promise<void> {
  for (const code of more) {
    const data = gunzipSync(await readFile(languageFile(code)));
    await worker.FS('writeFile', [`${code}.traineddata`, new Uint8Array(data)]);
    // The worker skips the loading of what stands in the list that it was made with.
    loaded.push(code);
  }
  if (more.length > 0) await worker.reinitialize(loaded.join('+'));
}

function languageFile(code: string): string {
  const file = findLanguage(code);
  if (file === null) throw new OcrSettingsError(`the language data of "${code}" is not installed`);
  return file;
}

/** Ends what is waited for when the engine's thread dies: the library itself would wait for ever. */
function onDeath(worker: Tesseract.Worker): Promise<never> {
  const { worker: thread } = worker as unknown as { worker: Thread };
  const death = new Promise<never>((_, reject) => {
    thread.on('error', (error) => reject(new Error(`the recogniser broke: ${error.message}`)));
    thread.on('exit', () => reject(new Error('the recogniser ended')));
  });
  death.catch(() => {});
  return death;
}

/**
 * A recogniser by tesseract.js in a thread of its own. Everything it needs comes from the disk: it opens no connection.
 * @throws OcrSettingsError where a language is not installed.
 */
export async function openTesseract(languages: string[]): Promise<Recogniser> {
  const [first = 'eng', ...more] = languages;
  const { default: library } = await import('tesseract.js');
  const loaded = [first];
  const worker = await library.createWorker(loaded, LSTM_ONLY, {
    langPath: dirname(languageFile(first)),
    cacheMethod: 'none',
    gzip: true,
    // Without a handler the library throws past the promise that is waited for.
    errorHandler: () => {},
  });
  const death = onDeath(worker);
  await addLanguages(worker, loaded, more);
  await worker.setParameters(PARAMETERS as unknown as Partial<Tesseract.WorkerParams>);
  return {
    async recognise(image, what) {
      const read = async () => {
        await worker.setParameters({
          user_defined_dpi: String(Math.round(image.dpi)),
          tessedit_pageseg_mode: SEGMENTATION[what],
        } as unknown as Partial<Tesseract.WorkerParams>);
        const { data } = await worker.recognize(toPgm(image), {}, { text: false, blocks: true });
        return linesOf(data.blocks);
      };
      return Promise.race([read(), death]);
    },
    async close() {
      await worker.terminate();
    },
  };
}
