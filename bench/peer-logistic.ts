/**
 * The floor: a plain multinomial logistic regression over TF-IDF of words, pairs of words and runs of three to five
 * characters of body and subject. It knows nothing of parts, people or cues.
 */
export interface PeerText {
  text: string;
  label: number;
}

export type Peer = (text: string) => number;

const FEWEST = 3;
const PASSES = 12;
const RATE = 0.5;
const PENALTY = 1e-6;

function countFeatures(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  const add = (name: string) => counts.set(name, (counts.get(name) ?? 0) + 1);
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  for (const [at, word] of words.entries()) {
    add(`w ${word}`);
    if (at > 0) add(`p ${words[at - 1]} ${word}`);
    const edged = ` ${word} `;
    for (let length = 3; length <= 5; length += 1)
      for (let from = 0; from + length <= edged.length; from += 1)
        add(`c ${edged.slice(from, from + length)}`);
  }
  return counts;
}

interface Row {
  ids: number[];
  values: number[];
}

function vectorize(counts: Map<string, number>, ids: Map<string, number>, idf: number[]): Row {
  const row: Row = { ids: [], values: [] };
  let squares = 0;
  for (const [name, times] of counts) {
    const id = ids.get(name);
    if (id === undefined) continue;
    const value = (1 + Math.log(times)) * idf[id]!;
    row.ids.push(id);
    row.values.push(value);
    squares += value * value;
  }
  const length = Math.sqrt(squares) || 1;
  row.values = row.values.map((value) => value / length);
  return row;
}

/** Trains the peer by stochastic descent with steps of its own size for each weight; no chance, the order is fixed. */
export function trainPeer(texts: readonly PeerText[], classes: number): Peer {
  const counted = texts.map(({ text }) => countFeatures(text));
  const documents = new Map<string, number>();
  for (const counts of counted)
    for (const name of counts.keys()) documents.set(name, (documents.get(name) ?? 0) + 1);
  const names = [...documents].filter(([, times]) => times >= FEWEST);
  const ids = new Map(names.map(([name], id) => [name, id]));
  const idf = names.map(([, times]) => Math.log(1 + texts.length / times));
  const rows = counted.map((counts) => vectorize(counts, ids, idf));
  const weights = new Float64Array(names.length * classes);
  const squares = new Float64Array(names.length * classes).fill(1e-3);
  const bias = new Float64Array(classes);
  for (let pass = 0; pass < PASSES; pass += 1) {
    for (let n = 0; n < rows.length; n += 1) {
      // A stride without a common factor takes the writers in turn rather than one after the other.
      const at = (n * 7919 + pass) % rows.length;
      const row = rows[at]!;
      const p = probabilities(row, weights, bias, classes);
      p[texts[at]!.label]! -= 1;
      for (let c = 0; c < classes; c += 1) bias[c]! -= 0.01 * p[c]!;
      for (const [k, id] of row.ids.entries()) {
        for (let c = 0; c < classes; c += 1) {
          const w = id * classes + c;
          const slope = p[c]! * row.values[k]! + PENALTY * weights[w]!;
          squares[w]! += slope * slope;
          weights[w]! -= (RATE * slope) / Math.sqrt(squares[w]!);
        }
      }
    }
  }
  return (text) => {
    const p = probabilities(vectorize(countFeatures(text), ids, idf), weights, bias, classes);
    return p.indexOf(Math.max(...p));
  };
}

function probabilities(row: Row, weights: Float64Array, bias: Float64Array, classes: number): number[] {
  const scores = Array.from(bias);
  for (const [k, id] of row.ids.entries())
    for (let c = 0; c < classes; c += 1) scores[c]! += row.values[k]! * weights[id * classes + c]!;
  const highest = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - highest));
  const total = powers.reduce((sum, power) => sum + power, 0);
  return powers.map((power) => power / total);
}
