import type { MeasureRow, SampleSection, StratumRow } from './build-sample.ts';
import { type Html, html } from './html.ts';
import { count } from './labels.ts';
import { scrollBox } from './render-html-parts.ts';
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

/** A number and its interval, which a narrow column may part from each other but not break up. */
function unbroken(text: string): string {
  return text.replace(/ (?!\()/g, '\u00a0').replace(/–/g, '\u2060–\u2060');
}

function strataRow({ stratum, population, drawn, coded, otherwise, error }: StratumRow): Html {
  return html`<tr><th scope="row">${nameStratum(stratum)}</th><td class="n" data-label="In the case">${count(population)}</td><td class="n" data-label="Drawn">${count(drawn)}</td><td class="n" data-label="Coded">${count(coded)}</td><td class="n" data-label="Coded otherwise">${count(otherwise)}</td><td data-label="Error">${unbroken(showShare(error))}</td></tr>
`;
}

function measureRow({ name, counted, precision, recall, total }: MeasureRow): Html {
  return html`<tr><th scope="row">${nameMeasure(name)}</th><td class="n" data-label="Counted">${count(counted)}</td><td data-label="Right">${unbroken(showShare(precision))}</td><td data-label="Found">${unbroken(showShare(recall))}</td><td data-label="Estimated number">${unbroken(showTotal(total))}</td></tr>
`;
}

/** What people found when they coded a sample of this very case, or that nobody has. */
export function renderSample(sample: SampleSection | null): Html {
  if (sample === null || sample.coded === 0)
    return html`<p class="note" id="human-sample">${uncodedWords(sample)}</p>`;
  const { agreement } = sample;
  const [elusion, change] = [elusionWords(sample), changeWords(sample)];
  return html`<h4 id="human-sample">Error rates from the human sample</h4>
<div class="prose"><p>${sampleWords(sample)} ${sampleCoders(sample)}</p>
${elusion === null ? html`<p>Not every stratum is coded yet, so that nothing can be said of what was missed.</p>` : html`<p id="sample-recall">${elusion}</p>`}
${agreement === null ? null : html`<p id="sample-agreement">${agreementWords(agreement)}</p>`}</div>
${change === null ? null : html`<p class="caution">${change}</p>`}
${scrollBox(
  'Error rates from the human sample, by verdict',
  html`<table class="wide stacked" id="sample-measures"><caption>The case as the sample corrects it, with 95 % intervals</caption><thead><tr><th scope="col">Verdict or reading</th><th scope="col" class="n">Counted</th><th scope="col">Right</th><th scope="col">Found</th><th scope="col">Estimated number</th></tr></thead><tbody>
${sample.measures.map(measureRow)}</tbody></table>`,
)}
${scrollBox(
  'Error rates from the human sample, by stratum',
  html`<table class="wide stacked" id="sample-strata"><caption>What was drawn and what people coded otherwise, by stratum</caption><thead><tr><th scope="col">Stratum</th><th scope="col" class="n">In the case</th><th scope="col" class="n">Drawn</th><th scope="col" class="n">Coded</th><th scope="col" class="n">Coded otherwise</th><th scope="col">Error</th></tr></thead><tbody>
${sample.strata.map(strataRow)}</tbody></table>`,
)}<p class="note">${SAMPLE_NOTE}</p>`;
}
