import type { AuditReport, KindRow } from './audit.ts';
import { type Html, html } from './html.ts';
import { VERDICT_NAMES } from './labels.ts';
import { directionName, plotDirections } from './plot-kinds.ts';
import { filterLink } from './render-html-parts.ts';
import { renderPlot } from './render-html-plot.ts';

/** Contacts by direction and authority, the numbers of the plot. */
function crossTable({ crossed, direction, component }: AuditReport): Html {
  const numberOf = (from: string, code: string): number =>
    crossed.find((row) => row.direction === from && row.component === code)?.contacts ?? 0;
  return html`<table class="numbers"><caption>Contacts by authority and direction</caption>
<thead><tr><th scope="col">Authority</th>${direction.map(({ code }) => html`<th scope="col">${directionName(code)}</th>`)}</tr></thead>
<tbody>${component.map(
    ({ code }) =>
      html`<tr><th scope="row">${code}</th>${direction.map(
        (from) =>
          html`<td>${filterLink(numberOf(from.code, code), `component=${code}&direction=${from.code}`)}</td>`,
      )}</tr>
`,
  )}</tbody></table>`;
}

function kindTable(
  title: string,
  field: string,
  rows: readonly KindRow[],
  name: (code: string) => string,
): Html {
  if (rows.length === 0) return html``;
  return html`<div><table class="numbers"><caption>${title}</caption>
<thead><tr><th scope="col">Code</th><th scope="col">Contacts</th><th scope="col">Strict</th><th scope="col">Broad</th></tr></thead>
<tbody>${rows.map(({ code, contacts, strict, broad }) => {
    const filter = `${field}=${code}`;
    return html`<tr><th scope="row">${name(code)}</th><td>${filterLink(contacts, filter)}</td><td>${filterLink(strict, `${filter}&verdict=status-only`)}</td><td>${filterLink(broad, `${filter}&verdict=status-only,mixed`)}</td></tr>
`;
  })}</tbody></table></div>`;
}

/** Kinds of contact: what it was, who sent the newest part, which authority. */
export function renderKinds(report: AuditReport): Html {
  if (report.contacts.length === 0) return html``;
  return html`<section id="kinds" aria-labelledby="kinds-title">
<h2 id="kinds-title">Kinds of contact</h2>
<div class="kinds">${kindTable('Nature', 'nature', report.nature, (code) => code)}${kindTable('Direction of the newest part', 'direction', report.direction, directionName)}${kindTable('Authority', 'component', report.component, (code) => code)}</div>
${renderPlot(plotDirections(report), html`Contacts by authority, a panel for each direction of the newest part; all panels have one scale.`, crossTable(report))}
<p class="note">A contact may have several natures and concern several authorities, so that these columns add up to more than the contacts. Strict counts ${VERDICT_NAMES['status-only'].toLowerCase()}; broad counts ${VERDICT_NAMES.mixed.toLowerCase()} as well.</p>
</section>`;
}
