import { type CountedTexts, GrowingTexts } from '../../classify/counted-texts.ts';

function enter(texts: GrowingTexts, features: readonly number[]): void {
  const from = texts.open(features.length);
  for (const [at, id] of features.entries()) {
    texts.ids[from + at] = id;
    texts.times[from + at] = id + 1;
  }
}

function listed({ size, starts, ids, times }: CountedTexts): [number, number][][] {
  return Array.from({ length: size }, (_, text) => {
    const own = Array.from({ length: starts[text + 1]! - starts[text]! }, (_one, at) => starts[text]! + at);
    return own.map((at) => [ids[at]!, times[at]!]);
  });
}

/** Texts of which more are entered than there is room for at first, one without a feature, one as long as the room. */
const LONG = Array.from({ length: 70_000 }, (_, at) => at % 500);
const ALL = [[3, 1], [], LONG, ...Array.from({ length: 1500 }, (_, at) => [at])];

describe('GrowingTexts', () => {
  const texts = new GrowingTexts();
  for (const features of ALL) enter(texts, features);
  const expected = ALL.map((features) => features.map((id) => [id, id + 1]));

  test('keeps each text with its features, however many come', () => {
    expect(listed(texts)).toEqual(expected);
    expect(listed(texts.send())).toEqual(expected);
  });

  test('adds the texts of another thread with the numbers that its features have here', () => {
    const sent = new GrowingTexts();
    for (const features of ALL.slice(0, 4)) enter(sent, features);
    const both = new GrowingTexts();
    enter(both, [9]);
    both.receive(
      sent.send(),
      Uint32Array.from({ length: 500 }, (_, id) => 1000 + id),
    );
    enter(both, [7]);
    expect(listed(both)).toEqual([
      [[9, 10]],
      ...expected.slice(0, 4).map((text) => text.map(([id, times]) => [1000 + id!, times])),
      [[7, 8]],
    ]);
  });
});
