import { statSync } from 'node:fs';
import { join } from 'node:path';
import {
  confusion,
  createCoder,
  kappa,
  type LabelledItem,
  macroF1,
  readLabelled,
  trainOnSet,
  VERDICTS,
} from '../classify/index.ts';
import { readLabelledFiles } from '../cli/labelled-files.ts';
import { loadKnowledge, loadLexicons, PROJECT_ROOT } from '../workers/index.ts';
import { trainPeer } from './peer-logistic.ts';

/**
 * Speed and size of the coder, and its scores beside those of a plain TF-IDF logistic regression, both trained on the same
 * files without some. Arguments: names of the files to leave out, which are left out together (default: every fifth). Prints
 * ratios, which hold on any machine.
 */

/** How often all items are coded. */
const ROUNDS = 5;

interface Answered {
  items: LabelledItem[];
  said: string[];
  seconds: number;
}

const seconds = (from: NodeJS.CpuUsage) => {
  const { user, system } = process.cpuUsage(from);
  return (user + system) / 1e6;
};

const textOf = ({ input }: LabelledItem) => `${input.headers.subject}\n${input.body}`;

/** What a coder says of items, and how long it takes. */
function ask(items: LabelledItem[], say: (item: LabelledItem) => string): Answered {
  const start = process.cpuUsage();
  const said = items.map(say);
  return { items, said, seconds: seconds(start) };
}

function scores({ items, said }: Answered): { kappa: number; f1: number } {
  const truth = items.map(({ labels }) => labels.verdict);
  const table = confusion<string>(truth, said, VERDICTS);
  return { kappa: kappa(table), f1: macroF1(table) };
}

const items = await readLabelledFiles([join(PROJECT_ROOT, 'fixtures/labelled')]);
const groups = [...new Set(items.map(({ group }) => group))];
const given = process.argv.slice(2);
const unknown = given.filter((name) => !groups.includes(name));
if (unknown.length > 0) {
  console.error(`no such file of labelled items: ${unknown.join(', ')}`);
  process.exit(2);
}
const left = given.length > 0 ? given : groups.filter((_, at) => at % 5 === 0);

let start = process.cpuUsage();
const coder = createCoder(loadKnowledge(null));
coder.code(items[0]!.input);
const opening = seconds(start);
// The first round compiles, and meets most words for the first time.
const rounds: number[] = [];
const byClock: number[] = [];
for (let round = 0; round < ROUNDS; round += 1) {
  start = process.cpuUsage();
  const begun = performance.now();
  for (const { input } of items) coder.code(input);
  rounds.push(seconds(start));
  byClock.push(Math.round((items.length / (performance.now() - begun)) * 1000));
}
const [first = 0, ...later] = rounds;
const coding = later.reduce((sum, one) => sum + one, 0) / later.length;

const lexicons = loadLexicons();
start = process.cpuUsage();
const set = readLabelled(items, lexicons);
trainOnSet(set);
const training = seconds(start);

const isLeft = ({ group }: LabelledItem) => left.includes(group);
const own = items.filter(isLeft);
const others = items.filter((item) => !isLeft(item));
const { model } = trainOnSet(set, { keeps: (group) => !left.includes(group) });
const unseen = createCoder({ ...lexicons, model, version: 'without some files' });
const ours = scores(ask(own, ({ input }) => unseen.code(input).verdict));
const plain = trainPeer(
  others.map((item) => ({ text: textOf(item), label: VERDICTS.indexOf(item.labels.verdict) })),
  VERDICTS.length,
);
const peer = ask(own, (item) => VERDICTS[plain(textOf(item))]!);
const floor = scores(peer);
const length = items.reduce((sum, item) => sum + textOf(item).length, 0) / items.length;
const megabytes = statSync(join(PROJECT_ROOT, 'classify/model/coder.json')).size / 1e6;

console.log(`items              ${items.length}, mean length ${length.toFixed(0)} characters`);
console.log(`model file         ${megabytes.toFixed(1)} MB`);
console.log(`training           ${training.toFixed(1)} s of one core`);
console.log(`opening            ${opening.toFixed(2)} s of one core`);
console.log(
  `coding             ${(items.length / coding).toFixed(0)} items/s of one core, ${(items.length / first).toFixed(0)} the first time`,
);
console.log(`by the clock       ${byClock.join(', ')} items/s, round by round`);
console.log(`left out           ${left.join(', ')}: ${peer.items.length} items`);
console.log(
  `kappa              ${ours.kappa.toFixed(3)}, plain logistic regression ${floor.kappa.toFixed(3)}`,
);
console.log(`macro-F1           ${ours.f1.toFixed(3)}, plain logistic regression ${floor.f1.toFixed(3)}`);
console.log(
  `errors             ${((1 - ours.f1) / (1 - floor.f1)).toFixed(2)} of the plain one's (by macro-F1)`,
);
console.log(
  `time an item       ${(coding / items.length / (peer.seconds / peer.items.length)).toFixed(2)} of the plain one's`,
);
