import { bootstrapInterval, kappa, VERDICTS, type Verdict } from '../classify/index.ts';
import {
  type CodePair,
  codePairs,
  codesByUnit,
  countChanges,
  countStrata,
  isUnsettled,
  type PresentRecords,
  partsOf,
  presentCodes,
  type SampleChanges,
  type StratumCount,
} from './count-sample.ts';
import { estimateParts, type PartEstimates } from './estimate-parts.ts';
import { type Estimate, exactShare } from './exact-interval.ts';
import { CONTACT_VERDICTS } from './labels.ts';
import {
  LONE_STRATUM,
  type SampleCode,
  type SampleInput,
  UNREAD_STRATUM,
  verdictOfStratum,
} from './sample-input.ts';

/** How often people gave another verdict than the coder, in one stratum. */
export interface StratumRow {
  stratum: string;
  population: number;
  drawn: number;
  coded: number;
  /** Units that people code otherwise. */
  otherwise: number;
  error: Estimate | null;
}

/** `contact`: all contacts; `strict` and `broad`: the two readings; else a verdict. */
export type MeasureName = 'contact' | 'strict' | 'broad' | Verdict;

/** One verdict or reading in the whole case, as the sample sees it. */
export interface MeasureRow extends PartEstimates {
  name: MeasureName;
  /** What the case counts now, among what could be drawn. */
  counted: number;
}

/** One person's part in it. */
export interface SampleCoder {
  /** As it was given; initials in a public edition. */
  name: string;
  coded: number;
  first_day: string;
  last_day: string;
  /** True where the person decided between coders who differ. */
  settles: boolean;
}

/** How far two people who coded the same units by themselves agree. */
export interface CoderAgreement {
  units: number;
  agreed: number;
  /** Share of units with one verdict, exact interval for so many independent units. */
  share: Estimate | null;
  /** Cohen's kappa over the six verdicts, interval by bootstrap. */
  kappa: Estimate;
  /** Units on which people still differ; the first one's code counts for them. */
  unsettled: number;
}

/** The error rates that people have measured on the records of this very case. */
export interface SampleSection {
  sample: number;
  drawn_on: string;
  seed: string;
  drawn: number;
  coded: number;
  /** Samples of the case, this one among them. */
  samples: number;
  model: string;
  coders: SampleCoder[];
  strata: StratumRow[];
  measures: MeasureRow[];
  /** Of what was set aside, what people would call a contact. */
  set_aside: number;
  agreement: CoderAgreement | null;
  changes: SampleChanges;
}

const MEASURES: readonly [MeasureName, readonly Verdict[]][] = [
  ['contact', CONTACT_VERDICTS],
  ['strict', ['status-only']],
  ['broad', ['status-only', 'mixed']],
  ...CONTACT_VERDICTS.filter((verdict) => verdict !== 'status-only').map(
    (verdict): [MeasureName, readonly Verdict[]] => [verdict, [verdict]],
  ),
];

function measure(strata: readonly StratumCount[], [name, verdicts]: (typeof MEASURES)[number]): MeasureRow {
  const parts = partsOf(strata, verdicts);
  const counted = parts.counted.reduce((sum, { population }) => sum + population, 0);
  return { name, counted, ...estimateParts(parts) };
}

function describeStratum({ stratum, drawn, said, coded }: StratumCount): StratumRow {
  const population = [...said.values()].reduce((sum, units) => sum + units, 0);
  const otherwise = coded.filter((one) => one.said !== one.truth).length;
  return {
    stratum,
    population,
    drawn,
    coded: coded.length,
    otherwise,
    error: exactShare(population, coded.length, otherwise),
  };
}

function listCoders(codes: readonly SampleCode[]): SampleCoder[] {
  const coders = new Map<string, SampleCode[]>();
  for (const code of codes) {
    const key = `${code.settles} ${code.coder}`;
    coders.set(key, [...(coders.get(key) ?? []), code]);
  }
  return [...coders.values()].flatMap((own) => {
    const [first] = own;
    if (first === undefined) return [];
    const days = own.map(({ date }) => date).sort();
    return {
      name: first.coder,
      coded: new Set(own.map(({ unit }) => unit)).size,
      first_day: days[0] ?? '',
      last_day: days.at(-1) ?? '',
      settles: first.settles,
    };
  });
}

/** Strata in the order of the codebook's verdicts, what the model is sure of first; then what no model has coded. */
function placeOfStratum(stratum: string): number {
  if (stratum === UNREAD_STRATUM) return Number.POSITIVE_INFINITY;
  if (stratum === LONE_STRATUM) return VERDICTS.length * SURENESS.length;
  const how = SURENESS.indexOf(stratum.slice(stratum.indexOf('.') + 1));
  return VERDICTS.indexOf(verdictOfStratum(stratum)) * SURENESS.length + how;
}

const SURENESS = ['sure', 'less-sure', 'poorly-read', 'review'];

/** So large that drawing without replacement is drawing with it: agreement is about coders, not about this case's units. */
const ENDLESS = 1_000_000_000;
/** Of the bootstrap: the same pairs have to give the same interval. */
const KAPPA_SEED = 1;

/** Agreement of two coders on units that both have coded; null where there are none. */
export function measureCoders(pairs: readonly CodePair[], unsettled = 0): CoderAgreement | null {
  if (pairs.length === 0) return null;
  const agreed = pairs.filter(({ first, second }) => first === second).length;
  const [first, second] = [pairs.map((pair) => pair.first), pairs.map((pair) => pair.second)];
  return {
    units: pairs.length,
    agreed,
    share: exactShare(ENDLESS, pairs.length, agreed),
    kappa: bootstrapInterval(first, second, VERDICTS, kappa, KAPPA_SEED),
    unsettled,
  };
}

/** The newest sample that people have coded some of; the newest at all where none is coded; null where none was drawn. */
export function chooseSample(samples: readonly SampleInput[]): SampleInput | null {
  const newest = [...samples].sort((a, b) => b.draw.sample - a.draw.sample);
  return newest.find(({ codes }) => codes.length > 0) ?? newest[0] ?? null;
}

/** What people's codes of a sample say about the codes of the case as they are now. Null where no sample was drawn. */
export function buildSample(samples: readonly SampleInput[], records: PresentRecords): SampleSection | null {
  const chosen = chooseSample(samples);
  if (chosen === null) return null;
  const { draw, codes } = chosen;
  const present = presentCodes(records);
  const units = codesByUnit(codes);
  const strata = countStrata(chosen, present, units);
  return {
    sample: draw.sample,
    drawn_on: draw.drawn_on,
    seed: draw.seed,
    drawn: draw.units.length,
    coded: strata.reduce((sum, { coded }) => sum + coded.length, 0),
    samples: samples.length,
    model: draw.model,
    coders: listCoders(codes),
    strata: [...strata]
      .sort((a, b) => placeOfStratum(a.stratum) - placeOfStratum(b.stratum))
      .map(describeStratum),
    measures: MEASURES.map((one) => measure(strata, one)),
    set_aside: partsOf(strata, CONTACT_VERDICTS).passed.reduce((sum, { population }) => sum + population, 0),
    agreement: measureCoders(codePairs(units), [...units.values()].filter(isUnsettled).length),
    changes: countChanges(chosen, present),
  };
}
