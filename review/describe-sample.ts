import {
  agreementWords,
  changeWords,
  elusionWords,
  nameMeasure,
  nameStratum,
  type SampleSection,
  sampleCoders,
  sampleWords,
  showShare,
  showTotal,
  uncodedWords,
} from '../report/index.ts';

/** Columns set under one another; the first to the left, the others to the right. */
function align(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, at) => Math.max(...rows.map((row) => (row[at] ?? '').length)));
  return rows
    .map((row) =>
      row
        .map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0)))
        .join('  '),
    )
    .join('\n');
}

/** What a sample says, for a terminal. */
export function describeSample(section: SampleSection): string {
  if (section.coded === 0) return `${uncodedWords(section)}\n`;
  const strata = [
    ['stratum', 'in the case', 'drawn', 'coded', 'otherwise', 'error'],
    ...section.strata.map(({ stratum, population, drawn, coded, otherwise, error }) => [
      nameStratum(stratum),
      String(population),
      String(drawn),
      String(coded),
      String(otherwise),
      showShare(error),
    ]),
  ];
  const measures = [
    ['verdict', 'counted', 'right', 'found', 'estimated number'],
    ...section.measures.map(({ name, counted, precision, recall, total }) => [
      nameMeasure(name),
      String(counted),
      showShare(precision),
      showShare(recall),
      showTotal(total),
    ]),
  ];
  const { agreement } = section;
  return [
    `${sampleWords(section)} ${sampleCoders(section)}`,
    elusionWords(section) ??
      'Not every stratum is coded yet, so that nothing can be said of what was missed.',
    agreement === null ? null : agreementWords(agreement),
    changeWords(section),
    align(measures),
    align(strata),
  ]
    .filter((part) => part !== null)
    .map((part) => `${part}\n`)
    .join('\n');
}
