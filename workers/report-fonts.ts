import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { PdfFonts } from '../report/index.ts';

/** Where the faces of the printed report lie: Source Sans 3 (SIL Open Font License), DejaVu (Bitstream Vera licence). */
const FILES: Record<keyof PdfFonts, string> = {
  regular: '@expo-google-fonts/source-sans-3/400Regular/SourceSans3_400Regular.ttf',
  bold: '@expo-google-fonts/source-sans-3/600SemiBold/SourceSans3_600SemiBold.ttf',
  italic: '@expo-google-fonts/source-sans-3/400Regular_Italic/SourceSans3_400Regular_Italic.ttf',
  fallback: 'dejavu-fonts-ttf/ttf/DejaVuSans.ttf',
};

/** The bytes of the fonts that come with the packages; the stage that prints opens no file. */
export async function readReportFonts(): Promise<PdfFonts> {
  const { resolve } = createRequire(import.meta.url);
  const read = (name: keyof PdfFonts) => readFile(resolve(FILES[name]));
  const [regular, bold, italic, fallback] = await Promise.all([
    read('regular'),
    read('bold'),
    read('italic'),
    read('fallback'),
  ]);
  return { regular, bold, italic, fallback };
}
