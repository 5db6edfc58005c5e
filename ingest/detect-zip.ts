import { entryName, unpackEntry, withZip } from './zip-entries.ts';

/** Entries that are looked at: office programs write theirs among the first. */
const MAX_ENTRIES = 200;
const MAX_TYPE_BYTES = 200;
const OPEN_XML = 'application/vnd.openxmlformats-officedocument';
/** The main part of each kind of document. */
const MAIN_PARTS: Record<string, string> = {
  'word/document.xml': `${OPEN_XML}.wordprocessingml.document`,
  'xl/workbook.xml': `${OPEN_XML}.spreadsheetml.sheet`,
  'xl/workbook.bin': 'application/vnd.ms-excel.sheet.binary.macroenabled.12',
  'ppt/presentation.xml': `${OPEN_XML}.presentationml.presentation`,
};

/**
 * What a zip is, where it is more than an archive: an office document tells it by its parts, in whatever order they stand.
 * Null for an archive and for a zip whose directory cannot be read.
 */
export async function detectZip(location: string): Promise<string | null> {
  try {
    return await withZip(location, async (zip) => {
      const names = new Set<string>();
      for await (const entry of zip.eachEntry()) {
        const name = entryName(entry);
        if (name === 'mimetype' && entry.uncompressedSize <= MAX_TYPE_BYTES)
          return (await unpackEntry(zip, entry)).toString('latin1').trim();
        names.add(name);
        if (names.size >= MAX_ENTRIES) break;
      }
      // The list of types is what makes a zip of such parts a document and not an archive of an unpacked one.
      if (!names.has('[Content_Types].xml')) return null;
      return Object.entries(MAIN_PARTS).find(([part]) => names.has(part))?.[1] ?? null;
    });
  } catch {
    return null;
  }
}
