import type { Answer } from '../policy/index.ts';
import { anchor, type Html, html } from './html.ts';
import { plural, showDate } from './labels.ts';
import type { ClaimSection, ClaimView, NumberView } from './policy-section.ts';
import { contactLink, join, type Links } from './render-html-parts.ts';

const ANSWER_NAMES: Record<Answer, string> = {
  supported: 'Supported',
  partly: 'Supported in part',
  contradicted: 'Contradicted',
  'cannot tell': 'Cannot tell',
};

/** Contacts that are linked under one number; the rest stands in claims.csv. */
const MOST_LINKED = 60;

/** At most two places, and none that are noughts. */
function figure(value: number | null): string {
  return value === null ? 'none' : String(Math.round(value * 100) / 100);
}

function answerBadge(answer: Answer): Html {
  return html`<span class="answer ${answer.replace(' ', '-')}">${ANSWER_NAMES[answer]}</span>`;
}

function rowsOf({ number, contacts, left_out }: NumberView, links: Links): Html {
  if (number.rows.length === 0) return html`<span class="quiet">no rows</span>`;
  if (contacts.length === 0)
    return html`<span class="quiet">${plural(number.rows.length, 'row')} in claims.csv</span>`;
  const shown = contacts.slice(0, MOST_LINKED);
  const more = contacts.length - shown.length + left_out;
  return html`<details class="folded"><summary>${plural(number.rows.length, 'row')}</summary>${join(shown.map((one) => contactLink(one, links)))}${more > 0 ? html`, and ${plural(more, 'more', 'more')} in claims.csv` : null}</details>`;
}

function numberRow(view: NumberView, links: Links): Html {
  const { name, count, over, strict, broad, where, open_rows } = view.number;
  return html`<tr><th scope="row">${name.replaceAll('_', ' ')}<span class="under">${count === 'rows' ? '' : `${count.replaceAll('_', ' ')} of `}${over}${where === '' ? '' : html` where <code>${where}</code>`}</span></th><td>${figure(strict)}</td><td>${figure(broad)}</td><td>${rowsOf(view, links)}${open_rows.length > 0 ? html`<span class="under">${plural(open_rows.length, 'row')} cannot be told</span>` : null}</td></tr>
`;
}

function line(name: string, text: string | Html): Html {
  return text === '' ? html`` : html`<div><dt>${name}</dt><dd>${text}</dd></div>`;
}

function claimCard({ check, numbers }: ClaimView, links: Links): Html {
  const { claim_id, claim, speaker, date, source, answer, strict, broad, unit, reason } = check;
  const said = [speaker, date === null ? '' : showDate(date), source]
    .filter((part) => part !== '')
    .join(', ');
  const value =
    numbers.length === 0
      ? null
      : html`<p class="figure">${figure(strict)} <span>strict</span> ${figure(broad)} <span>broad</span></p><p class="quiet">${unit}</p>`;
  return html`<article class="claim" id="${anchor('claim', claim_id)}"><h4><q>${claim}</q></h4>
<p class="quiet">${said}</p>
<p>${answerBadge(answer)}${reason === '' ? null : html` ${reason}`}</p>
${value}
<dl class="facts">${line('Measure', check.measure)}${line('Supports', check.supports_if)}${line('Contradicts', check.contradicts_if)}${line('What would change it', check.would_change)}</dl>
${numbers.length === 0 ? null : html`<details class="folded"><summary>Numbers and the rows behind them</summary><div class="scroll"><table class="numbers"><thead><tr><th scope="col">Number</th><th scope="col">Strict</th><th scope="col">Broad</th><th scope="col">Rows</th></tr></thead><tbody>${numbers.map((one) => numberRow(one, links))}</tbody></table></div></details>`}
</article>
`;
}

/** The section "Claims": what each side said, in the same form, side by side. */
export function renderClaims(section: ClaimSection | null, links: Links): Html {
  if (section === null || section.sides.length === 0) return html``;
  return html`<section id="claims" aria-labelledby="claims-title">
<h2 id="claims-title">Claims</h2>
<p>Public statements tested against the contacts, each in its speaker’s words, each side by the same rules. The strict number counts contacts in which nobody is alleged to have committed a crime, the broad one those with an allegation as well; where the two give different answers a claim is supported in part. <em>Cannot tell</em> says why. No number speaks beyond the records supplied.</p>
<div class="sides">${section.sides.map(
    ({
      side,
      claims,
    }) => html`<div class="side-of" role="group" aria-label="${side}"><h3>${side}</h3>${claims.map((claim) => claimCard(claim, links))}</div>
`,
  )}</div>
</section>`;
}
