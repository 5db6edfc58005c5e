import type { AuditReport } from './audit.ts';
import type { Incident } from './build-incidents.ts';
import { type Html, html } from './html.ts';
import { count, plural, showDate } from './labels.ts';
import { badge, disputedMark, join, type Links, late, numberLink, scrollBox } from './render-html-parts.ts';

/** Incidents of one contact are listed up to this many; each is a contact of the table above. */
const MOST_SINGLES = 1000;
/** A longer table is laid out when a reader comes near. */
const MOST_AT_ONCE = 500;

function day(date: string | null): string {
  return showDate(date?.slice(0, 10) ?? null);
}

function row(incident: Incident, links: Links): Html {
  const { contacts, first_date, last_date, verdicts, persons, persons_unknown } = incident;
  const [first, last] = [day(first_date), day(last_date)];
  return html`<tr><th scope="row">${join(contacts.map((number) => numberLink(number, links)))}</th><td class="words">${first}${last === first ? null : ` to ${last}`}</td><td class="words">${join(
    verdicts.map((verdict) => badge(verdict)),
    ' ',
  )}${contacts.length > 1 ? disputedMark(incident) : null}</td><td>${count(persons)}${persons_unknown ? '+' : ''}</td></tr>
`;
}

function table(incidents: readonly Incident[], caption: string, links: Links): Html {
  const list = html`<table class="numbers wide"><caption>${caption}</caption><thead><tr><th scope="col">Contacts</th><th scope="col" class="words">Dates</th><th scope="col" class="words">Verdicts</th><th scope="col">Persons</th></tr></thead><tbody>
${incidents.map((one) => row(one, links))}</tbody></table>`;
  return scrollBox(caption, incidents.length > MOST_AT_ONCE ? late(list) : list, 'tall');
}

/** Contacts about one case, and those that stand alone: the rows behind the numbers of incidents and persons. */
export function renderIncidents(report: AuditReport, links: Links): Html {
  if (report.contacts.length === 0) return html``;
  const joined = report.incidents.filter(({ contacts }) => contacts.length > 1);
  const singles = report.incidents.filter(({ contacts }) => contacts.length === 1);
  const listed = singles.slice(0, MOST_SINGLES);
  const left = singles.length - listed.length;
  return html`<section id="incidents" aria-labelledby="incidents-title">
<h2 id="incidents-title">Incidents</h2>
<p class="note">Contacts about one case are one incident. Persons are the largest number that any of its contacts names; “+” marks one in which it cannot be told. They are not told apart across incidents.</p>
${joined.length === 0 ? html`<p>No two contacts are about the same case.</p>` : table(joined, `${plural(joined.length, 'incident')} of several contacts`, links)}
${
  singles.length === 0
    ? null
    : html`<details class="list"><summary>${plural(singles.length, 'incident')} of one contact</summary>${table(listed, 'Incidents of one contact', links)}${left > 0 ? html`<p class="note">${count(left)} more are contacts of the table that stand alone.</p>` : null}</details>`
}
</section>`;
}
