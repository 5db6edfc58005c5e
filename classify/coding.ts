/**
 * The answers of the codebook (`docs/codebook.md`) for one item or exchange, and the rule that makes the verdict of them.
 */
export const RELEVANCES = ['contact', 'mention', 'none'] as const;
export type Relevance = (typeof RELEVANCES)[number];

export const PURPOSES = [
  'criminal',
  'civil-immigration',
  'victim-services',
  'administrative',
  'unclear',
] as const;
export type Purpose = (typeof PURPOSES)[number];

export const CONDUCTS = ['alleged-crime', 'infraction', 'none', 'unstated'] as const;
export type Conduct = (typeof CONDUCTS)[number];

export const VERDICTS = [
  'status-only',
  'mixed',
  'criminal-investigation',
  'undetermined',
  'administrative',
  'not-contact',
] as const;
/** In the codebook's order of precedence: where an exchange has several persons or purposes the first wins. */
export type Verdict = (typeof VERDICTS)[number];

export const DIRECTIONS = ['to-ice', 'from-ice', 'internal', 'third-party'] as const;
export type Direction = (typeof DIRECTIONS)[number];

export const NATURES = [
  'referral-or-tip',
  'status-check',
  'info-request',
  'info-provided',
  'detainer-or-hold',
  'release-notification',
  'custody-transfer',
  'joint-operation',
  'called-to-scene',
  'interpreter',
  'identity-or-record-check',
  'database-access',
  'interview-access',
  'task-force',
  'training-or-meeting',
  'victim-or-visa-certification',
  'policy',
  'social-or-logistics',
] as const;
export type Nature = (typeof NATURES)[number];

export const COMPONENTS = [
  'ERO',
  'HSI',
  'CBP',
  'USCIS',
  'LESC',
  'ICE-unspecified',
  'DHS-unspecified',
] as const;
export type Component = (typeof COMPONENTS)[number];

/** What the coder reads: one item with whatever it quotes. Header values are strings, empty where there are none. */
export interface CoderInput {
  id: string;
  kind: string;
  headers: { from: string; to: string; cc: string; date: string; subject: string };
  body: string;
}

/** `[start, end)` of the quote in `body` (UTF-16 units), or in the subject. `body.slice(start, end) === quote`, always. */
export interface EvidenceSpan {
  where: 'body' | 'subject';
  start: number;
  end: number;
  quote: string;
}

/**
 * One coded item. For `mention` and `none` the fields from `purpose` to `direction` and `persons` are null and the lists
 * empty. `probability` is that of `verdict`, calibrated; `probabilities` has all six and sums to 1.
 */
export interface Coding {
  relevance: Relevance;
  purpose: Purpose | null;
  conduct: Conduct | null;
  verdict: Verdict;
  probability: number;
  probabilities: Record<Verdict, number>;
  /** True where the coder abstains: a person has to decide. */
  needs_review: boolean;
  direction: Direction | null;
  nature: Nature[];
  component: Component[];
  /** How many individuals the contact concerns; 0 where none, null where it cannot be told. */
  persons: number | null;
  minors: boolean;
  evidence: EvidenceSpan[];
}

/** The fields of what is no contact; lists of their own each time. */
export function withoutContact() {
  return { direction: null, nature: [], component: [], persons: null, minors: false, evidence: [] };
}

/** The verdict by the codebook's table (section 4). */
export function verdictOf(relevance: Relevance, purpose: Purpose | null, conduct: Conduct | null): Verdict {
  if (relevance !== 'contact') return 'not-contact';
  switch (purpose) {
    case 'criminal':
      return 'criminal-investigation';
    case 'civil-immigration':
      return conduct === 'alleged-crime' ? 'mixed' : 'status-only';
    case 'victim-services':
    case 'administrative':
      return 'administrative';
    default:
      return 'undetermined';
  }
}
