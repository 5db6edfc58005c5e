import { accessSync, constants, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { availableParallelism, totalmem } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import Database from 'libsql';
import { tesseractVersion } from '../ingest/index.ts';
import { connectRedis, parseRedisUrl } from './redis.ts';

/** One thing that a machine has or lacks. */
export interface MachinePart {
  name: string;
  found: boolean;
  /** Nothing works without it. */
  needed: boolean;
  /** Its version or size, or what is wrong. */
  detail: string;
  /** What it is for. */
  use: string;
  /** How it is got. */
  get: string;
}

const GIB = 1024 ** 3;
/** Two workers, each with a long PDF. */
const ENOUGH_MEMORY = 4 * GIB;
/** First Node.js release that all libraries run on. */
const NODE = { major: 20, minor: 19 };

const require = createRequire(import.meta.url);

function examineNode(version: string): MachinePart {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const found = major > NODE.major || (major === NODE.major && minor >= NODE.minor);
  return {
    name: 'Node.js',
    found,
    needed: true,
    detail: version,
    use: 'runs the tool',
    get: `version ${NODE.major}.${NODE.minor} or newer, from nodejs.org or the system's packages`,
  };
}

function examineMemory(bytes: number, cores: number): MachinePart {
  return {
    name: 'memory',
    found: bytes >= ENOUGH_MEMORY,
    needed: false,
    detail: `${(bytes / GIB).toFixed(1)} GiB for ${cores} worker threads`,
    use: 'each worker thread may take some hundred megabytes with a long PDF or a scan',
    get: 'with less, run with --jobs 1',
  };
}

function examineSqlite(): MachinePart {
  let detail = 'with FTS5';
  let found = true;
  try {
    const database = new Database(':memory:');
    database.exec('CREATE VIRTUAL TABLE words USING fts5(text)');
    database.close();
  } catch {
    found = false;
    detail = 'the library does not load, or has no FTS5';
  }
  return {
    name: 'SQLite',
    found,
    needed: true,
    detail,
    use: 'the case database and its full-text index',
    get: 'npm install, without --omit=optional: libsql ships one library a platform',
  };
}

function examinePackage(name: string, label: string, use: string): MachinePart {
  let found = true;
  try {
    require.resolve(name);
  } catch {
    found = false;
  }
  return {
    name: label,
    found,
    needed: true,
    detail: found ? name : 'missing',
    use,
    get: `npm install ${name}`,
  };
}

/** Languages whose data is installed beside the recogniser. */
function installedLanguages(): string[] {
  try {
    const folder = dirname(dirname(require.resolve('@tesseract.js-data/eng/package.json')));
    return readdirSync(folder).sort();
  } catch {
    return [];
  }
}

function examineOcr(): MachinePart {
  const languages = installedLanguages();
  let version: string | null = null;
  try {
    version = tesseractVersion();
  } catch {
    version = null;
  }
  const found = version !== null && languages.length > 0;
  return {
    name: 'character recognition',
    found,
    needed: false,
    detail: found ? `${version}, languages: ${languages.join(', ')}` : 'missing',
    use: 'reads scanned pages and pictures; without it they are counted as unread',
    get: 'npm install tesseract.js @tesseract.js-data/eng; more languages: @tesseract.js-data/spa and so on',
  };
}

/** Programs that are not called by the tool: with them a person converts what the ledger names as not read, or compares. */
const PROGRAMS: { name: string; names: string[]; use: string; get: string }[] = [
  {
    name: 'LibreOffice',
    names: ['soffice', 'libreoffice'],
    use: 'by hand: converts old office files that the ledger names as not read (soffice --headless --convert-to pdf)',
    get: 'libreoffice in the system packages, or libreoffice.org',
  },
  {
    name: 'readpst',
    names: ['readpst'],
    use: 'by hand: a second opinion on an Outlook mailbox that was read in part',
    get: 'pst-utils in the system packages',
  },
  {
    name: 'pdftotext',
    names: ['pdftotext'],
    use: 'by hand: a second opinion on a page whose text looks wrong',
    get: 'poppler-utils in the system packages',
  },
  {
    name: 'native Tesseract',
    names: ['tesseract'],
    use: '`run --ocr native` reads scans with it, a third faster than the built-in recogniser',
    get: 'tesseract-ocr in the system packages',
  },
];

/** Looks for a program on the search path without running it. */
function findProgram(names: string[], path: string): string | null {
  for (const folder of path.split(delimiter).filter(Boolean)) {
    for (const name of names) {
      try {
        accessSync(join(folder, name), constants.X_OK);
        return join(folder, name);
      } catch {
        // Not there.
      }
    }
  }
  return null;
}

async function examineRedis(url: string): Promise<MachinePart> {
  const part = {
    name: 'Redis',
    needed: true,
    use: 'the queue for workers on more machines (run --redis, worker --redis)',
    get: 'redis-server in the system packages; without --redis none is needed',
  };
  try {
    const redis = await connectRedis(parseRedisUrl(url));
    redis.disconnect();
    return { ...part, found: true, detail: 'answers' };
  } catch (error) {
    return { ...part, found: false, detail: error instanceof Error ? error.message : 'cannot be reached' };
  }
}

/** What this machine has and lacks. Nothing is run or sent; only the given Redis, if any, is asked whether it answers. */
export async function examineMachine(redisUrl: string | null): Promise<MachinePart[]> {
  const path = process.env.PATH ?? '';
  const programs = PROGRAMS.map(({ name, names, use, get }): MachinePart => {
    const place = findProgram(names, path);
    return { name, found: place !== null, needed: false, detail: place ?? 'not found', use, get };
  });
  return [
    examineNode(process.versions.node),
    examineSqlite(),
    examinePackage('pdfjs-dist', 'PDF engine pdf.js', 'reads PDF text'),
    examinePackage(
      '@hyzyla/pdfium',
      'PDF engine PDFium',
      'draws pages, finds text under redactions, reads what pdf.js cannot',
    ),
    examineOcr(),
    examineMemory(totalmem(), availableParallelism()),
    ...(redisUrl === null ? [] : [await examineRedis(redisUrl)]),
    ...programs,
  ];
}
