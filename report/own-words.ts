import type { AuditReport } from './audit.ts';
import type { FindingCell } from './policy-section.ts';
import { renderHtml } from './render-html.ts';

function withoutEntries(cells: readonly FindingCell[]): FindingCell[] {
  return cells.map((cell) => ({ ...cell, entries: [], left_out: cell.total }));
}

/** A page that holds what a report says whatever the records hold: its headings, method, codebook and the tested rules. */
export function ownWords(report: AuditReport): string {
  const { coverage, policy } = report;
  const rows = policy?.rows.map(({ rule, cells, counterfactual }) => ({
    rule,
    cells: withoutEntries(cells),
    counterfactual: withoutEntries(counterfactual),
  }));
  return renderHtml(
    {
      ...report,
      title: '',
      contacts: [],
      incidents: [],
      set_aside: [],
      pages: [],
      inputs: [],
      settings: {},
      claims: null,
      policy: policy === null ? null : { ...policy, rows: rows ?? [] },
      request: null,
      corrections: [],
      coverage: {
        ...coverage,
        files: [],
        unread: [],
        low_confidence: [],
        failed_redactions: [],
        mostly_redacted: [],
        bates: { pages: 0, series: [], gaps: [], repeated: [] },
      },
    },
    'public',
  );
}
