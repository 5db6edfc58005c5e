import type { SampleSection } from './build-sample.ts';
import { count } from './labels.ts';
import { heading, NOTE, paragraph } from './pdf-flow.ts';
import type { Sheet } from './pdf-sheet.ts';
import { table } from './pdf-table.ts';
import {
  agreementWords,
  changeWords,
  elusionWords,
  nameMeasure,
  nameStratum,
  SAMPLE_NOTE,
  sampleCoders,
  sampleWords,
  showShare,
  showTotal,
  uncodedWords,
} from './sample-words.ts';

/** What people found when they coded a sample of this very case, or that nobody has. */
export function renderPdfSample(sheet: Sheet, sample: SampleSection | null): void {
  if (sample === null || sample.coded === 0) {
    paragraph(sheet, uncodedWords(sample), NOTE);
    return;
  }
  const { agreement } = sample;
  heading(sheet, 2, 'Error rates from the human sample', 'human-sample');
  paragraph(sheet, `${sampleWords(sample)} ${sampleCoders(sample)}`);
  paragraph(
    sheet,
    elusionWords(sample) ?? 'Not every stratum is coded yet, so that nothing can be said of what was missed.',
  );
  if (agreement !== null) paragraph(sheet, agreementWords(agreement));
  const change = changeWords(sample);
  if (change !== null) paragraph(sheet, change);
  table(sheet, {
    caption: 'The case as the sample corrects it, with 95 % intervals',
    size: 8,
    columns: [
      { head: 'Verdict or reading', share: 1.7 },
      { head: 'Counted', share: 0.7, number: true },
      { head: 'Right', share: 1.2, number: true },
      { head: 'Found', share: 1.2, number: true },
      { head: 'Estimated number', share: 1.2, number: true },
    ],
    rows: sample.measures.map(({ name, counted, precision, recall, total }) => [
      nameMeasure(name),
      count(counted),
      showShare(precision),
      showShare(recall),
      showTotal(total),
    ]),
  });
  table(sheet, {
    caption: 'What was drawn and what people coded otherwise, by stratum',
    size: 8,
    columns: [
      { head: 'Stratum', share: 2.2 },
      { head: 'In the case', share: 0.8, number: true },
      { head: 'Drawn', share: 0.6, number: true },
      { head: 'Coded', share: 0.6, number: true },
      { head: 'Coded otherwise', share: 0.8, number: true },
      { head: 'Error', share: 1.2, number: true },
    ],
    rows: sample.strata.map(({ stratum, population, drawn, coded, otherwise, error }) => [
      nameStratum(stratum),
      count(population),
      count(drawn),
      count(coded),
      count(otherwise),
      showShare(error),
    ]),
  });
  paragraph(sheet, SAMPLE_NOTE, NOTE);
}
