import type { AuditReport, PageText, SetAside } from './audit.ts';
import { publishSample } from './sample-words.ts';

/** Where it stands and how it was coded; nothing of what it says or who wrote it. */
function withoutWords({ exchange, places }: SetAside): SetAside {
  return { exchange: { ...exchange, subject: '' }, participants: [], excerpt: '', cut: false, places };
}

function isCited({ contacts }: PageText): boolean {
  return contacts.length > 0;
}

/**
 * What a public edition need not show: the words of exchanges that are no contacts, and pages on which no contact stands.
 * Every number stays as it is. Names are masked apart, by `maskAudit`.
 */
export function forPublication(report: AuditReport): AuditReport {
  const pages = report.pages.filter(isCited);
  return {
    ...report,
    sample: report.sample === null ? null : publishSample(report.sample),
    set_aside: report.set_aside.map(withoutWords),
    pages,
    pages_printed: report.pages_printed === 'of quotes' ? 'of quotes' : 'of contacts',
    pages_left_out: report.pages_left_out + report.pages.length - pages.length,
  };
}
