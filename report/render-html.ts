import { createHash } from 'node:crypto';
import type { AuditReport } from './audit.ts';
import { clientScript } from './client/client-script.ts';
import { type Html, html, type Pieces, pieces, trusted } from './html.ts';
import { renderClaims } from './render-html-claims.ts';
import { renderContacts } from './render-html-contacts.ts';
import { renderCoverage } from './render-html-coverage.ts';
import { renderExhibits } from './render-html-exhibits.ts';
import { renderIncidents } from './render-html-incidents.ts';
import { renderKinds } from './render-html-kinds.ts';
import { renderMethod } from './render-html-method.ts';
import { renderPages } from './render-html-pages.ts';
import { type Edition, linksOf } from './render-html-parts.ts';
import { pictureStore } from './render-html-pictures.ts';
import { renderPolicy } from './render-html-policy.ts';
import { renderCorrespondence } from './render-html-replies.ts';
import { renderSetAside } from './render-html-set-aside.ts';
import { renderSummary } from './render-html-summary.ts';
import { renderAnswers, renderCorrections } from './render-html-supplements.ts';
import { renderTimeline } from './render-html-timeline.ts';
import { STYLE as BASE_STYLE } from './style.ts';
import { PLOT_STYLE } from './style-plot.ts';
import { POLICY_STYLE } from './style-policy.ts';

const STYLE = BASE_STYLE + POLICY_STYLE + PLOT_STYLE;

/** `'sha256-…'` of a style sheet or script, as a Content-Security-Policy names it. */
function cspHash(text: string): string {
  return `'sha256-${createHash('sha256').update(text, 'utf8').digest('base64')}'`;
}

/** Runs before the table arrives; the style sheet says why. */
const EARLY_SCRIPT = "document.documentElement.className = 'scripted';";

/** Nothing is loaded from anywhere, and nothing runs but this report's own script: whatever a record holds. */
function policy(script: string): string {
  return [
    "default-src 'none'",
    'img-src data:',
    `style-src ${cspHash(STYLE)}`,
    `script-src ${cspHash(EARLY_SCRIPT)} ${cspHash(script)}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}

function contents(report: AuditReport): Html {
  const has = report.contacts.length > 0;
  const entries: [string, string, boolean][] = [
    ['summary', 'Summary', true],
    ['correspondence', 'Who wrote', report.correspondence.messages > 0],
    ['timeline', 'When', has],
    ['kinds', 'Kinds', has],
    ['contacts', 'Contacts', true],
    ['exhibits', 'One by one', has],
    ['incidents', 'Incidents', has],
    ['policy', 'Policy', report.policy !== null],
    ['claims', 'Claims', report.claims !== null && report.claims.sides.length > 0],
    ['set-aside', 'Set aside', true],
    ['coverage', 'Coverage', true],
    ['method', 'Method', true],
    ['corrections', 'Corrections', true],
    ['answers', 'Answers', true],
    ['pages', 'Pages', true],
  ];
  return html`<nav aria-label="Contents"><ul>${entries
    .filter(([, , shown]) => shown)
    .map(([id, name]) => html`<li><a href="#${id}">${name}</a></li>`)}</ul></nav>`;
}

/** Said at the head of each edition, since the two look alike. */
const EDITION_WORDS: Record<Edition, string> = {
  working:
    'Working edition. It prints the names of private persons as they stand in the records and is not for publication.',
  public:
    'Public edition. Private persons are named by numbers that stay the same throughout; every count is that of the working edition.',
};

/**
 * An edition of the report: one page that opens from disk, loads nothing and is complete without scripts. The working
 * edition prints names as the records do; the public one takes a report that was masked and prepared by `forPublication`.
 * Gives the file's text in pieces, each made as it is asked for; the same report gives the same text.
 */
export function* htmlPieces(report: AuditReport, edition: Edition = 'working'): Generator<string> {
  for (const { text } of page(report, edition)) yield text;
}

/** An edition of the report as one text. */
export function renderHtml(report: AuditReport, edition: Edition = 'working'): string {
  return [...htmlPieces(report, edition)].join('');
}

function page(report: AuditReport, edition: Edition): Pieces {
  const links = linksOf(report, edition);
  const script = clientScript();
  const { tool, model } = report.versions;
  return pieces`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy(script)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
${
  edition === 'working'
    ? html`<meta name="robots" content="noindex">
`
    : null
}<title>${report.title}: audit of contacts with immigration authorities</title>
<style>${trusted(STYLE)}</style>
<script>${trusted(EARLY_SCRIPT)}</script>
</head>
<body>
<a class="skip" href="#summary">To the summary</a>
<header class="top">
<p class="kind">Audit of contacts with immigration authorities</p>
<h1>${report.title}</h1>
<p>${EDITION_WORDS[edition]}</p>
</header>
${contents(report)}
<main>
${renderSummary(report)}
${renderCorrespondence(report, links)}
${renderTimeline(report)}
${renderKinds(report)}
${renderContacts(report, links)}
${renderExhibits(report, links)}
${renderIncidents(report, links)}
${renderPolicy(report.policy, links)}
${renderClaims(report.claims, links)}
${renderSetAside(report, links)}
${renderCoverage(report, links)}
${renderMethod(report, links)}
${renderCorrections(report, links)}
${renderAnswers(report)}
${renderPages(report, links)}
</main>
${pictureStore(report.pages)}
<footer>Made with contact-audit ${tool}, model ${model}.</footer>
<script>${trusted(script)}</script>
</body>
</html>
`;
}
