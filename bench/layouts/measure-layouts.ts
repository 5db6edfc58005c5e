import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { segmentFile } from '../read-pages.ts';
import { emptyScore, type Score, scoreMessages } from '../score-segmentation.ts';
import { readSampleMessages } from '../segmentation-gold.ts';
import { OTHER_LAYOUTS } from './other-layouts.ts';
import { OUTLOOK_LAYOUTS } from './outlook-layouts.ts';
import { chainsOf, expectedIn, layoutHtml, printPdfs } from './print-release.ts';

/** Prints the messages of the sample release in other layouts and scores what is found in each. */
export async function measureLayouts(
  folder: string,
  show: (name: string, score: Score) => void,
): Promise<void> {
  const chains = chainsOf(readSampleMessages(folder));
  const layouts = [...OUTLOOK_LAYOUTS, ...OTHER_LAYOUTS];
  const room = mkdtempSync(join(tmpdir(), 'layouts-'));
  try {
    const sheets = layouts.map((layout, i) => ({
      html: layoutHtml(chains, layout),
      pageHead: layout.pageHead ?? '',
      location: join(room, `${i}.pdf`),
    }));
    await printPdfs(sheets);
    for (const [i, layout] of layouts.entries()) {
      const { items } = await segmentFile(join(room, `${i}.pdf`));
      const mail = items.filter((item) => item.kind === 'email');
      const expected = expectedIn(chains, layout);
      const [top, quoted] = [emptyScore(), emptyScore()];
      scoreMessages(
        mail.filter((item) => item.origin === 'printed'),
        expected.own,
        top,
      );
      scoreMessages(
        mail.filter((item) => item.origin === 'quoted'),
        expected.quoted,
        quoted,
      );
      show(layout.name, top);
      if (layout.quotes) show('  quoted', quoted);
    }
  } finally {
    rmSync(room, { recursive: true, force: true });
  }
}
