import type { CaseData, ParticipantRow } from '../case/index.ts';
import { parseSources } from '../policy/index.ts';
import type { AuditInput, PageImage, Participant } from '../report/index.ts';

/** What a case is to the report. Pictures of pages are read from the store by who needs them. */
export function auditInput(data: CaseData, page_images: readonly PageImage[]): AuditInput {
  return {
    title: data.title,
    files: data.files,
    pages: data.pages,
    items: data.items,
    exchanges: data.exchanges,
    participants: byExchange(data.participants),
    page_images,
    versions: data.versions,
    settings: data.settings,
    thresholds: data.model_card.thresholds,
    ...(data.model_card.error_rates === null ? {} : { error_rates: data.model_card.error_rates }),
    ...(data.samples === undefined ? {} : { samples: data.samples }),
    inputs: data.inputs.map(({ path, sha256, bytes }) => ({ path, sha256, bytes })),
    ...policyInput(data),
    ...(data.supplements === undefined ? {} : { supplements: data.supplements }),
  };
}

/** Rules with their findings, and claims with their answers, where the case has some. */
function policyInput({
  policy_sources,
  findings,
  claim_checks,
}: CaseData): Pick<AuditInput, 'policy' | 'claims'> {
  if (policy_sources === null) return {};
  const { policies } = parseSources(policy_sources);
  const { counterfactual } = policy_sources;
  return {
    ...(policies.length === 0 ? {} : { policy: { policies, findings, counterfactual } }),
    ...(policy_sources.claims === null ? {} : { claims: claim_checks }),
  };
}

function byExchange(rows: ParticipantRow[]): Record<string, Participant[]> {
  const people: Record<string, Participant[]> = {};
  for (const { exchange_id, ...person } of rows) {
    people[exchange_id] ??= [];
    people[exchange_id].push(person);
  }
  return people;
}
