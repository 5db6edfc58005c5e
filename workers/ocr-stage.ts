import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  drawForOcr,
  engineLabel,
  type GreyImage,
  type OcrReading,
  type OcrSettings,
  recognisePage,
  sha256Hex,
} from '../ingest/index.ts';
import { type ArtifactStore, readJson } from '../store/index.ts';
import { type Location, resolveLocation } from './location.ts';

/** What decides how a page is read, and so belongs to its key. */
export interface OcrVersion {
  settings: OcrSettings;
  /** Version of the code that reads. */
  code: string;
}

export interface OcrJob extends OcrVersion {
  location: Location;
  media_type: string;
  /** From 1. */
  page: number;
  passwords: string[];
  key: string;
}

/** What was found on the page; null where it cannot be drawn. */
export interface OcrResult {
  reading: OcrReading | null;
}

/** One word for all that changes what is read. */
export function ocrVersionLabel({ settings, code }: OcrVersion): string {
  return `${code} ${engineLabel(settings)}`;
}

/** A page is kept by the hash of its file, so that it is read once however often the release is. */
export function ocrKey(version: OcrVersion, sha256: string, page: number): string {
  return sha256Hex(`${ocrVersionLabel(version)} ${sha256} ${page}`);
}

/** The same sheet, scanned once and printed into two files, has the same pixels. */
function pixelsKey(version: OcrVersion, { width, height, dpi, data }: GreyImage): string {
  return sha256Hex(`${ocrVersionLabel(version)} ${width} ${height} ${dpi} ${sha256Hex(data)}`);
}

async function readPixels(store: ArtifactStore, job: OcrJob, image: GreyImage): Promise<OcrReading> {
  const key = pixelsKey(job, image);
  const path = () => join(store.path('words', key), 'reading.json');
  if (store.has('words', key)) return readJson<OcrReading>(path());
  const reading = await recognisePage(image, job.settings);
  await store.write('words', key, (folder) =>
    writeFile(join(folder, 'reading.json'), JSON.stringify(reading)),
  );
  return reading;
}

/** Reads one page by character recognition into the store. */
export async function runOcr(
  store: ArtifactStore,
  job: OcrJob,
  atPage: (page: number) => void = () => {},
): Promise<null> {
  const { media_type, page, passwords } = job;
  // Recognising has the longer limit of the stage; drawing has that of a page.
  atPage(page);
  const image = await drawForOcr({
    location: resolveLocation(store, job.location),
    media_type,
    page,
    passwords,
  });
  atPage(0);
  const reading = image === null ? null : await readPixels(store, job, image);
  await store.write('ocr', job.key, (folder) =>
    writeFile(join(folder, 'result.json'), JSON.stringify({ reading } satisfies OcrResult)),
  );
  return null;
}

export async function readOcrResult(store: ArtifactStore, key: string): Promise<OcrResult> {
  return readJson<OcrResult>(join(store.path('ocr', key), 'result.json'));
}
