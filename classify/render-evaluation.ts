import { VERDICTS } from './coding.ts';
import type { Evaluation, Interval } from './evaluate.ts';
import type { PartScores } from './score-part.ts';

const SHORT = ['status', 'mixed', 'criminal', 'undet.', 'admin', 'none'];

/** The evaluation as plain text for a terminal and for the model card. */
export function renderEvaluation(evaluation: Evaluation): string {
  const { axes, fields, contactRecall, pairs, quotes, decided } = evaluation;
  const lines = [
    `${evaluation.items} items in ${evaluation.groups.length} files; 95 % intervals by bootstrap over items`,
    '',
    `verdict                 items  precision            recall               F1`,
    ...evaluation.verdicts.map(
      (score) =>
        `${score.verdict.padEnd(22)} ${String(score.support).padStart(6)}  ${range(score.precision)}  ${range(score.recall)}  ${range(score.f1)}`,
    ),
    '',
    `accuracy   ${range(evaluation.accuracy)}`,
    `kappa      ${range(evaluation.kappa)}`,
    `macro-F1   ${range(evaluation.macroF1)}`,
    '',
    `kappa of the answers: relevance ${number(axes.relevance)}, purpose ${number(axes.purpose)}, conduct ${number(axes.conduct)} (the last two over contacts that were found)`,
    `fields: direction ${number(fields.direction)} right, persons ${number(fields.persons)} right, minors ${number(fields.minors)} right, nature F1 ${number(fields.nature)}, component F1 ${number(fields.component)}`,
    `contact recall ${number(contactRecall.alone)}; counting what is put before a person ${number(contactRecall.withReview)}`,
    `contrast pairs with both members right: ${pairs.right} of ${pairs.count} (${number(pairs.count === 0 ? 0 : pairs.right / pairs.count)})`,
    `quotes that share text with a person's: the first ${number(quotes.first)}, any ${number(quotes.any)}`,
    `characters quoted that a person quoted too ${number(quotes.precision)}; characters a person quoted that are quoted ${number(quotes.recall)}`,
    '',
    `decided without a person: ${number(decided.share)} of the items, ${number(decided.precision)} right`,
    ...decided.verdicts.map(
      (score) =>
        `  ${score.verdict.padEnd(22)} ${String(score.items).padStart(5)}  ${score.items === 0 ? '    -' : number(score.precision)}`,
    ),
    '',
    'as read from a poor scan:',
    ...evaluation.noise.map(
      (copy) =>
        `  ${(copy.rate * 100).toFixed(0)} % of characters misread: kappa ${number(copy.kappa)}, macro-F1 ${number(copy.macroF1)}, contact recall ${number(copy.contactRecall)}, decided ${number(copy.decided)} with ${number(copy.precision)} right`,
    ),
    '',
    `with the words hidden that carry the code (${evaluation.redacted.items} contacts about a person): undetermined ${number(evaluation.redacted.undetermined)}, put before a person ${number(evaluation.redacted.review)}, decided alone with another verdict ${number(evaluation.redacted.guessed)}`,
    '',
    `calibration error (ECE, ten bins) ${number(evaluation.calibration.error)}`,
    'probability   items   mean   right',
    ...evaluation.calibration.bins
      .filter((bin) => bin.items > 0)
      .map(
        (bin) =>
          `${bin.from.toFixed(1)} to ${(bin.from + 0.1).toFixed(1)}   ${String(bin.items).padStart(6)}  ${number(bin.probability)}   ${number(bin.right)}`,
      ),
    '',
    `confusion (rows: people, columns: coder)`,
    `${''.padEnd(24)}${SHORT.map((name) => name.padStart(9)).join('')}`,
    ...evaluation.confusion.map(
      (row, at) => `${VERDICTS[at]!.padEnd(24)}${row.map((count) => String(count).padStart(9)).join('')}`,
    ),
    '',
    ...(evaluation.first === null ? [] : [partLine(evaluation.first), '']),
    `kappa by file: ${evaluation.groups.map((entry) => `${entry.group} ${number(entry.kappa)}`).join(', ')}`,
  ];
  return `${lines.join('\n')}\n`;
}

/** The files that count more in training, in a few lines. */
function partLine(part: PartScores): string {
  const { kappa, macroF1, contactRecall, pairs, decided, statusOnly, calibrationError } = part;
  return [
    `of these, the ${part.items} items of the ${part.files} files that count more (worth.json):`,
    `  kappa ${range(kappa)}, macro-F1 ${range(macroF1)}`,
    `  contact recall ${number(contactRecall.alone)}; counting what is put before a person ${number(contactRecall.withReview)}`,
    `  contrast pairs with both members right: ${pairs.right} of ${pairs.count} (${number(pairs.count === 0 ? 0 : pairs.right / pairs.count)})`,
    `  decided without a person: ${number(decided.share)}, ${number(decided.precision)} right; of these status-only ${statusOnly.items}, ${number(statusOnly.precision)}`,
    `  calibration error ${number(calibrationError)}`,
  ].join('\n');
}

function number(value: number): string {
  return value.toFixed(3);
}

function range({ value, low, high }: Interval): string {
  return `${number(value)} (${number(low)}-${number(high)})`;
}
