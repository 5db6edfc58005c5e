import { createHash } from 'node:crypto';
import type { AuditReport } from './audit.ts';
import { clientScript } from './client/client-script.ts';
import { type Html, html, trusted } from './html.ts';
import { renderClaims } from './render-html-claims.ts';
import { renderContacts } from './render-html-contacts.ts';
import { renderCoverage } from './render-html-coverage.ts';
import { renderExhibits } from './render-html-exhibits.ts';
import { renderMethod } from './render-html-method.ts';
import { renderPages } from './render-html-pages.ts';
import { linksOf } from './render-html-parts.ts';
import { renderPolicy } from './render-html-policy.ts';
import { renderSetAside } from './render-html-set-aside.ts';
import { renderKinds, renderSummary } from './render-html-summary.ts';
import { renderTimeline } from './render-html-timeline.ts';
import { STYLE as BASE_STYLE } from './style.ts';
import { POLICY_STYLE } from './style-policy.ts';

const STYLE = BASE_STYLE + POLICY_STYLE;

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
    ['timeline', 'When', has],
    ['kinds', 'Kinds', has],
    ['contacts', 'Contacts', true],
    ['exhibits', 'One by one', has],
    ['policy', 'Policy', report.policy !== null],
    ['claims', 'Claims', report.claims !== null && report.claims.sides.length > 0],
    ['set-aside', 'Set aside', true],
    ['coverage', 'Not read', true],
    ['method', 'Method', true],
    ['pages', 'Pages', true],
  ];
  return html`<nav aria-label="Contents"><ul>${entries
    .filter(([, , shown]) => shown)
    .map(([id, name]) => html`<li><a href="#${id}">${name}</a></li>`)}</ul></nav>`;
}

/**
 * The working edition: one page that holds everything, opens from disk, and is complete without scripts. It prints names
 * as the records do. Returns the file's text; the same report gives the same text.
 */
export function renderHtml(report: AuditReport): string {
  const links = linksOf(report);
  const script = clientScript();
  const { tool, model } = report.versions;
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy(script)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<title>${report.title}: audit of contacts with immigration authorities</title>
<style>${trusted(STYLE)}</style>
<script>${trusted(EARLY_SCRIPT)}</script>
</head>
<body>
<a class="skip" href="#summary">To the summary</a>
<header class="top">
<p class="kind">Audit of contacts with immigration authorities</p>
<h1>${report.title}</h1>
<p>Working edition. It prints the names of private persons as they stand in the records and is not for publication.</p>
</header>
${contents(report)}
<main>
${renderSummary(report)}
${renderTimeline(report)}
${renderKinds(report)}
${renderContacts(report, links)}
${renderExhibits(report, links)}
${renderPolicy(report.policy, links)}
${renderClaims(report.claims, links)}
${renderSetAside(report, links)}
${renderCoverage(report, links)}
${renderMethod(report)}
${renderPages(report, links)}
</main>
<footer>Made with contact-audit ${tool}, model ${model}.</footer>
<script>${trusted(script)}</script>
</body>
</html>
`.text;
}
