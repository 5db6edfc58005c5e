import type { AuditCounts, AuditInput, AuditReport } from './audit.ts';
import { buildContacts } from './build-contacts.ts';
import { listIncidents } from './build-incidents.ts';
import { buildPages } from './build-pages.ts';
import { buildClaims, buildPolicy } from './build-policy.ts';
import { buildCorrespondence } from './build-replies.ts';
import { buildSample } from './build-sample.ts';
import { buildSetAside } from './build-set-aside.ts';
import { buildTimeline } from './build-timeline.ts';
import { countKinds, crossKinds, read, tally } from './count-contacts.ts';
import { CONTACT_VERDICTS, isContact } from './labels.ts';
import { listCoverage } from './list-coverage.ts';
import { type AgencyResponse, NO_SUPPLEMENTS } from './supplements.ts';
import { writeHeadline } from './write-headline.ts';

function byContact(responses: readonly AgencyResponse[]): Map<string, AgencyResponse[]> {
  const map = new Map<string, AgencyResponse[]>();
  for (const response of responses) {
    map.set(response.contact_id, [...(map.get(response.contact_id) ?? []), response]);
  }
  return map;
}

/** Case data in, everything a report prints out. Pure: the same input gives the same report, in whatever order its lists come. */
export function buildAudit(input: AuditInput): AuditReport {
  const files = [...input.files].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
  const items = new Map(input.items.map((item) => [item.item_id, item]));
  const found = input.exchanges.filter(isContact);
  const others = input.exchanges.filter((exchange) => !isContact(exchange));
  const unread = new Set(
    input.pages.filter((page) => page.method === 'unread').map((page) => `${page.file_id} ${page.page}`),
  );
  const { request, corrections, responses } = input.supplements ?? NO_SUPPLEMENTS;
  const disputed = new Set(responses.flatMap((one) => (one.disputed ? [one.contact_id] : [])));
  const stamps = new Map(input.pages.map((page) => [`${page.file_id} ${page.page}`, page.bates]));
  const contacts = buildContacts(found, {
    items,
    participants: input.participants,
    isUnread: (fileId, page) => unread.has(`${fileId} ${page}`),
    batesOf: (fileId, page) => stamps.get(`${fileId} ${page}`) ?? null,
    responses: byContact(responses),
  });
  const pages = buildPages(files, input.pages, input.page_images, contacts);
  const setAside = buildSetAside(others, items, input.participants);
  const [strict, broad] = [read('strict', found, disputed), read('broad', found, disputed)];
  const counts: AuditCounts = {
    files: files.length,
    pages: input.pages.length,
    items: input.items.filter((item) => item.duplicate_of === null).length,
    copies: input.items.filter((item) => item.duplicate_of !== null).length,
    exchanges: input.exchanges.length,
    not_contact: others.length,
    not_contact_review: others.filter((exchange) => exchange.needs_review).length,
    all: tally(found, disputed),
  };
  return {
    title: input.title,
    headline: writeHeadline(counts, strict, broad),
    counts,
    verdicts: CONTACT_VERDICTS.map((verdict) => ({
      verdict,
      tally: tally(
        found.filter((contact) => contact.verdict === verdict),
        disputed,
      ),
    })),
    strict,
    broad,
    timeline: buildTimeline(found),
    nature: countKinds(found, (contact) => contact.nature),
    direction: countKinds(found, (contact) => [contact.direction ?? 'unknown']),
    component: countKinds(found, (contact) => contact.component),
    crossed: crossKinds(found),
    contacts,
    contacts_left_out: found.length - contacts.length,
    incidents: listIncidents(contacts),
    correspondence: buildCorrespondence(contacts, input.items),
    set_aside: setAside.rows,
    set_aside_left_out: setAside.left_out,
    coverage: listCoverage(files, input.pages, input.items),
    pages: pages.pages,
    pages_printed: pages.printed,
    pages_left_out: pages.left_out,
    versions: input.versions,
    settings: input.settings,
    thresholds: input.thresholds ?? {},
    error_rates: input.error_rates ?? null,
    sample: buildSample(input.samples ?? [], input),
    policy: input.policy === undefined ? null : buildPolicy(input.policy, contacts),
    claims: input.claims === undefined ? null : buildClaims(input.claims, contacts),
    request,
    corrections,
    inputs: [...input.inputs].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0)),
  };
}
