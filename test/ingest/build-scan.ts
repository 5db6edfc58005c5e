import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { GreyImage } from '../../ingest/grey-image.ts';
import { renderGrey } from '../../ingest/ocr-render.ts';
import { buildPdf, textPage } from './build-pdf.ts';

/** The picture of a sheet with these lines, as a scanner gives it. */
export async function pictureOf(folder: string, lines: string[]): Promise<GreyImage> {
  const path = join(folder, 'sheet.pdf');
  writeFileSync(path, buildPdf([textPage(lines)]));
  return (await renderGrey(path, 1)) as GreyImage;
}

/** A page of a PDF with nothing on it but a picture, stretched over the sheet. */
function scanPage({ width, height, data }: GreyImage): { content: string } {
  const pixels = Buffer.from(data).toString('latin1');
  const image = `BI /W ${width} /H ${height} /CS /G /BPC 8 ID ${pixels}\nEI`;
  return { content: `q 612 0 0 792 0 0 cm ${image} Q` };
}

/** A PDF of scanned sheets, without a text layer. */
export function buildScan(images: GreyImage[]): Buffer {
  return buildPdf(images.map(scanPage));
}

export const MAIL = [
  'From: Petrick, Dana <dpetrick@lgpd.lindengrove.example>',
  'Sent: Tuesday, May 24, 2016 2:50 PM',
  'To: Aldous, Finn',
  'Subject: Booking of Monday night',
  '',
  'Finn,',
  '',
  'He was booked on a warrant last night and asks for an interpreter.',
  'Can you tell me who is on duty this weekend? I have nobody here.',
  '',
  'Dana Petrick',
];
