import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { closeRecogniser } from '../../ingest/index.ts';
import { recogniseFile, segmentFile } from '../read-pages.ts';
import { emptyScore, type Score, scoreMessages } from '../score-segmentation.ts';
import { readSampleMessages } from '../segmentation-gold.ts';
import { OTHER_LAYOUTS } from './other-layouts.ts';
import { OUTLOOK_LAYOUTS } from './outlook-layouts.ts';
import { chainsOf, expectedIn, layoutHtml, printPdfs } from './print-release.ts';
import { OFFICE_SCANNER, scanPdf } from './scan-pdf.ts';

/** Recognition takes seconds a page: of every so many messages one is printed, in these layouts. */
const EVERY = 8;
const LAYOUTS = [
  'Outlook, owner above a rule',
  'Outlook for Mac',
  'Outlook, Spanish',
  'GroupWise',
  'Archive export with a message id',
];

/** Prints some messages of the sample release in some layouts, scans the prints, and scores what is found on the scans. */
export async function measureScans(
  folder: string,
  show: (name: string, score: Score) => void,
): Promise<void> {
  const chains = chainsOf(readSampleMessages(folder)).filter((_, i) => i % EVERY === 0);
  const layouts = [...OUTLOOK_LAYOUTS, ...OTHER_LAYOUTS].filter(({ name }) => LAYOUTS.includes(name));
  const room = mkdtempSync(join(tmpdir(), 'scans-'));
  const [allTop, allQuoted] = [emptyScore(), emptyScore()];
  try {
    const print = (i: number) => join(room, `${i}.pdf`);
    const scan = (i: number) => join(room, `${i}-scan.pdf`);
    await printPdfs(
      layouts.map((layout, i) => ({
        html: layoutHtml(chains, layout),
        pageHead: layout.pageHead ?? '',
        location: print(i),
      })),
    );
    for (const [i, layout] of layouts.entries()) {
      const { pages } = await segmentFile(print(i));
      await scanPdf(print(i), pages.length, scan(i), OFFICE_SCANNER);
      const { items } = await recogniseFile(scan(i));
      const mail = items.filter((item) => item.kind === 'email');
      const expected = expectedIn(chains, layout);
      const [top, quoted] = [emptyScore(), emptyScore()];
      for (const score of [top, allTop])
        scoreMessages(
          mail.filter((item) => item.origin === 'printed'),
          expected.own,
          score,
        );
      for (const score of [quoted, allQuoted])
        scoreMessages(
          mail.filter((item) => item.origin === 'quoted'),
          expected.quoted,
          score,
        );
      show(`scan: ${layout.name}`, top);
      show('  quoted', quoted);
    }
    show('all scans', allTop);
    show('all scans, quoted', allQuoted);
  } finally {
    await closeRecogniser();
    rmSync(room, { recursive: true, force: true });
  }
}
