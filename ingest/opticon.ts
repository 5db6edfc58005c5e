import { readFile } from 'node:fs/promises';
import { decodeText, detectEncoding } from './detect-encoding.ts';

/** A document of a list of page images: its first and last page's numbers, where its pictures lie and the number of each. */
export interface OpticonDocument {
  begin: string;
  end: string;
  images: string[];
  numbers: string[];
}

/** The documents of a list of page images (Opticon, OPT): a `Y` begins each. Lines of another form are left out. */
export function opticonDocuments(text: string): OpticonDocument[] {
  const documents: OpticonDocument[] = [];
  for (const line of text.split(/\r?\n/)) {
    const [page = '', , image = '', first = ''] = line.split(',').map((field) => field.trim());
    if (page === '' || image === '') continue;
    const last = documents.at(-1);
    if (last === undefined || first.toUpperCase() === 'Y')
      documents.push({ begin: page, end: page, images: [image], numbers: [page] });
    else {
      last.end = page;
      last.images.push(image);
      last.numbers.push(page);
    }
  }
  return documents;
}

/** The documents of a list of page images that lies at a place of this machine. */
export async function readOpticonFile(location: string): Promise<OpticonDocument[]> {
  const bytes = await readFile(location);
  return opticonDocuments(decodeText(bytes, detectEncoding(bytes, false)?.name ?? 'windows-1252'));
}
