import type { CoderAgreement, MeasureName, SampleCoder, SampleSection } from './build-sample.ts';
import type { Estimate } from './exact-interval.ts';
import { count, plural, showDate, VERDICT_NAMES } from './labels.ts';
import { LONE_STRATUM, UNREAD_STRATUM, verdictOfStratum } from './sample-input.ts';

const SURENESS: Record<string, string> = {
  sure: 'model sure',
  review: 'needs review',
  'less-sure': 'model less sure',
  'poorly-read': 'page hard to read',
};

/** What a stratum is called: `Status only, needs review`. */
export function nameStratum(stratum: string): string {
  if (stratum === UNREAD_STRATUM) return 'Page on which nothing was read';
  if (stratum === LONE_STRATUM) return 'Item that no exchange holds';
  const [, how = ''] = stratum.split('.');
  return `${VERDICT_NAMES[verdictOfStratum(stratum)]}, ${SURENESS[how] ?? how}`;
}

export function nameMeasure(name: MeasureName): string {
  if (name === 'contact') return 'All contacts';
  if (name === 'strict') return 'Strict: status only';
  if (name === 'broad') return 'Broad: status only and mixed';
  return VERDICT_NAMES[name];
}

/** A share of 0 to 1 in per cent, with one decimal below ten, where it matters. */
function percentOf(share: number): string {
  const value = share * 100;
  return value > 0 && value < 9.95 ? value.toFixed(1) : value.toFixed(0);
}

/** `12 % (8.1–17 %)`. A dash where nothing is known. */
export function showShare(estimate: Estimate | null): string {
  if (estimate === null) return '–';
  const { value, low, high } = estimate;
  return `${percentOf(value)} % (${percentOf(low)}–${percentOf(high)} %)`;
}

/** `81 (74–93)`, in whole contacts. */
export function showTotal(estimate: Estimate | null): string {
  if (estimate === null) return '–';
  const whole = (value: number) => count(Math.round(value));
  return `${whole(estimate.value)} (${whole(estimate.low)}–${whole(estimate.high)})`;
}

function days({ first_day, last_day }: SampleCoder): string {
  return first_day === last_day ? first_day : `${first_day} to ${last_day}`;
}

function coderWords(coder: SampleCoder): string {
  const { name, coded, settles } = coder;
  return settles
    ? `${name} decided ${plural(coded, 'unit')} on which they differed (${days(coder)})`
    : `${name} coded ${plural(coded, 'unit')} (${days(coder)})`;
}

/** Who coded what and when, one sentence each. */
export function sampleCoders({ coders }: SampleSection): string {
  return coders.map((coder) => `${coderWords(coder)}.`).join(' ');
}

/** Said where nobody has coded anything. */
export function uncodedWords(sample: SampleSection | null): string {
  const rates =
    'the model’s errors on these very records are not measured, and the rates above are of other text.';
  return sample === null
    ? `No sample was coded by people; ${rates}`
    : `A sample of ${count(sample.drawn)} was drawn on ${showDate(sample.drawn_on)} and is not coded by people yet; ${rates}`;
}

/** How the sample was taken. */
export function sampleWords({ sample, drawn, drawn_on, coded, seed, samples }: SampleSection): string {
  const partly =
    coded < drawn ? `${count(coded)} of them are coded so far; the others are left out.` : 'All are coded.';
  const others = samples > 1 ? ` The case holds ${count(samples)} samples; this is number ${sample}.` : '';
  return (
    `${count(drawn)} exchanges, items and pages were drawn by chance on ${showDate(drawn_on)} from strata by what the model said ` +
    `(seed ${seed}), and people coded them without seeing the model’s codes. ${partly}${others}`
  );
}

/** What was missed: the sentence that a recall estimate is for. Null where nothing can be said yet. */
export function elusionWords({ measures, set_aside }: SampleSection): string | null {
  const contacts = measures.find(({ name }) => name === 'contact');
  const elusion = contacts?.elusion ?? null;
  const recall = contacts?.recall ?? null;
  if (elusion === null || recall === null) return null;
  const missed = (share: number) => count(Math.round(share * set_aside));
  return (
    `Of all contacts in what could be read an estimated ${showShare(recall)} were found. Of the ${count(set_aside)} exchanges and items ` +
    `set aside, an estimated ${missed(elusion.value)} (${missed(elusion.low)}–${missed(elusion.high)}) are contacts all the same: ` +
    `an elusion rate of ${showShare(elusion)}.`
  );
}

/** How far coders agree. */
export function agreementWords({ units, agreed, share, kappa, unsettled }: CoderAgreement): string {
  const two = (value: number) => value.toFixed(2);
  const open =
    unsettled === 0
      ? ''
      : ` On ${plural(unsettled, 'unit')} they still differ; the first coder’s word counts until they are settled.`;
  return (
    `${plural(units, 'unit')} ${units === 1 ? 'was' : 'were'} coded by two people apart from each other: they gave the same verdict to ` +
    `${count(agreed)}, ${showShare(share)}; Cohen’s kappa ${two(kappa.value)} (${two(kappa.low)}–${two(kappa.high)}).${open}`
  );
}

/** What has changed since the draw; null where nothing has. */
export function changeWords({ changes: { recoded, gone, added } }: SampleSection): string | null {
  const parts = [
    recoded === 0 ? null : `${plural(recoded, 'unit')} ${recoded === 1 ? 'has' : 'have'} another code now`,
    gone === 0
      ? null
      : `${plural(gone, 'unit')} ${gone === 1 ? 'is' : 'are'} no longer in the case and left out`,
    added === 0
      ? null
      : `${plural(added, 'unit')} ${added === 1 ? 'has' : 'have'} come in that could not be drawn and for which these rates do not speak`,
  ].filter((part) => part !== null);
  if (parts.length === 0) return null;
  return `The case has changed since the sample was drawn: ${parts.join('; ')}. People’s codes are set beside the codes as they are now.`;
}

/** What the columns mean, under the tables. */
export const SAMPLE_NOTE =
  'Error: people gave another verdict. Right: of what the model counted, what people count too (precision). Found: of what people ' +
  'would count in the whole case, what the model counted (recall). All intervals are of 95 %: exact ones by stratum (Clopper and Pearson, for a finite ' +
  'population), and for right, found and number those of Webber’s beta-binomial simulation over the strata. Pages on which ' +
  'nothing was read are not part of them. docs/sampling.md has the formulas.';

/** `A. R.` of `Ana Ruiz`: who coded, without the name. */
export function initialsOf(name: string): string {
  return name
    .split(/[\s.,-]+/)
    .filter((word) => word !== '')
    .map((word) => `${(word.match(/./u)?.[0] ?? '').toUpperCase()}.`)
    .join(' ');
}

/** The section for a public edition: coders by initials. */
export function publishSample(sample: SampleSection): SampleSection {
  return { ...sample, coders: sample.coders.map((coder) => ({ ...coder, name: initialsOf(coder.name) })) };
}
