/**
 * How far a second reader of labelled items, who did not see the labels, agrees with them.
 *
 *     npm run measure:labels
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CONDUCTS, kappa, PURPOSES, VERDICTS } from '../classify/index.ts';
import { readLabelledFiles } from '../cli/labelled-files.ts';
import { PROJECT_ROOT } from '../workers/index.ts';

type Axis = 'verdict' | 'purpose' | 'conduct';
/** `model`: the verdict of the model that was trained without the writer of the item. */
type Reading = Record<Axis, string | null> & {
  id: string;
  drawn: 'agreed' | 'disputed';
  model: string;
  sure: boolean;
};

const CODES: Record<Axis, readonly string[]> = { verdict: VERDICTS, purpose: PURPOSES, conduct: CONDUCTS };
const GROUPS: Record<Reading['drawn'], string> = {
  agreed: 'drawn at random where the model says what the label says',
  disputed: 'where the model is sure of another verdict than the label',
};

const readings = readFileSync(join(PROJECT_ROOT, 'fixtures/second-reading/readings.jsonl'), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Reading);
const labelled = await readLabelledFiles([join(PROJECT_ROOT, 'fixtures/labelled')]);
const labels = new Map(labelled.map(({ input, labels }) => [input.id, labels]));
const print = (line: string) => process.stdout.write(`${line}\n`);

/** Counts of label (row) against second reading (column), of items that both take for contacts where the axis is one of contacts. */
function tableOf(axis: Axis, chosen: readonly Reading[]): number[][] {
  const codes = CODES[axis];
  const table = codes.map(() => codes.map(() => 0));
  for (const reading of chosen) {
    const [row, column] = [labels.get(reading.id)?.[axis], reading[axis]].map((code) =>
      codes.indexOf(code ?? ''),
    );
    if (row === undefined || column === undefined || row < 0 || column < 0) continue;
    table[row]![column]! += 1;
  }
  return table;
}

const missing = readings.filter(({ id }) => !labels.has(id)).length;
if (missing > 0) throw new Error(`${missing} readings are of no labelled item`);
for (const [drawn, words] of Object.entries(GROUPS)) {
  for (const [name, chosen] of [
    ['all', readings.filter((reading) => reading.drawn === drawn)],
    ['sure', readings.filter((reading) => reading.drawn === drawn && reading.sure)],
  ] as const) {
    print(`${chosen.length} items ${words}${name === 'sure' ? ', of which the second reader is sure' : ''}`);
    const withModel = chosen.filter(({ id, model, verdict }) => {
      return model === verdict && verdict !== labels.get(id)?.verdict;
    });
    print(`  with the model against the label: ${withModel.length}`);
    for (const axis of Object.keys(CODES) as Axis[]) {
      const table = tableOf(axis, chosen);
      const total = table.flat().reduce((sum, count) => sum + count, 0);
      const same = table.reduce((sum, row, i) => sum + row[i]!, 0);
      const share = `${((100 * same) / total).toFixed(1)} % of ${total}`;
      print(`  ${axis.padEnd(10)}${share.padEnd(18)}kappa ${kappa(table).toFixed(3)}`);
    }
  }
}
