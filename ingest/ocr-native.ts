import { spawn, spawnSync } from 'node:child_process';
import { toPgm } from './grey-image.ts';
import { type OcrLine, OcrSettingsError, type OcrWord, type Recogniser } from './ocr-engine.ts';

const PROGRAM = 'tesseract';
/** Longest time for one picture, in milliseconds; a page takes seconds. */
const LIMIT_MS = 60_000;
/** As for tesseract.js: a page with columns and pictures, or one line. */
const SEGMENTATION = { page: '3', line: '7' };
/** Two threads on one page cost five times the time of one: they wait for each other. One a worker is enough. */
const environment = () => ({ ...process.env, OMP_THREAD_LIMIT: '1' });

function ask(argument: string): string | null {
  const { status, stdout, stderr } = spawnSync(PROGRAM, [argument], {
    encoding: 'utf8',
    timeout: LIMIT_MS,
    env: environment(),
  });
  return status === 0 ? `${stdout}\n${stderr}` : null;
}

/**
 * The version of the machine's own program, as it is written into a page's record: "tesseract 5.3.0 native".
 * @throws OcrSettingsError where there is no program, or none of its data for a language.
 */
export function nativeVersion(languages: string[]): string {
  const version = /^tesseract v?(\S+)/m.exec(ask('--version') ?? '')?.[1];
  if (version === undefined) {
    throw new OcrSettingsError(
      '--ocr native needs the program tesseract on the path: install tesseract-ocr, or leave the option out',
    );
  }
  const known = new Set((ask('--list-langs') ?? '').split(/\s+/));
  const missing = languages.find((code) => !known.has(code));
  if (missing !== undefined) {
    throw new OcrSettingsError(
      `the program tesseract has no data for "${missing}": install tesseract-ocr-${missing}, or leave --ocr native out`,
    );
  }
  return `tesseract ${version} native`;
}

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

function plainText(html: string): string {
  return html
    .replace(/<[^>]*>/g, '')
    .replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => ENTITIES[name] ?? '');
}

function boxOf(title: string): Omit<OcrWord, 'text' | 'confidence'> {
  const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = (/bbox ([\d ]+)/.exec(title)?.[1] ?? '').split(' ').map(Number);
  return { x0, y0, x1, y1 };
}

function wordsOf(html: string): OcrWord[] {
  const words = html.matchAll(/<span class='ocrx_word'[^>]* title='([^']*)'[^>]*>(.*?)<\/span>/gs);
  return [...words].map(([, title = '', text = '']) => ({
    ...boxOf(title),
    text: plainText(text),
    confidence: Number(/x_wconf ([\d.]+)/.exec(title)?.[1] ?? 0),
  }));
}

/** Lines and words of a page in hOCR, with the baseline that each line states against the lower left of its box. */
export function parseHocr(hocr: string): OcrLine[] {
  const starts = [
    ...hocr.matchAll(/<span class='ocr_(?:line|header|caption|textfloat)'[^>]* title="([^"]*)"[^>]*>/g),
  ];
  return starts.map((start, index) => {
    const title = start[1] ?? '';
    const box = boxOf(title);
    const [slope = 0, offset = 0] = (/baseline (\S+ [^;\s]+)/.exec(title)?.[1] ?? '0 0')
      .split(' ')
      .map(Number);
    const height = Number(/x_size ([\d.]+)/.exec(title)?.[1] ?? 0) || box.y1 - box.y0;
    const foot = box.y1 + offset;
    return {
      words: wordsOf(hocr.slice(start.index, starts[index + 1]?.index)),
      height,
      baseline: { x0: box.x0, y0: foot, x1: box.x1, y1: foot + slope * (box.x1 - box.x0) },
    };
  });
}

/** Runs the program on a picture and gives what it prints. Rejects where it fails or takes longer than its limit. */
function run(args: string[], input: Buffer): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(PROGRAM, args, { env: environment(), timeout: LIMIT_MS, killSignal: 'SIGKILL' });
    const parts: Buffer[] = [];
    child.stdout.on('data', (part: Buffer) => parts.push(part));
    child.stderr.resume();
    child.on('error', reject);
    // A program that dies before it has read the picture closes the pipe; its end says why.
    child.stdin.on('error', () => {});
    child.on('close', (code) => {
      if (code === 0) resolve(Buffer.concat(parts).toString('utf8'));
      else reject(new Error('the program tesseract failed or took too long'));
    });
    child.stdin.end(input);
  });
}

/** A recogniser that starts the machine's own `tesseract` for each picture, with one thread. */
export function openNative(languages: string[]): Recogniser {
  return {
    async recognise(image, what) {
      const args = ['stdin', 'stdout', '-l', languages.join('+'), '--oem', '1', '--psm', SEGMENTATION[what]];
      const hocr = await run([...args, '--dpi', String(Math.round(image.dpi)), 'hocr'], toPgm(image));
      return parseHocr(hocr);
    },
    close: async () => {},
  };
}
