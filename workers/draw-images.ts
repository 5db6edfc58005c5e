import type { ImageJob } from './image-stage.ts';
import { MAX_LOST_PAGES } from './read-long-pdf.ts';
import { type RunContext, runOnce } from './run-context.ts';

/** Draws the pages of one file; a page that ends the worker that draws it is left out, and the others are drawn without it. */
export async function drawImages(context: RunContext, job: ImageJob): Promise<void> {
  let { pages } = job;
  for (let lost = 0; lost <= MAX_LOST_PAGES; lost += 1) {
    const failure = await runOnce(context, { stage: 'image', key: job.key, data: { ...job, pages } });
    if (failure === null || failure.page === null) return;
    if (lost === MAX_LOST_PAGES) return;
    pages = pages.filter((page) => page !== failure.page);
    context.progress.grow('image', 1);
  }
}
