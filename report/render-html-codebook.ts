import { VERDICTS } from '../classify/index.ts';
import {
  COMPONENT_WORDS,
  CONDUCT_WORDS,
  DIRECTION_WORDS,
  NATURE_WORDS,
  PURPOSE_WORDS,
  RELEVANCE_WORDS,
} from './codebook-words.ts';
import { DATA_DICTIONARY } from './data-dictionary.ts';
import { type Html, html } from './html.ts';
import { VERDICT_RULES } from './labels.ts';
import { badge, scrollBox } from './render-html-parts.ts';

/** How the verdict follows from the codes. */
export function codebook(): Html {
  return scrollBox(
    'How the verdict follows from the codes',
    html`<table class="wide"><caption>How the verdict follows from three answers</caption><thead><tr><th scope="col">Verdict</th><th scope="col">Rule</th><th scope="col">Meaning</th></tr></thead><tbody>
${VERDICTS.map(
  (
    verdict,
  ) => html`<tr><th scope="row">${badge(verdict)}</th><td>${VERDICT_RULES[verdict].rule}</td><td>${VERDICT_RULES[verdict].meaning}</td></tr>
`,
)}</tbody></table>`,
  );
}

function codeList(title: string, words: Readonly<Record<string, string>>): Html {
  return scrollBox(
    title,
    html`<table class="wide"><caption>${title}</caption><thead><tr><th scope="col">Code</th><th scope="col">Meaning</th></tr></thead><tbody>
${Object.entries(words).map(
  ([code, meaning]) => html`<tr><th scope="row"><code>${code}</code></th><td>${meaning}</td></tr>
`,
)}</tbody></table>`,
  );
}

/** Every other code that a contact can carry. */
export function codeLists(): Html {
  return html`<details class="list" id="codebook"><summary>Show the other codes</summary>${codeList('Relevance: is it a contact?', RELEVANCE_WORDS)}${codeList('Purpose: what is the contact for, on the face of the text?', PURPOSE_WORDS)}${codeList('Conduct: what is the person alleged to have done?', CONDUCT_WORDS)}${codeList('Direction: who sent the newest part?', DIRECTION_WORDS)}${codeList('Nature: what happens in it? Any that apply.', NATURE_WORDS)}${codeList('Authority: which one? Any that apply.', COMPONENT_WORDS)}</details>`;
}

/** The columns of the exported tables. */
export function dictionary(): Html {
  return html`<details class="list"><summary>Show the columns of the exported tables</summary>${DATA_DICTIONARY.map(
    ({ table, what, columns }) =>
      scrollBox(
        table,
        html`<table class="wide"><caption><code>${table}</code>: ${what}</caption><thead><tr><th scope="col">Column</th><th scope="col">Meaning</th></tr></thead><tbody>
${columns.map(
  ([name, meaning]) => html`<tr><th scope="row"><code>${name}</code></th><td>${meaning}</td></tr>
`,
)}</tbody></table>`,
      ),
  )}</details>`;
}
