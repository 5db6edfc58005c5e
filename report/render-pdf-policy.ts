import type { Answer, FindingKind, Rule } from '../policy/index.ts';
import { count, plural, showDate } from './labels.ts';
import { exhibitName, type PdfContext } from './pdf-context.ts';
import { BODY, heading, label, list, NOTE, paragraph } from './pdf-flow.ts';
import { ACCENT, type Sheet } from './pdf-sheet.ts';
import { table } from './pdf-table.ts';
import type { Span } from './pdf-words.ts';
import type { ClaimView, FindingCell, FindingEntry, RuleRow } from './policy-section.ts';

const FINDING_NAMES: Record<FindingKind, string> = {
  'apparent conflict': 'Apparent conflict',
  consistent: 'Consistent',
  'cannot tell': 'Cannot tell',
  'not in force': 'Not in force',
};

const ANSWER_NAMES: Record<Answer, string> = {
  supported: 'Supported',
  partly: 'Supported in part',
  contradicted: 'Contradicted',
  'cannot tell': 'Cannot tell',
};

/** Findings of one kind under one rule that are printed one by one; all of them are in findings.csv. */
const MOST_FINDINGS = 25;

function periodText({ effective: { from, to } }: Rule): string {
  if (from === null && to === null) return 'no dates given';
  if (to === null) return `in force from ${showDate(from)}`;
  return from === null ? `in force until ${showDate(to)}` : `in force ${showDate(from)} to ${showDate(to)}`;
}

function contactSpan(number: number | null, id: string, { hasExhibit }: PdfContext): Span {
  if (number === null) return { text: `Contact ${id}` };
  return hasExhibit(number)
    ? { text: `Contact ${number}`, color: ACCENT, goTo: exhibitName(number) }
    : { text: `Contact ${number}` };
}

function entrySpans({ number, finding }: FindingEntry, context: PdfContext): Span[] {
  const { reason, missing_fact, quote, path, file_id, page } = finding;
  const where = path === null || file_id === null ? '' : ` (${context.cite({ path, file_id, page })})`;
  return [
    contactSpan(number, finding.contact_id, context),
    { text: `. ${missing_fact || reason}` },
    { text: quote === '' ? '' : ` “${quote.replace(/\s+/g, ' ').trim()}”${where}`, face: 'italic' },
  ];
}

function findingList(sheet: Sheet, { finding, total, entries }: FindingCell, context: PdfContext): void {
  if (total === 0 || (finding !== 'apparent conflict' && finding !== 'cannot tell')) return;
  label(sheet, `${FINDING_NAMES[finding]}: ${plural(total, 'contact')}`);
  const printed = entries.slice(0, MOST_FINDINGS);
  list(
    sheet,
    printed.map((entry) => entrySpans(entry, context)),
    NOTE,
  );
  const left = total - printed.length;
  if (left > 0) paragraph(sheet, `${plural(left, 'further contact')} in findings.csv.`, NOTE);
}

function ruleBlock(sheet: Sheet, { rule, cells }: RuleRow, context: PdfContext): void {
  heading(sheet, 2, rule.clause, `rule-${rule.id}`);
  paragraph(sheet, [
    { text: rule.quoted ? `“${rule.text}”` : rule.text },
    { text: rule.quoted ? '' : ' (paraphrase)' },
  ]);
  const read = rule.checked === null ? 'source not checked' : `source read on ${showDate(rule.checked)}`;
  const facts = [`${rule.policy_name}, ${rule.jurisdiction}`, periodText(rule), rule.url, read];
  paragraph(sheet, `${facts.filter((text) => text !== '').join('; ')}.`, NOTE);
  for (const cell of cells) findingList(sheet, cell, context);
}

/** Rules by finding, then each rule with its words, its source and the contacts a reader should look at. */
export function renderPdfPolicy(sheet: Sheet, context: PdfContext): void {
  const section = context.report.policy;
  if (section === null) return;
  paragraph(
    sheet,
    'Each contact was held against each rule that was in force on its day. A finding points to what a reader should look at. It is no judgement, and it is no surer than the code of the contact. “Cannot tell” says what the records would have to show.',
  );
  if (section.rows.length > 0) {
    table(sheet, {
      caption: 'Contacts by rule and finding',
      columns: [
        { head: 'Rule', share: 3 },
        ...Object.values(FINDING_NAMES).map((head) => ({ head, share: 1, number: true })),
      ],
      rows: section.rows.map(({ rule, cells }) => [
        `${rule.clause}\n${rule.policy_name}; ${periodText(rule)}`,
        ...cells.map(({ total }) => count(total)),
      ]),
    });
  }
  for (const row of section.rows) ruleBlock(sheet, row, context);
  if (section.unverified.length > 0) {
    label(sheet, 'Not tested, since the words of these clauses were not read in their source');
    list(
      sheet,
      section.unverified.map(({ clause, policy_name }) => `${clause} (${policy_name})`),
      NOTE,
    );
  }
}

/** At most two places, and none that are noughts. */
function figure(value: number | null): string {
  return value === null ? 'none' : String(Math.round(value * 100) / 100);
}

function sentence(text: string): string {
  return /[.?!]$/.test(text) ? text : `${text}.`;
}

function claimBlock(sheet: Sheet, { check }: ClaimView): void {
  const { claim, speaker, date, source, answer, strict, broad, unit, reason, would_change } = check;
  const said = [speaker, date === null ? '' : showDate(date), source].filter((part) => part !== '');
  label(sheet, `“${claim}”`, 50);
  paragraph(sheet, `${said.join(', ')}.`, { ...NOTE, after: 2 });
  const numbers =
    strict === null && broad === null ? '' : ` ${figure(strict)} strict, ${figure(broad)} broad (${unit}).`;
  paragraph(
    sheet,
    [
      { text: `${ANSWER_NAMES[answer]}.`, face: 'bold' },
      { text: `${numbers}${reason === '' ? '' : ` ${reason}`}` },
    ],
    { ...BODY, after: 2 },
  );
  const change = would_change === '' ? '' : ` What would change it: ${sentence(would_change)}`;
  paragraph(sheet, `Measured: ${sentence(check.measure)}${change}`, { ...NOTE, after: 8 });
}

/** What each side said in public, tested by the same rules. */
export function renderPdfClaims(sheet: Sheet, { report }: PdfContext): void {
  paragraph(
    sheet,
    'Public statements tested against the contacts, each in its speaker’s words, each side by the same rules. Where the strict and the broad number give different answers, a claim is supported in part. No number speaks beyond the records supplied.',
  );
  for (const { side, claims } of report.claims?.sides ?? []) {
    heading(sheet, 2, `${side.slice(0, 1).toUpperCase()}${side.slice(1)}`, `claims-${side}`);
    for (const claim of claims) claimBlock(sheet, claim);
  }
}
