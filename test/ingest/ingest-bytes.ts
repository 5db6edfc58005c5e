import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type ChildFile,
  type Item,
  ingestSource,
  LIMITS,
  type Limits,
  type Page,
  type SourceFile,
  sha256Hex,
} from '../../ingest/index.ts';

export interface Ingested {
  file: SourceFile;
  pages: Page[];
  items: Item[];
  children: ChildFile[];
}

/** Reads bytes as one file of a release. The name is one that says nothing of the content. */
export async function ingestBytes(
  content: Uint8Array | string,
  {
    depth = 0,
    limits = {},
    passwords = [],
    atPage = () => {},
  }: {
    depth?: number;
    limits?: Partial<Limits>;
    passwords?: string[];
    atPage?: (page: number) => void;
  } = {},
): Promise<Ingested> {
  const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : content;
  const folder = mkdtempSync(join(tmpdir(), 'ingest-'));
  const location = join(folder, 'file.bin');
  writeFileSync(location, bytes);
  const found: Omit<Ingested, 'file'> = { pages: [], items: [], children: [] };
  try {
    const file = await ingestSource(
      { location, path: 'file.bin', sha256: sha256Hex(bytes), bytes: bytes.length, depth, parent_id: null },
      {
        page: (page) => void found.pages.push(page),
        item: (item) => void found.items.push(item),
        child: (child) => void found.children.push(child),
      },
      { limits: { ...LIMITS, ...limits }, passwords, atPage },
    );
    return { file, ...found };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

export function codes(file: SourceFile): string[] {
  return file.issues.map((problem) => problem.code);
}
